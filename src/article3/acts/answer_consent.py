"""The owner of a free message says whether the Secretariat may open it (RPD 22(6))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, own_file
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import opening
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConsent:
    """Which message, and yes or no."""

    reference: Reference
    given: bool


def answer_consent(order: AnswerConsent, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> opening.ConsentAnswered:
    """The latest answer holds: a consent may be taken back, and opens nothing from then on."""
    file = own_file(register, order.reference, sitting)
    answered = opening.answer_consent(file, order.given, at=at, sitting=sitting)
    filed(file, answered, at=at, sitting=sitting, register=register, journal=journal)
    return answered
