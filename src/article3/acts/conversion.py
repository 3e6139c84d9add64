"""What both conversions share: asked for with a receipt, and told to everybody who holds the record once it is done."""

from __future__ import annotations

from datetime import date, datetime

from article3.acts.arrival import require_bureaus
from article3.acts.filing import filed, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.events import ConversionAsked
from article3.terms.sitting import Sitting


def ask_for(asked: ConversionAsked, file: CaseFile, *, at: datetime, sitting: Sitting, register: Register,
            outbox: Outbox, journal: Journal) -> ConversionAsked:
    """The conversion is on record and receipted; what follows is the gateway's and the reviewers'."""
    require_bureaus(asked.communication, register)
    filed(file, asked, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, (file.source,), MessageKind.RECEIPT, file)
    return asked


def converted(before: CaseFile, now: CaseFile) -> bool:
    """The conversion took effect in this act."""
    return len(now.former_lives) > len(before.former_lives)


def tell_of_conversion(before: CaseFile, now: CaseFile, register: Register, outbox: Outbox, on: date) -> None:
    """Who held it and goes on is told that it changed its kind; who comes to read it, that it is published; who reads
    it no more, that it ended."""
    held, holds = ({*readers(file, register, on)} - {now.source} for file in (before, now))
    tell(outbox, (now.source, *sorted(holds & held)), MessageKind.CONVERTED, now)
    tell(outbox, sorted(holds - held), MessageKind.NOTICE_PUBLISHED, now)
    tell(outbox, sorted(held - holds), MessageKind.NOTICE_ENDED, now)
