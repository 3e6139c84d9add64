"""A bureau disputes a record that reached it: answered by a day, by the reviewer of the file.

One dispute changes nothing by itself: it brings the file to the desk, and people decide there. A bureau has few open
disputes against one source at a time, so that nobody buries a rival's notices (abuse case A29).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from article3.lifecycle.events import Event
from article3.lifecycle.possible import Made, worded
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Reference
from article3.terms.disputes import DisputeAnswer, DisputeReason
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, Sitting

CITATION = "RPD 128"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One dispute. `file` is what is disputed, `answer_by` the last day for an answer."""

    reference: Reference
    file: Reference
    source: BureauCode
    bureau: BureauCode
    by: OfficerId
    at: datetime
    reason: DisputeReason
    text: str
    answer_by: date
    answer: DisputeAnswer | None = None
    because: str = ""  # inside: for reviewers and the Commission
    answered_at: datetime | None = None
    answered_by: OfficerId | None = None
    version: int = 1

    @property
    def open(self) -> bool:
        """Nobody has answered it."""
        return self.answer is None

    def late(self, on: date) -> bool:
        """Its day has passed without an answer."""
        return self.open and on > self.answer_by


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDisputed(Event):
    """A bureau disputed a record that reached it; `reference` is the dispute's own."""

    dispute: Dispute


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeAnswered(Event):
    """The reviewer of the file answered; `reference` is the dispute's own."""

    answer: DisputeAnswer
    because: str


def dispute(new: Dispute, *, before: tuple[Dispute, ...], most_open: int, at: datetime, sitting: Sitting
            ) -> NoticeDisputed:
    """`before`: this bureau's open disputes against the same source. Raises Refused over the quota, or twice."""
    worded(new.text, "What is wrong with it", CITATION)
    if any(each.file == new.file for each in before):
        raise Refused("Your bureau disputes this already; the answer is on its way.", CITATION)
    if len(before) >= most_open:
        raise Refused(f"Your bureau has {len(before)} open disputes against items of this source, and may have "
                      f"{most_open}. Wait for an answer, or tell the task force in confidence.", CITATION)
    return NoticeDisputed(**_made(new, at, sitting), dispute=new)


def answer(known: Dispute, said: DisputeAnswer, because: str, *, at: datetime, sitting: Sitting) -> DisputeAnswered:
    """Answered once, with a reason that stays inside."""
    if not known.open:
        raise Refused("The dispute was answered already.", CITATION)
    because = worded(because, "The reason", CITATION)
    return DisputeAnswered(**_made(known, at, sitting), answer=said, because=because)


def after_dispute(known: Dispute, event: DisputeAnswered) -> Dispute:
    """The dispute after its answer, one version on."""
    return replace(known, answer=event.answer, because=event.because, answered_at=event.at, answered_by=event.by,
                   version=known.version + 1)


def answer_by(at: datetime, days: int) -> date:
    """The last day for an answer."""
    return date.fromordinal(day_of(at).toordinal() + days)


def _made(known: Dispute, at: datetime, sitting: Sitting) -> Made:
    return Made(reference=known.reference, at=at, by=sitting.officer, seat=sitting.seat)
