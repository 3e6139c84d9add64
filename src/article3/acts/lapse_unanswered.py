"""The clock writes down what silence brought: unanswered questions, consultations, a suspension that ran out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.consultation import note_silence, silent
from article3.lifecycle.events import ConversionRefused, Event, NoticeWithdrawn, RequestRefused, UpdateRefused
from article3.lifecycle.retention import Lapsed, lapse
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseUnanswered:
    """The file on which a deadline may have passed."""

    reference: Reference


def lapse_unanswered(order: LapseUnanswered, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                     journal: Journal) -> tuple[Event, ...]:
    """Nothing happens when nothing is late; silence only ever ends or refuses, it never renews."""
    file = register.file(order.reference)
    noted = tuple(note_silence(file, asked, at=at, sitting=sitting) for asked in silent(file, day_of(at)))
    lapsed = lapse(file, at=at, sitting=sitting)
    events: tuple[Event, ...] = noted if lapsed is None else (*noted, lapsed)
    if not events:
        return ()
    filed(file, *events, at=at, sitting=sitting, register=register, journal=journal)
    if lapsed is not None:
        _tell(lapsed, file, register, outbox, at)
    return events


def _tell(lapsed: Lapsed, file: CaseFile, register: Register, outbox: Outbox, at: datetime) -> None:
    if isinstance(lapsed, NoticeWithdrawn):
        told = dict.fromkeys((file.source, *readers(file, register, day_of(at))))
        tell(outbox, told, MessageKind.NOTICE_ENDED, file)
        return
    kinds = {RequestRefused: MessageKind.REQUEST_REFUSED, UpdateRefused: MessageKind.UPDATE_REFUSED,
             ConversionRefused: MessageKind.CONVERSION_REFUSED}
    tell(outbox, (file.source,), kinds[type(lapsed)], file)
