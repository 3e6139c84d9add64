"""A question on a desk: something looks alike, or returns, or strikes back. People look; nothing follows by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from article3.lifecycle.events import Event
from article3.lifecycle.possible import worded
from article3.terms.communication import Reference
from article3.terms.counting import Signal
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskQuestion:
    """A question put to people, with what it rests on; it changes no file, no order and no measure."""

    reference: Reference  # made from what it rests on: the same finding is asked once
    signal: Signal
    because: str
    files: tuple[Reference, ...]
    asked_at: datetime
    answer: str = ""
    answered_by: OfficerId | None = None
    answered_at: datetime | None = None
    version: int = 1

    @property
    def about(self) -> str:
        """Nobody in particular."""
        return self.signal

    @property
    def due_on(self) -> date | None:
        """There is no day by which it must be answered."""
        return None

    @property
    def is_open(self) -> bool:
        """Until somebody answered."""
        return self.answered_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPut(Event):
    """A question was put on the leads' desk; `reference` is its own."""

    signal: Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskQuestionAnswered(Event):
    """A lead said what they make of it."""

    signal: Signal


def answer_question(asked: DeskQuestion, text: str, *, at: datetime, sitting: Sitting
                    ) -> tuple[DeskQuestionAnswered, DeskQuestion]:  # fmt: skip
    """Once, with a sentence."""
    if not asked.is_open:
        raise Refused("The question is answered.", "RPD 127")
    text = worded(text, "The answer", "RPD 127")
    event = DeskQuestionAnswered(reference=asked.reference, at=at, by=sitting.officer, seat=sitting.seat,
                                 signal=asked.signal)
    return event, replace(asked, answer=text, answered_at=at, answered_by=sitting.officer, version=asked.version + 1)
