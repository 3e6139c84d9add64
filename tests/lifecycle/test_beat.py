"""When a source reads what came of its file: results at the beat, what it did itself at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from article3.lifecycle.beat import beat_after, beat_before, told_at
from article3.lifecycle.case_file import CaseFile, Step
from article3.lifecycle.order import StandingOrder
from article3.lifecycle.states import ENDED, State
from article3.terms.redress import Measured
from tests import papers

HOURS = "6,14,22"
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BEAT = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
BEFORE = papers.published(papers.communication("XA"))


def by(seat: str, file: CaseFile) -> CaseFile:
    """The file with a last step done from that seat."""
    return replace(file, timeline=(*file.timeline, Step(event="Something", at=AT, by="9" * 32, seat=seat)))


def told(now: CaseFile, before: CaseFile = BEFORE, waits: datetime | None = None) -> datetime | None:
    """When the source reads it."""
    return told_at(before, now, beat=BEAT, waits=waits)


@pytest.mark.parametrize(("at", "next_one"), [
    (AT, BEAT), (BEAT - timedelta(microseconds=1), BEAT), (BEAT, datetime(2026, 3, 2, 22, 0, tzinfo=UTC)),
    (datetime(2026, 3, 2, 22, 0, tzinfo=UTC), datetime(2026, 3, 3, 6, 0, tzinfo=UTC)),
])  # fmt: skip
def test_the_next_beat_is_later_than_the_instant(at: datetime, next_one: datetime) -> None:
    """Never at the very instant: what happens on the beat leaves with the next."""
    assert beat_after(at, HOURS) == next_one


@pytest.mark.parametrize(("at", "last_one"), [
    (BEAT, BEAT), (BEAT - timedelta(microseconds=1), datetime(2026, 3, 2, 6, 0, tzinfo=UTC)),
    (datetime(2026, 3, 2, 5, 59, tzinfo=UTC), datetime(2026, 3, 1, 22, 0, tzinfo=UTC)),
])  # fmt: skip
def test_the_last_beat_is_not_later_than_the_instant(at: datetime, last_one: datetime) -> None:
    """On the beat it is that one; before the first of a day, the last of the day before."""
    assert beat_before(at, HOURS) == last_one


@pytest.mark.parametrize("state", sorted(ENDED))
@pytest.mark.parametrize("seat", ["secretariat", "commission"])
def test_every_ending_waits_whoever_ended_it(state: State, seat: str) -> None:
    """Refused, cancelled, recalled, expired, lapsed: by the task force, the clock or the Commission."""
    assert told(by(seat, replace(BEFORE, state=state))) == BEAT


def test_what_the_source_did_itself_it_knows() -> None:
    """Its own withdrawal is on its page at once, also while an earlier result waits; another bureau's act is not."""
    gone = replace(BEFORE, state=State.WITHDRAWN)
    assert told(by("bureau:XA", gone)) is None
    assert told(by("bureau:XA", gone), waits=BEAT) is None
    assert told(by("bureau:XB", gone)) == BEAT


def test_a_block_waits_and_so_does_its_lifting() -> None:
    """Members read it at once; its source at the beat."""
    blocked = by("commission", replace(BEFORE, state=State.BLOCKED))
    assert told(blocked) == BEAT
    assert told(by("commission", BEFORE), before=blocked) == BEAT
    assert told(by("secretariat", blocked), before=blocked) is None


def test_what_changes_nothing_for_the_source_waits_for_nothing() -> None:
    """A review, a fact, a caveat; but where a result waits, all later ones wait with it and for no later beat."""
    assert told(by("secretariat", BEFORE)) is None
    assert told(by("secretariat", BEFORE), waits=BEAT - timedelta(hours=8)) == BEAT - timedelta(hours=8)


def test_data_ordered_deleted_after_the_end_wait_too() -> None:
    """The Commission orders the data of an ended file deleted: its source sees them go at the beat."""
    ended = replace(BEFORE, state=State.CANCELLED)
    order = StandingOrder(order="o", measure=Measured.DELETE, on=AT.date())
    assert told(by("commission", replace(ended, orders=(order,), deleted_on=AT.date())), before=ended) == BEAT
    leave = replace(order, measure=Measured.LEAVE)
    assert told(by("commission", replace(ended, orders=(leave,))), before=ended) is None


def test_content_that_is_let_go_is_not_kept_for_a_beat() -> None:
    """Erased by another order after the end: the result is told with it, rather than kept readable."""
    ended = replace(BEFORE, state=State.CANCELLED)
    assert told(by("secretariat", replace(ended, deleted_on=AT.date())), before=ended, waits=BEAT) is None
