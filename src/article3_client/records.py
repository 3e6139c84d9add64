"""The records of the interface, frozen and typed. A field we do not know yet is passed over."""

from __future__ import annotations

import types
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Made = TypeVar("Made")
Document = dict[str, Any]
"""A document of the schema `Communication` in the interface's description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Who the key sits for."""

    seat: str
    role: str
    clearance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One of the bureau's own items in a list."""

    reference: str
    channel: str
    colour: str | None
    names: tuple[str, ...]
    status: str
    sent_at: datetime
    due_on: date | None
    questions_open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question put to the bureau."""

    id: str
    text: str
    field: str
    asked_on: date
    deadline: date
    answer: str
    answered_on: date | None
    more_time_until: date | None = None
    more_time_granted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """It stands in every reading of its record and is passed on with it."""

    kind: str
    text: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A decision in outward words."""

    status: str
    on: date
    public: str | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAsked:
    """The Secretariat asks to open a message; `given` None: not answered."""

    because: str
    asked_on: date
    given: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(ItemRow):
    """One own item as it was read; `mark` says which reading, for a change that depends on it."""

    communication: Document
    published: Document | None
    questions: tuple[Question, ...]
    outcome: Outcome | None
    caveats: tuple[Caveat, ...]
    valid_until: date
    suspended_until: date | None
    retention_asked_on: date | None
    converting: str | None
    consents: tuple[ConsentAsked, ...]
    turned_back: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """What the bureau was asked about a file it does not see."""

    reference: str
    id: str
    question: str
    asked_on: date
    deadline: date
    if_silent: str
    reply: str
    replied_on: date | None
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A dispute of the bureau; `answer` None: nobody has answered yet."""

    dispute: str
    reference: str
    reason: str
    text: str
    raised_at: datetime
    answer_by: date
    answer: str | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A change was made; `again`: it had been made before."""

    reference: str
    status: str
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """One record that reached this bureau."""

    reference: str
    channel: str
    colour: str | None
    source: str
    mark: str | None
    names: tuple[str, ...]
    birth_dates: tuple[str, ...]
    nationalities: tuple[str, ...]
    caveats: tuple[Caveat, ...]
    reached_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record as it reached this bureau; `communication` is None where it is to be removed."""

    reference: str
    channel: str
    colour: str | None
    source: str
    mark: str
    mark_text: str
    level: str
    communication: Document | None
    caveats: tuple[Caveat, ...]
    reached_at: datetime
    valid_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message to this bureau."""

    number: int
    kind: str
    reference: str
    texts: tuple[str, ...]
    posted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message to one bureau; `taken_in_at` None: still owed."""

    bureau: str
    kind: str
    posted_at: datetime
    taken_in_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliveries:
    """What went out about a record and was taken in."""

    sent: int
    taken_in: int
    each: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One file that waits at the task force's desk."""

    reference: str
    channel: str
    colour: str | None
    source: str
    state: str
    names: tuple[str, ...]
    received_at: datetime
    due_on: date | None
    why: str
    assigned: bool
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule applied to the facts: met, not_met or question."""

    rule: str
    outcome: str
    because: str
    rests_on: tuple[str, ...]
    missing: tuple[str, ...]
    advisory: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact on record: when it holds, since when it is known."""

    id: str
    kind: str
    value: Any
    source: str
    holds_from: date | None
    holds_to: date | None
    learned_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One file, as far as this seat may read it."""

    reference: str
    version: int
    state: str
    source: str
    received_at: datetime
    communication: Document
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    readings: dict[str, str]


def made(kind: type[Made], value: dict[str, Any], **more: Any) -> Made:
    """A record from its JSON. Raises KeyError when a field that was promised is missing."""
    hints = get_type_hints(kind)
    given = {one.name: _read(hints[one.name], value[one.name]) for one in fields(kind)  # type: ignore[arg-type]
             if one.name in value or one.name not in _LATER}  # fmt: skip
    return kind(**given | more)


_LATER = ("mark", "again")
"""Fields that come from headers where the body does not have them."""


def _read(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _read(next(one for one in get_args(hint) if one is not type(None)), value)
    if origin is tuple:
        return tuple(_read(get_args(hint)[0], one) for one in value)
    if hint is datetime:
        return datetime.fromisoformat(value)
    if hint is date:
        return date.fromisoformat(value)
    return made(hint, value) if isinstance(hint, type) and is_dataclass(hint) else value
