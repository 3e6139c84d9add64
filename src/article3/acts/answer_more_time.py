"""A reviewer gives the time a requester asked for, or does not (RPD 78)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import questions
from article3.lifecycle.review_events import MoreTimeAnswered
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMoreTime:
    """Yes or no to the file's wish for more time."""

    reference: Reference
    granted: bool


def answer_more_time(order: AnswerMoreTime, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                     journal: Journal) -> MoreTimeAnswered:
    """The source is told; a no still leaves it the next day."""
    file = register.file(order.reference)
    answered = questions.answer_more_time(file, order.granted, at=at, sitting=sitting)
    filed(file, answered, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, (file.source,), MessageKind.MORE_TIME_ANSWERED, file)
    return answered
