"""The source answers what the Commission asked about its data (Statute 34)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.lifecycle.bureau_letter import BureauAnswered, BureauLetter, answered
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCommission:
    """The letter by its reference, and the answer word for word."""

    reference: Reference
    text: str


def answer_commission(order: AnswerCommission, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                      journal: Journal) -> BureauAnswered:
    """A letter to another bureau is not there. The answer goes to the Commission and to nobody else."""
    page = register.ledger_page(BureauLetter, order.reference)
    if page.bureau != sitting.bureau:
        raise NotFound
    event, kept = answered(page, order.text, at=at, sitting=sitting)
    register.keep_page(kept)
    journal.append(event)
    return event
