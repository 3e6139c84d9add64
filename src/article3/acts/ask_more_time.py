"""The requester asks for a later deadline, with a reason (RPD 78)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.filing import filed, own_file
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import questions
from article3.lifecycle.review_events import MoreTimeAsked
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMoreTime:
    """The questions by id, the day wished for, and why."""

    reference: Reference
    questions: tuple[str, ...]
    until: date
    because: str


def ask_more_time(order: AskMoreTime, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> MoreTimeAsked:
    """The clock of these questions stands still until a reviewer has answered."""
    file = own_file(register, order.reference, sitting)
    asked = questions.ask_more_time(file, order.questions, order.until, order.because, at=at, sitting=sitting)
    filed(file, asked, at=at, sitting=sitting, register=register, journal=journal)
    return asked
