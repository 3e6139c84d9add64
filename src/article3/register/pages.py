"""What the Reader gives: frozen records, filtered and projected for one sitting. Sites show these as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from article3.lifecycle.case_file import CaseFile
from article3.terms.communication import BureauCode, Channel, Colour, Communication, CountryCode, Level, Reference

Row = TypeVar("Row")


class NotFound(Exception):
    """There is nothing there for this sitting: absent and forbidden are the same."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows, and the cursor of the next page, None at the end. Totals are never given."""

    rows: tuple[Row, ...]
    next_cursor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One file waiting at the task force's desk. Names only for a reviewer who is assigned to the file."""

    reference: Reference
    channel: Channel
    colour: Colour | None
    source: BureauCode
    state: str
    names: tuple[str, ...]  # Latin forms, empty unless assigned
    received_at: datetime
    clock_at: datetime | None  # when the next deadline ends
    why: str  # one line: why the row stands where it stands
    assigned: bool  # to the reader
    assigned_to_somebody: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRow:
    """Another file on the same person, by name key, birth date or document; only what the reader may read."""

    reference: Reference
    channel: Channel
    colour: Colour | None
    source: BureauCode
    state: str
    received_at: datetime
    because: str  # what the two files share, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """The whole file for a reviewer, the Commission or (without names) oversight; `version` for the next order."""

    file: CaseFile
    version: int
    readings: dict[str, str]  # data kind (D1..D15) -> full, reduced, blank
    earlier: tuple[EarlierRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """One of the bureau's own items as the bureau may see it: never more exact than `received` while under review."""

    reference: Reference
    channel: Channel
    colour: Colour | None
    names: tuple[str, ...]
    status: str  # received, questions, published, reviewed, refused, suspended, withdrawn, cancelled, recalled, expired
    sent_at: datetime
    clock_at: datetime | None  # when an answer, a retention review or a suspension falls due for the bureau
    questions_open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """One own item: what the bureau sent, its status, what it is asked, the outcome in outward words."""

    row: OwnRow
    communication: Communication
    version: int
    questions: tuple[object, ...] = ()  # the questions put to this bureau, with its answers
    outcome: tuple[object, ...] = ()  # outward decision texts
    caveats: tuple[object, ...] = ()
    restrictions: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedNotice:
    """A notice or diffusion as it reached this bureau; caveats and handling cannot be taken off."""

    reference: Reference
    channel: Channel
    colour: Colour | None
    source: BureauCode
    mark: str  # reviewed, unreviewed, recalled, withdrawn, suspended, cancelled
    communication: Communication | None  # None where only an order to remove remains
    level: Level
    caveats: tuple[object, ...]
    reached_at: datetime
    valid_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person found by a search, with the record it stands in."""

    reference: Reference
    channel: Channel
    colour: Colour | None
    source: BureauCode
    mark: str
    names: tuple[str, ...]  # original and Latin forms
    birth_dates: tuple[str, ...]
    nationalities: tuple[CountryCode, ...]
    caveats: int
    reached_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search for a person. At least one field; a name needs two letters. Dates are EDTF."""

    name: str = ""
    birth_date: str = ""
    nationality: str = ""
    document: str = ""
