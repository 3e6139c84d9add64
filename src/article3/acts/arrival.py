"""How a file begins, on every channel: recorded and receipted. Nothing more: the sender waits for nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from article3.acts.filing import assessed_today, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.law.offences import classify
from article3.law.parameters import parameter
from article3.lifecycle.after import after, begin
from article3.lifecycle.arrival import receive
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.events import CommunicationReceived
from article3.lifecycle.review_events import FileAssessed
from article3.lifecycle.states import State
from article3.terms.clocks import day_of
from article3.terms.communication import Communication
from article3.terms.finding import Refused
from article3.terms.offences import OffenceKind
from article3.terms.sitting import Sitting


def enter(communication: Communication, draft: str, *, at: datetime, sitting: Sitting, register: Register,
          outbox: Outbox, journal: Journal) -> CommunicationReceived:
    """Record the communication and post its receipt, always the same way; what follows is the gateway's."""
    longest = parameter("retention.nominal_max_months", day_of(at))
    received = receive(communication, at=at, sitting=sitting, longest_months=longest)
    received = replace(received, offence_kinds=_offence_kinds(communication))
    require_bureaus(communication, register)
    file = _assessed(begin(received), at, sitting)
    register.add(file)
    _drop_own_draft(draft, sitting, register)
    journal.append(received)
    tell(outbox, (file.source,), MessageKind.RECEIPT, file)
    return received


def _assessed(file: CaseFile, at: datetime, sitting: Sitting) -> CaseFile:
    if file.state is State.SENT:
        return file
    return after(file, FileAssessed(reference=file.reference, at=at, by=sitting.officer, seat=sitting.seat,
                                    assessed=assessed_today(file, day_of(at))))


def _offence_kinds(communication: Communication) -> tuple[OffenceKind, ...]:
    """Of all charges, each once: what the file is counted under."""
    read = [classify(charge.text, charge.translation) for charge in communication.charges]
    return tuple(dict.fromkeys(kind for found in read for kind in found.kinds))


def require_bureaus(communication: Communication, register: Register) -> None:
    """Raise Refused when the text names a bureau that does not exist."""
    strangers = sorted({*communication.recipients, *communication.denied} - set(register.bureaus()))
    if strangers:
        raise Refused(f"There is no such bureau: {', '.join(strangers)}.", "Constitution 32")


def _drop_own_draft(draft: str, sitting: Sitting, register: Register) -> None:
    if draft:
        if register.draft(draft).bureau != sitting.bureau:
            raise NotFound
        register.drop_draft(draft)
