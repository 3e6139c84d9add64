"""A reviewer writes a search of public sources down: found or not found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import review
from article3.lifecycle.examination import ResearchEntry
from article3.lifecycle.review_events import ResearchLogged
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class LogResearch:
    """Query, source, language, day, hash of the fixed copy, and the element of the test it bears on."""

    reference: Reference
    entry: str
    query: str
    source: str
    read_on: date
    bears_on: str
    found: bool
    note: str
    sha256: str = ""
    language: str = ""  # in which the source was searched (ISO 639-1)


def log_research(order: LogResearch, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                 journal: Journal) -> ResearchLogged:
    """What was findable that day can be shown later."""
    file = register.file(order.reference)
    entry = ResearchEntry(id=order.entry, query=order.query.strip(), source=order.source.strip(),
                          read_on=order.read_on, sha256=order.sha256.strip(), bears_on=order.bears_on,
                          found=order.found, note=order.note.strip(), by=sitting.officer, language=order.language)
    logged = review.log_research(file, entry, at=at, sitting=sitting)
    filed(file, logged, at=at, sitting=sitting, register=register, journal=journal)
    return logged
