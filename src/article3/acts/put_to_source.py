"""A question of the Commission reaches the desk of the bureau the data come from; nobody relays it (Statute 34)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.bureau_letters import write_to
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.bureau_letter import BureausWritten, Says
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class PutToSource:
    """The question as its letter says it: about which file, in which words, by when. It names nobody who asked."""

    reference: Reference
    letter: str
    text: str
    answer_by: date


def put_to_source(order: PutToSource, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> BureausWritten:
    """The file is untouched: no reviewer decides on a question that is not theirs."""
    file = register.file(order.reference)
    return write_to((file.source,), file, letter=order.letter, says=Says.QUESTION, text=order.text.strip(), at=at,
                    answer_by=order.answer_by, sitting=sitting, register=register, outbox=outbox, journal=journal)
