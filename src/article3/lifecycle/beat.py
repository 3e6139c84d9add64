"""The beat: fixed hours at which what a source or a giver is told leaves together: no instant tells a reason.

What a result does, it does at once, to every reader and holder. Its source alone reads it at the beat, whoever decided
and on whatever ground: the task force, the Commission, the refugee policy, a silence or the calendar.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Resolution
from article3.lifecycle.states import ENDED, State
from article3.terms.redress import Measured


def beat_after(at: datetime, hours: str) -> datetime:
    """The first beat after an instant; `hours` are hours of UTC, as in "6,14,22"."""
    at = at.astimezone(UTC)
    days = (at.date() + timedelta(days=ahead) for ahead in (0, 1))
    beats = (datetime.combine(day, time(int(hour)), UTC) for day in days for hour in hours.split(","))
    return min(beat for beat in beats if beat > at)


def beat_before(at: datetime, hours: str) -> datetime:
    """The last beat up to an instant; `hours` as for `beat_after`."""
    at = at.astimezone(UTC)
    days = (at.date() - timedelta(days=back) for back in (0, 1))
    beats = (datetime.combine(day, time(int(hour)), UTC) for day in days for hour in hours.split(","))
    return max(beat for beat in beats if beat <= at)


def told_at(before: CaseFile, now: CaseFile, *, beat: datetime, waits: datetime | None) -> datetime | None:
    """When the source reads what came of its file; None: at once.

    `waits`: the beat an earlier result still waits for, if any: both are read then. What it did itself a source knows.
    """
    if now.timeline and now.timeline[-1].seat == f"bureau:{now.source}":
        return None
    if waits is not None:
        return None if _let_go(before, now) else waits
    return beat if _result(before, now) else None


def _result(before: CaseFile, now: CaseFile) -> bool:
    """An ending, a block or its lifting, anything refused, data ordered deleted; not what was published, confirmed."""
    ended = now.state in ENDED and before.state not in ENDED
    blocked = (now.state is State.BLOCKED) is not (before.state is State.BLOCKED)
    lapsed = before.update_pending and not now.update_pending and now.published == before.published
    nothing_came = lapsed or _not_converted(before, now) or _refused(before, now)
    return ended or blocked or nothing_came or _ordered_gone(before, now)


def _refused(before: CaseFile, now: CaseFile) -> bool:
    closed = now.former_reviews[len(before.former_reviews) :]
    return any(review.decision and review.decision.resolution is Resolution.REFUSE for review in closed)


def _not_converted(before: CaseFile, now: CaseFile) -> bool:
    """The conversion its source asked for came to nothing, whether by a decision or by its own silence."""
    asked = before.stands_as is not None and now.stands_as is None
    return asked and len(now.former_lives) == len(before.former_lives)


def _ordered_gone(before: CaseFile, now: CaseFile) -> bool:
    return any(order.measure is Measured.DELETE for order in now.orders[len(before.orders) :])


def _let_go(before: CaseFile, now: CaseFile) -> bool:
    """The content of a file that had ended goes for good: nothing of it is kept until a beat."""
    gone = now.deleted_on is not None and before.deleted_on is None
    return gone and before.state in ENDED and not _ordered_gone(before, now)
