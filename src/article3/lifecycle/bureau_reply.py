"""What a bureau says about its own record: kept beside the record, read with it, never edited (right of reply)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from article3.lifecycle.events import Event
from article3.lifecycle.possible import worded
from article3.terms.communication import BureauCode, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, Sitting

ANSWER_WITHIN_DAYS = 60
"""By when the Secretariat says what it makes of a reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReply:
    """A reply to a figure of a year or to a measure, and what the Secretariat answered."""

    reference: Reference
    bureau: BureauCode
    to: str  # a figure and its year, or the reference of a measure
    text: str
    at: datetime
    by: OfficerId
    due_on: date
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: OfficerId | None = None
    version: int = 1

    @property
    def about(self) -> str:
        """The bureau."""
        return self.bureau

    @property
    def is_open(self) -> bool:
        """Until the Secretariat answered."""
        return self.answered_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReplied(Event):
    """A bureau replied to what its record says; `reference` is the reply's own."""

    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAnswered(Event):
    """The Secretariat said what it makes of it."""


def reply(given: RecordReply, *, sitting: Sitting) -> RecordReplied:
    """A bureau replies about itself; raises Refused when nothing is said."""
    worded(given.text, "The reply", "RPD 131")
    if sitting.bureau is None or sitting.bureau != given.bureau:
        raise Refused("A bureau replies to its own record.", "RPD 131")
    return RecordReplied(reference=given.reference, at=given.at, by=sitting.officer, seat=sitting.seat, to=given.to)


def answered(given: RecordReply, text: str, *, at: datetime, sitting: Sitting) -> tuple[ReplyAnswered, RecordReply]:
    """The Secretariat answers once."""
    if given.answered_at is not None:
        raise Refused("The reply is answered.", "RPD 131")
    if str(sitting.nationality) == given.bureau:
        raise Refused("An officer decides nothing about the bureau of their own country.", "Constitution 30")
    text = worded(text, "The answer", "RPD 131")
    event = ReplyAnswered(reference=given.reference, at=at, by=sitting.officer, seat=sitting.seat)
    return event, replace(given, answer=text, answered_at=at, answered_by=sitting.officer, version=given.version + 1)
