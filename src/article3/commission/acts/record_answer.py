"""The secretariat enters an answer that came by another way than the letter-box (Statute 34)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.procedure import answered
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAnswer:
    """The secretariat enters an answer that came by another way than the letter-box (Statute 34)."""

    reference: Reference
    question: str
    text: str


def record_answer(order: RecordAnswer, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """The secretariat enters an answer that came by another way than the letter-box (Statute 34)."""
    request = shelf.request(order.reference)
    given = answered(request, order.question, order.text, day_of(at), at=at, by=sitting.officer)
    kept = shelf.keep(given)
    shelf.note("record_answer", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
