"""The clock puts a question on the leads' desk: something looks alike, returns or strikes back (RPD 127)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.person_question import DeskQuestion, QuestionPut
from article3.terms.communication import Reference
from article3.terms.counting import Signal
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class PutDeskQuestion:
    """The question; `question` is made from what it rests on, so that the same finding is asked once."""

    question: Reference
    signal: Signal
    because: str
    files: tuple[Reference, ...]


def put_desk_question(order: PutDeskQuestion, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                      journal: Journal) -> QuestionPut:  # fmt: skip
    """A question and nothing else: no order, no hold, no number follows."""
    if any(page.reference == order.question for page in register.ledger_pages(DeskQuestion, about=order.signal)):
        raise Refused("The question was put before.", "RPD 127")
    register.keep_page(DeskQuestion(reference=order.question, signal=order.signal, because=order.because,
                                    files=order.files, asked_at=at))
    put = QuestionPut(reference=order.question, at=at, by=sitting.officer, seat=sitting.seat, signal=order.signal)
    journal.append(put)
    return put
