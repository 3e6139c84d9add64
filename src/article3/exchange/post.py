"""The post inside one installation: messages are posted with the business change and taken in by their bureau.

Signed messages between installations come with the exchange; here a message only says that there is something to read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from article3.acts.messages import Message, MessageKind
from article3.exchange.models import Box, Outgoing, Waiting
from article3.terms.communication import BureauCode, Reference
from article3.terms.reasons import ToRequester


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A message as its bureau takes it in."""

    number: int
    posted_at: datetime
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message to one bureau, and when it was taken in; None: still owed."""

    bureau: BureauCode
    kind: MessageKind
    posted_at: datetime
    taken_in_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliveries:
    """Messages about one file: how many went out and were taken in, and as far as one may read, each."""

    sent: int
    taken_in: int
    each: tuple[Delivery, ...]


Waits = Mapping[Reference, tuple[BureauCode, datetime]]
"""Of which files one bureau is told later: which, and at which beat."""


class Post:
    """The outbox of one transaction. `close` writes everything posted; without it nothing leaves."""

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._posted: dict[BureauCode, list[Message]] = defaultdict(list)

    def post(self, *, to: BureauCode, message: Message) -> None:
        """Put one message for one bureau into the outbox of this transaction."""
        self._posted[to].append(message)

    def close(self, waits: Waits | None = None, lot: Callable[[int], str] = str) -> None:
        """Number and write the messages, box by box in order of code, so that two acts never wait for each other.

        `waits`: files of which one bureau is told at a beat only; `lot(size)`: random hexadecimal, its place then.
        """
        self._keep_for_the_beat(waits or {}, lot)
        let_leave(self._posted, self._at)
        rows: list[Outgoing] = []
        for bureau in sorted(self._posted):
            messages = self._posted[bureau]
            first = _take_numbers(bureau, len(messages))
            rows += [Outgoing(number=first + place, posted_at=self._at, **_columns(bureau, message))
                     for place, message in enumerate(messages)]
        Outgoing.objects.bulk_create(rows, batch_size=500)
        self._posted.clear()

    def _keep_for_the_beat(self, waits: Waits, lot: Callable[[int], str]) -> None:
        rows = []
        for reference, (bureau, leaves_at) in waits.items():
            later = [message for message in self._posted.get(bureau, ()) if message.reference == reference]
            rows += [Waiting(leaves_at=leaves_at, lot=lot(16), **_columns(bureau, message)) for message in later]
            self._posted[bureau] = [message for message in self._posted[bureau] if message not in later]
        Waiting.objects.bulk_create(rows)
        self._posted = defaultdict(list, {bureau: kept for bureau, kept in self._posted.items() if kept})


def let_leave(bureaus: Iterable[BureauCode], at: datetime) -> int:
    """What waited for a beat that has come is numbered and put into its box, each beat's batch in the order drawn."""
    due = list(Waiting.objects.filter(bureau__in=set(bureaus), leaves_at__lte=at).order_by("leaves_at", "lot"))
    numbers = {bureau: _take_numbers(bureau, count) for bureau, count in sorted(Counter(r.bureau for r in due).items())}
    for row in due:
        Outgoing.objects.create(
            bureau=row.bureau, number=numbers[row.bureau], kind=row.kind, reference=row.reference, about=row.about,
            texts=row.texts, posted_at=row.leaves_at,
        )  # fmt: skip
        numbers[row.bureau] += 1
    Waiting.objects.filter(pk__in=[row.pk for row in due]).delete()
    return len(due)


def waiting_for_the_beat(at: datetime) -> frozenset[BureauCode]:
    """The bureaus for which something waits whose beat has come."""
    return frozenset(map(BureauCode, Waiting.objects.filter(leaves_at__lte=at).values_list("bureau", flat=True)))


def deliver(bureau: BureauCode, *, at: datetime, most: int = 500) -> tuple[Delivered, ...]:
    """The bureau takes in what it is still owed, in order; a message taken in twice is taken in once."""
    let_leave([bureau], at)
    owed = list(Outgoing.objects.select_for_update().filter(bureau=bureau, taken_in_at=None).order_by("number")[:most])
    Outgoing.objects.filter(pk__in=[row.pk for row in owed]).update(taken_in_at=at)
    return tuple(_delivered(row) for row in owed)


def taken_in(bureau: BureauCode, *, after: int = 0, most: int = 100) -> tuple[Delivered, ...]:
    """Messages the bureau has taken in, by number."""
    rows = Outgoing.objects.filter(bureau=bureau, number__gt=after, taken_in_at__isnull=False)
    return tuple(_delivered(row) for row in rows.order_by("number")[:most])


def posted(bureau: BureauCode) -> int:
    """The number of the last message ever put into a bureau's box."""
    return Box.objects.filter(pk=bureau).values_list("messages", flat=True).first() or 0


def posted_after(bureau: BureauCode, number: int, *, most: int = 100) -> tuple[Delivered, ...]:
    """Messages to the bureau after a number, taken in or not."""
    rows = Outgoing.objects.filter(bureau=bureau, number__gt=number).order_by("number")[:most]
    return tuple(_delivered(row) for row in rows)


def deliveries(reference: Reference) -> tuple[Delivery, ...]:
    """Every message about one file, by bureau and number."""
    rows = Outgoing.objects.filter(reference=reference).order_by("bureau", "number")
    return tuple(
        Delivery(bureau=BureauCode(row.bureau), kind=MessageKind(row.kind), posted_at=row.posted_at,
                 taken_in_at=row.taken_in_at)
        for row in rows
    )  # fmt: skip


def _columns(bureau: BureauCode, message: Message) -> dict[str, Any]:
    return {"bureau": bureau, "kind": message.kind.value, "reference": message.reference, "about": message.about,
            "texts": [text.value for text in message.texts]}


def _take_numbers(bureau: BureauCode, count: int) -> int:
    """The first of `count` numbers; the box stays locked until the transaction ends."""
    if not Box.objects.filter(bureau=bureau).update(messages=F("messages") + count):
        Box.objects.get_or_create(bureau=bureau)
        Box.objects.filter(bureau=bureau).update(messages=F("messages") + count)
    return Box.objects.values_list("messages", flat=True).get(bureau=bureau) - count + 1


def _delivered(row: Outgoing) -> Delivered:
    message = Message(
        kind=MessageKind(row.kind), reference=Reference(row.reference), about=row.about,
        texts=tuple(ToRequester(text) for text in row.texts),
    )  # fmt: skip
    return Delivered(number=row.number, posted_at=row.posted_at, message=message)
