"""What acts on orders and questions of the Commission share: who is written to, and that each has a letter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from article3.acts.filing import tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.bureau_letter import BureauLetter, BureausWritten, Says, letter_reference
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.diffusion import reached
from article3.lifecycle.states import BEFORE_DECISION, State
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Channel
from article3.terms.sitting import Sitting


def ever_held(file: CaseFile, register: Register, at: datetime) -> tuple[BureauCode, ...]:
    """Whoever holds or held the record, as far as the file still says, and its source. A notice reached every member;
    of a record whose content is gone nobody knows better than that it may have."""
    held: Iterable[BureauCode] = ()
    if file.deleted_on is not None:
        held = register.bureaus()
    elif file.state not in BEFORE_DECISION | {State.SENT, State.REFUSED}:
        held = register.bureaus() if file.communication.channel is Channel.NOTICE_REQUEST else reached(file)
    return tuple(sorted({file.source, *held} - file.denied(day_of(at))))


def write_to(bureaus: tuple[BureauCode, ...], file: CaseFile, *, letter: str, says: Says, text: str, at: datetime,
             sitting: Sitting, register: Register, outbox: Outbox, journal: Journal, answer_by: date | None = None
             ) -> BureausWritten:  # fmt: skip
    """One letter to each; the line brings them, also to installations of their own, and knows who has it."""
    written = BureausWritten(reference=file.reference, at=at, by=sitting.officer, seat=sitting.seat, letter=letter,
                             says=says, text=text, bureaus=bureaus, answer_by=answer_by)
    for bureau in bureaus:
        register.keep_page(BureauLetter(reference=letter_reference(letter, bureau), bureau=bureau, says=says,
                                        letter=letter, file=file.reference, text=text, written_at=at,
                                        answer_by=answer_by))
    tell(outbox, bureaus, MessageKind.COMMISSION_WROTE, file, about=letter)
    journal.append(written)
    return written
