"""The requester answers questions, in words or by a corrected form (RPD 78)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, own_file
from article3.acts.orders_beyond import require_corrections_kept
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import questions
from article3.lifecycle.review_events import QuestionsAnswered
from article3.terms.communication import Communication, Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuestions:
    """The answers by question id, and the corrected form if there is one."""

    reference: Reference
    answers: tuple[tuple[str, str], ...]
    communication: Communication | None = None


def answer_questions(order: AnswerQuestions, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                     journal: Journal) -> QuestionsAnswered:
    """The request goes back to its reviewer when the last question is answered."""
    file = own_file(register, order.reference, sitting)
    if order.communication is not None:
        require_corrections_kept(file, order.communication)
    answered = questions.answer_questions(file, order.answers, order.communication, at=at, sitting=sitting)
    filed(file, answered, at=at, sitting=sitting, register=register, journal=journal)
    return answered
