"""What the Reader gives: frozen records, filtered and projected for one sitting. Sites show these as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from article3.access.outward import Mark, Status
from article3.acts.ports import NotFound
from article3.lifecycle.case_file import CaseFile, Draft
from article3.lifecycle.consent import Consent
from article3.lifecycle.publication import Restriction
from article3.terms.communication import (
    Attachment,
    BureauCode,
    Channel,
    Colour,
    Communication,
    CountryCode,
    Level,
    Reference,
)
from article3.terms.reasons import CaveatKind, IfSilent, PublicCode, ToRequester

__all__ = ["Attachment", "Draft", "NotFound", "Restriction"]

Row = TypeVar("Row")


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
    clock_at: date | None  # the next day something falls due
    why: str  # one line: why the row stands where it stands
    assigned: bool  # the reader may open it; otherwise it must be taken up first
    taken: bool  # somebody is reviewing it
    awaits: str  # "second" or "lead": whose word the file waits for; empty otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRow:
    """Another file that may be on the same person: what there is, never its content."""

    reference: Reference
    channel: Channel
    colour: Colour | None
    source: BureauCode
    state: str
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """One file: whole for a reviewer assigned to it and for the Commission, without names for oversight."""

    file: CaseFile
    version: int
    readings: dict[str, str]  # data kind (D1..D15) -> full, reduced, blank
    earlier: tuple[EarlierRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeShown:
    """What a record was before it was converted: its kind, and from which day until which."""

    channel: Channel
    colour: Colour | None = None
    since: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaveatShown:
    """A caveat or addendum; it stands in every reading of its record."""

    kind: CaveatKind
    text: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionShown:
    """A question put to the bureau that reads it."""

    id: str
    text: str
    field: str  # the field of the form it is about, if any
    asked_on: date
    deadline: date
    answer: str
    answered_on: date | None
    more_time_until: date | None = None
    more_time_granted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationShown:
    """A consultation of the bureau that reads it: its own question and reply, and nothing of the file."""

    reference: Reference
    id: str
    question: str
    asked_on: date
    deadline: date
    if_silent: IfSilent
    reply: str
    replied_on: date | None
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeShown:
    """A decision in outward words: codes of `access.outward`, nothing else."""

    status: Status
    on: date
    public: PublicCode | None
    texts: tuple[ToRequester, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """One of the bureau's own items as the bureau may see it: never more exact than `received` before the decision."""

    reference: Reference
    channel: Channel
    colour: Colour | None
    names: tuple[str, ...]
    status: Status
    sent_at: datetime
    clock_at: date | None  # when an answer, a retention review or a suspension falls due for the bureau
    questions_open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """One own item: what the bureau sent, its status, what it is asked, the outcome in outward words."""

    row: OwnRow
    communication: Communication
    published: Communication | None  # what members read, when that is not the same
    questions: tuple[QuestionShown, ...]
    outcome: OutcomeShown | None
    caveats: tuple[CaveatShown, ...]
    restrictions: tuple[Restriction, ...]
    valid_until: date
    retention_asked_on: date | None
    suspended_until: date | None
    consents: tuple[Consent, ...] = ()  # of a message: whether the Secretariat may open it
    converting: Channel | None = None  # what its conversion would make of it, while that is not decided
    formerly: tuple[LifeShown, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One record that reached this bureau or that it sent, in a list or found by a search."""

    reference: Reference
    channel: Channel
    colour: Colour | None
    source: BureauCode
    mark: Mark | None  # None over an own item and at the desk
    names: tuple[str, ...]
    latin_names: tuple[str, ...]
    birth_dates: tuple[str, ...]
    nationalities: tuple[CountryCode, ...]
    caveats: tuple[CaveatShown, ...]
    shown_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedNotice:
    """A notice, diffusion or message as it reached this bureau; mark, caveats and handling cannot be taken off."""

    reference: Reference
    channel: Channel
    colour: Colour | None
    source: BureauCode
    mark: Mark
    communication: Communication | None  # None where only the order to remove or to suspend is left
    level: Level
    caveats: tuple[CaveatShown, ...]
    reached_at: datetime
    valid_until: date | None
    formerly: tuple[LifeShown, ...] | None = None  # what it was before a conversion; None where it was none


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search for a person. At least one field; a name needs two letters. Dates are EDTF."""

    name: str = ""
    birth_date: str = ""
    nationality: str = ""
    document: str = ""
