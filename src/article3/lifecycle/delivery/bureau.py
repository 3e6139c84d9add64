"""A bureau's side: what it holds, what it was told to remove, and what it owes the Secretariat in return."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from article3.terms.communication import BureauCode
from article3.terms.delivery import (
    Copy,
    CopyAnswer,
    Lane,
    Numbered,
    PassedOn,
    Receipt,
    RemoveOrder,
    Sent,
    TakenByHand,
    ToSecretariat,
)
from article3.terms.finding import Refused


@dataclass(frozen=True, slots=True)
class Held:
    """A copy at a bureau. `lapsed` is a lease that ended unconfirmed: nothing may be read or done on it."""

    item: str
    version: int
    digest: str
    reviewed: bool
    lease_until_s: int | None
    lapsed: bool = False
    acted_on: bool = False


@dataclass(frozen=True, slots=True)
class CopyKept:
    """A copy was taken in or changed."""

    copy: Held


@dataclass(frozen=True, slots=True)
class CopyRemoved:
    """A copy left the bureau's files; a stone stays, so that no later hand or line brings it back."""

    item: str
    order: str


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The Secretariat's message of this number had its effect."""

    lane: Lane
    number: int


@dataclass(frozen=True, slots=True)
class Reported:
    """A message to the Secretariat was written down and is owed from now on."""

    number: int
    payload: ToSecretariat


@dataclass(frozen=True, slots=True)
class ReportsReached:
    """The Secretariat has durably taken in our messages up to a number."""

    number: int


@dataclass(frozen=True, slots=True)
class Removal:
    """A removal that was carried out here and is not signed for: copies elsewhere at home are still to be answered."""

    item: str
    order: str
    answer: CopyAnswer


BureauEvent = CopyKept | CopyRemoved | TakenIn | Reported | ReportsReached


class BureauBooks(Protocol):
    """What the decisions read. Every answer includes the events already applied in the open transaction."""

    def copy(self, item: str) -> Held | None: ...
    def removed(self, item: str) -> bool: ...
    def last_taken_in(self, lane: Lane) -> int: ...
    def last_reported(self) -> int: ...
    def reached(self) -> int: ...
    def lapsing(self, at_s: int) -> Iterable[Held]: ...
    def at_home(self, item: str) -> Collection[str]: ...
    def unsigned(self, item: str) -> Removal | None: ...


def have(books: BureauBooks) -> Mapping[Lane, int]:
    """What a pull says: the last number durably taken in, for each lane."""
    return {lane: books.last_taken_in(lane) for lane in Lane}


def take_in(books: BureauBooks, message: Numbered, *, at_s: int) -> Iterator[BureauEvent]:
    """One message, exactly once and in order: a gap waits, a repeat has no effect."""
    if message.number != books.last_taken_in(message.lane) + 1:
        return
    yield TakenIn(message.lane, message.number)
    match message.payload:
        case Copy() as copy:
            yield from _hold(books, copy, at_s)
        case RemoveOrder(item=item, order=order):
            yield from _remove(books, item, order)


def take_by_hand(books: BureauBooks, copy: Copy, giver: BureauCode, *, at_s: int) -> Iterator[BureauEvent]:
    """Another bureau gives us an item outside the exchange; the Secretariat is told, so that a recall finds it."""
    if books.removed(copy.item):
        return
    yield from _hold(books, copy, at_s)
    yield _report(books, TakenByHand(copy.item, copy.version, giver))


def pass_on(books: BureauBooks, item: str, to: BureauCode) -> Iterator[BureauEvent]:
    """We give an item to another bureau; never one that lapsed, was removed, or is not held (RPD 66)."""
    held = books.copy(item)
    if held is None or held.lapsed:
        raise Refused("This item is not held any more and may not be passed on.", "RPD-66")
    yield _report(books, PassedOn(item, held.version, to))


def send(books: BureauBooks, sent: Sent) -> Iterator[BureauEvent]:
    """A diffusion leaves: it is ours and durable before the sender is told so."""
    yield _report(books, sent)


def act_on(books: BureauBooks, item: str) -> Iterator[BureauEvent]:
    """Something was done on the strength of a copy; only a reviewed, live copy allows it (features B2)."""
    held = books.copy(item)
    if held is None or held.lapsed or not held.reviewed:
        raise Refused("An item that is not reviewed is for information only.", "RPD-99-T")
    yield CopyKept(replace(held, acted_on=True))


def lapse(books: BureauBooks, *, at_s: int) -> Iterator[BureauEvent]:
    """Leases that ended unconfirmed lapse by the bureau's own clock, cut off or not (product decision 6)."""
    for held in sorted(books.lapsing(at_s), key=lambda copy: copy.item):
        yield CopyKept(replace(held, lapsed=True))


def reports_reached(books: BureauBooks, number: int) -> Iterator[BureauEvent]:
    """What the Secretariat says it has of ours; never more than was written, never backwards."""
    if books.reached() < number <= books.last_reported():
        yield ReportsReached(number)


def _hold(books: BureauBooks, copy: Copy, at_s: int) -> Iterator[BureauEvent]:
    """Keep the newest version; what was removed stays removed; an ended lease is taken in as lapsed."""
    held = books.copy(copy.item)
    if books.removed(copy.item) or (held is not None and held.version >= copy.version):
        return
    over = copy.lease_until_s is not None and copy.lease_until_s <= at_s
    yield CopyKept(
        Held(
            copy.item,
            copy.version,
            copy.digest,
            copy.reviewed,
            copy.lease_until_s,
            lapsed=over,
            acted_on=held is not None and held.acted_on,
        )
    )


def sign(books: BureauBooks, item: str, worst: CopyAnswer, done: str) -> Iterator[BureauEvent]:
    """The receipt for a removal, once every copy at home is answered for: never before (features B5)."""
    removal = books.unsigned(item)
    if removal is None:
        raise Refused("No removal of this item waits for a signature.", "RPD-99-N")
    if books.at_home(item):
        raise Refused(f"Copies at home are not answered for: {', '.join(sorted(books.at_home(item)))}.", "RPD-99-N")
    answer = worst if removal.answer is CopyAnswer.PURGED else removal.answer
    yield _report(books, Receipt(removal.order, item, answer, done))


def _remove(books: BureauBooks, item: str, order: str) -> Iterator[BureauEvent]:
    held = books.copy(item)
    yield CopyRemoved(item, order)
    answer = CopyAnswer.NEVER_HAD if held is None else (CopyAnswer.ACTED_BEFORE if held.acted_on else CopyAnswer.PURGED)
    if not books.at_home(item):
        yield _report(books, Receipt(order, item, answer))


def _report(books: BureauBooks, payload: ToSecretariat) -> Reported:
    return Reported(books.last_reported() + 1, payload)
