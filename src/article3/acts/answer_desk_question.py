"""A lead says what they make of a question that a signal put on the desk (RPD 127)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle.person_question import DeskQuestion, DeskQuestionAnswered, answer_question
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDeskQuestion:
    """The answer, on the version that was read."""

    question: Reference
    version: int
    text: str


def answer_desk_question(order: AnswerDeskQuestion, *, at: datetime, sitting: Sitting, register: Register,
                         outbox: Outbox, journal: Journal) -> DeskQuestionAnswered:  # fmt: skip
    """It changes no file: who finds something opens a review or proposes a measure, as for any other reason."""
    asked = register.ledger_page(DeskQuestion, order.question)
    if asked.version != order.version:
        raise Changed
    event, kept = answer_question(asked, order.text, at=at, sitting=sitting)
    register.keep_page(kept)
    journal.append(event)
    return event
