"""The bureau that let the day of a question pass is reminded of it (Statute 34)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.bureau_letter import BureauLetter, BureausWritten, letter_reference, reminded
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindSource:
    """The question, by the file and the letter that put it."""

    reference: Reference
    letter: str


def remind_source(order: RemindSource, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> BureausWritten:
    """The same question once more, with the day it was recalled on."""
    file = register.file(order.reference)
    page = register.ledger_page(BureauLetter, letter_reference(order.letter, file.source))
    again = reminded(page, day_of(at))
    register.keep_page(again)
    written = BureausWritten(reference=file.reference, at=at, by=sitting.officer, seat=sitting.seat,
                             letter=order.letter, says=page.says, text=page.text, bureaus=(page.bureau,),
                             answer_by=page.answer_by, reminded_on=again.reminded_on)
    tell(outbox, (page.bureau,), MessageKind.COMMISSION_WROTE, file, about=order.letter)
    journal.append(written)
    return written
