"""The records of the interface. They are what programs rely on: a field is added, never renamed or taken away."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from msgspec import Meta, Struct

from article3.access.outward import Mark, Status
from article3.acts.messages import MessageKind
from article3.lifecycle.states import State
from article3.terms.communication import Channel, Colour, Level
from article3.terms.finding import Outcome
from article3.terms.reasons import CaveatKind, PublicCode, WithdrawalCode
from article3.terms.sitting import MandateRole

DOCUMENT = "communication"
"""Fields of this name hold a document of the schema `communication`."""
Text = Annotated[str, Meta(min_length=1, max_length=4_000)]


class Seat(Struct, kw_only=True):
    """Who the key sits for."""

    seat: str
    role: MandateRole
    clearance: Level


class ItemRow(Struct, kw_only=True):
    """One of the bureau's own items in a list."""

    reference: str
    channel: Channel
    colour: Colour | None
    names: list[str]
    status: Status
    sent_at: datetime
    due_on: date | None
    """When an answer, a retention review or the end of a suspension falls due for the bureau."""
    questions_open: int


class Question(Struct, kw_only=True):
    """A question put to the bureau."""

    id: str
    text: str
    field: str
    asked_on: date
    deadline: date
    answer: str
    answered_on: date | None
    more_time_until: date | None = None
    """The day this bureau asked for; until that is answered the clock stands still."""
    more_time_granted: bool | None = None


class Caveat(Struct, kw_only=True):
    """It stands in every reading of its record and is passed on with it."""

    kind: CaveatKind
    text: str
    since: date


class Decided(Struct, kw_only=True, rename={"public_code": "public"}):
    """A decision in outward words: codes, and their sentences in the caller's language."""

    status: Status
    on: date
    public_code: PublicCode | None
    texts: list[str]


class ConsentAsked(Struct, kw_only=True):
    """The Secretariat asks to open a message; `given` null: not answered."""

    because: str
    asked_on: date
    given: bool | None


class Item(ItemRow, kw_only=True):
    """One own item: what was sent, its status, what is asked, the outcome."""

    communication: dict[str, Any]
    published: dict[str, Any] | None
    """What members read, where that is not the same."""
    questions: list[Question]
    outcome: Decided | None
    caveats: list[Caveat]
    valid_until: date
    suspended_until: date | None
    retention_asked_on: date | None
    """Since then it is asked whether the data are still needed; silence ends them."""
    converting: Channel | None
    """What its conversion would make of it, while that is not decided."""
    consents: list[ConsentAsked]
    turned_back: list[str]
    """Why what this bureau asked for had no effect at the Secretariat."""


class Items(Struct, kw_only=True):
    """A page of own items, the newest first; `next` asks for the page after it, null at the end."""

    items: list[ItemRow]
    next: str | None


class Sent(Struct, kw_only=True):
    """A change was made."""

    reference: str
    status: Status


class Withdrawal(Struct, kw_only=True, forbid_unknown_fields=True):
    """Why an own item is withdrawn."""

    code: WithdrawalCode
    because: Annotated[str, Meta(max_length=4_000)] = ""


class Answer(Struct, kw_only=True, forbid_unknown_fields=True):
    """The answer to one question."""

    question: Annotated[str, Meta(min_length=1, max_length=40)]
    text: Text


class Answers(Struct, kw_only=True, forbid_unknown_fields=True):
    """Answers to open questions of an own item."""

    answers: Annotated[list[Answer], Meta(min_length=1, max_length=100)]


class RecordRow(Struct, kw_only=True):
    """One record that reached this bureau."""

    reference: str
    channel: Channel
    colour: Colour | None
    source: str
    mark: Mark | None
    names: list[str]
    birth_dates: list[str]
    nationalities: list[str]
    caveats: list[Caveat]
    reached_at: datetime


class Record(Struct, kw_only=True):
    """A record as it reached this bureau; its mark and caveats go wherever it goes."""

    reference: str
    channel: Channel
    colour: Colour | None
    source: str
    mark: Mark
    mark_text: str
    level: Level
    communication: dict[str, Any] | None
    """Null where only the order to remove or suspend is left to read."""
    caveats: list[Caveat]
    reached_at: datetime
    valid_until: date | None


class Records(Struct, kw_only=True):
    """A page of records that reached this bureau, the newest first."""

    records: list[RecordRow]
    next: str | None


class Message(Struct, kw_only=True):
    """One message to this bureau: what it is about is read by its reference."""

    number: int
    kind: MessageKind
    reference: str
    texts: list[str]
    posted_at: datetime


class Messages(Struct, kw_only=True):
    """Messages after a number, in order; `last` is where the next request goes on."""

    messages: list[Message]
    last: int


class Delivery(Struct, kw_only=True):
    """One message to one bureau; `taken_in_at` null: still owed."""

    bureau: str
    kind: MessageKind
    posted_at: datetime
    taken_in_at: datetime | None


class Deliveries(Struct, kw_only=True):
    """What went out about a record and was taken in; each of them as far as this seat may read it."""

    sent: int
    taken_in: int
    each: list[Delivery]


class QueueRow(Struct, kw_only=True):
    """One file that waits at the task force's desk; names only of files this officer is assigned to."""

    reference: str
    channel: Channel
    colour: Colour | None
    source: str
    state: State
    names: list[str]
    received_at: datetime
    due_on: date | None
    why: str
    assigned: bool
    taken: bool


class Queue(Struct, kw_only=True):
    """A page of the queue, the most harmful and most urgent first."""

    files: list[QueueRow]
    next: str | None


class Finding(Struct, kw_only=True):
    """One rule applied to the facts."""

    rule: str
    outcome: Outcome
    because: str
    rests_on: list[str]
    missing: list[str]
    advisory: bool


class Fact(Struct, kw_only=True):
    """One fact on record that this reviewer may read; two clocks: when it holds, since when it is known."""

    id: str
    kind: str
    value: bool | int | str | list[str]
    source: str
    holds_from: date | None
    holds_to: date | None
    learned_at: datetime


class Case(Struct, kw_only=True):
    """One file, as far as this seat may read it."""

    reference: str
    version: int
    state: State
    source: str
    received_at: datetime
    communication: dict[str, Any]
    findings: list[Finding]
    facts: list[Fact]
    readings: dict[str, str]
    """How much this seat reads of each kind of data: full, reduced, blank."""
