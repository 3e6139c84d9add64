"""The Secretariat's side: who holds what, what is owed to whom, and what a bureau gets at its next pull."""

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
    ToBureau,
)
from article3.terms.finding import Refused


@dataclass(frozen=True, slots=True)
class Item:
    """What the Secretariat records of one delivered communication."""

    item: str
    source: BureauCode
    digest: str
    version: int = 1
    reviewed: bool = False
    lease_until_s: int | None = None
    recalled_by: str | None = None

    def copy(self) -> Copy:
        """The copy a holder is owed now."""
        return Copy(self.item, self.version, self.digest, self.reviewed, self.lease_until_s)


@dataclass(frozen=True, slots=True)
class ItemKept:
    """An item was recorded or changed."""

    item: Item


@dataclass(frozen=True, slots=True)
class Posted:
    """A message was put into a bureau's mailbox and is owed from now on."""

    to: BureauCode
    lane: Lane
    number: int
    payload: ToBureau


@dataclass(frozen=True, slots=True)
class HolderLearned:
    """A bureau is known to hold, or to be about to hold, an item; never forgotten."""

    item: str
    bureau: BureauCode


@dataclass(frozen=True, slots=True)
class DebtOwed:
    """A holder owes the removal of its copy; `number` is the order's place in its recall lane."""

    order: str
    item: str
    bureau: BureauCode
    number: int


@dataclass(frozen=True, slots=True)
class DebtSettled:
    """A holder signed for the removal; `done`: what had been done on its copy before."""

    order: str
    bureau: BureauCode
    answer: CopyAnswer
    done: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A bureau's message was taken in: its number is remembered with its effect."""

    bureau: BureauCode
    number: int


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A bureau has durably taken in all messages of a lane up to a number."""

    bureau: BureauCode
    lane: Lane
    number: int


SecretariatEvent = ItemKept | Posted | HolderLearned | DebtOwed | DebtSettled | Heard | Acknowledged


class SecretariatBooks(Protocol):
    """What the decisions read. Every answer includes the events already applied in the open transaction."""

    def item(self, item: str) -> Item | None: ...
    def holders(self, item: str) -> Iterable[BureauCode]: ...
    def holds(self, item: str, bureau: BureauCode) -> bool: ...
    def last_posted(self, bureau: BureauCode, lane: Lane) -> int: ...
    def last_heard(self, bureau: BureauCode) -> int: ...
    def acknowledged(self, bureau: BureauCode, lane: Lane) -> int: ...
    def owes(self, order: str, bureau: BureauCode) -> bool: ...
    def ordered(self, item: str) -> Collection[BureauCode]: ...
    def unsigned(self, bureau: BureauCode) -> Iterable[DebtOwed]: ...
    def waiting(self, bureau: BureauCode, lane: Lane, after: int, limit: int) -> list[Numbered]: ...


def record(
    books: SecretariatBooks, sent: Sent, source: BureauCode, *, at_s: int, lease_s: int
) -> Iterator[SecretariatEvent]:
    """A diffusion is recorded and owed to its recipients in one act; unreviewed, as a lease (RPD 1, 99)."""
    if books.item(sent.item) is not None:
        return
    yield from issue(books, Item(sent.item, source, sent.digest, lease_until_s=at_s + lease_s), sent.recipients)


def issue(books: SecretariatBooks, item: Item, audience: Iterable[BureauCode]) -> Iterator[SecretariatEvent]:
    """An item not delivered before is recorded and owed to its audience, its source apart."""
    yield ItemKept(item)
    yield from welcome(books, item.item, audience)


def welcome(books: SecretariatBooks, item: str, bureaus: Iterable[BureauCode]) -> Iterator[SecretariatEvent]:
    """Bureaus that are to hold an item and do not yet: they are owed the copy other holders have."""
    found = _live(books, item)
    for bureau in sorted(set(bureaus) - {found.source}):
        if not books.holds(item, bureau):
            yield HolderLearned(item, bureau)
            yield _post(books, bureau, Lane.ORDINARY, found.copy())


def approve(
    books: SecretariatBooks, item: str, digest: str = "", barred: Collection[BureauCode] = ()
) -> Iterator[SecretariatEvent]:
    """Review found the item compliant: every holder gets a version that no longer lapses."""
    found = _live(books, item)
    changed = replace(found, version=found.version + 1, reviewed=True, lease_until_s=None)
    yield from _reissue(books, replace(changed, digest=digest or found.digest), barred)


def correct(
    books: SecretariatBooks, item: str, digest: str, barred: Collection[BureauCode] = (),
    lease_until_s: int | None = None,
) -> Iterator[SecretariatEvent]:
    """The source or the Secretariat changed the content or its caveats: every holder gets the new version.

    A bureau the source bars by now gets no new version; what it holds is found by a recall all the same (RPD 58).
    With `lease_until_s`, what was reviewed is so no more: the new version lapses again unless it is confirmed.
    """
    found = _live(books, item)
    changed = replace(found, version=found.version + 1, digest=digest)
    anew = changed if lease_until_s is None else replace(changed, reviewed=False, lease_until_s=lease_until_s)
    yield from _reissue(books, anew, barred)


def narrow(books: SecretariatBooks, item: str, order: str, keep: Collection[BureauCode]) -> Iterator[SecretariatEvent]:
    """The item goes on for fewer bureaus: every other holder owes its removal, as it would by a recall."""
    _live(books, item)
    for bureau in sorted(set(books.holders(item)) - set(keep) - set(books.ordered(item))):
        yield from _owe(books, order, item, bureau)


def recall(books: SecretariatBooks, item: str, order: str) -> Iterator[SecretariatEvent]:
    """Everyone who ever held the item owes its removal, whatever they answered or hold today (RPD 99)."""
    found = _live(books, item)
    yield ItemKept(replace(found, recalled_by=order))
    for bureau in sorted(set(books.holders(item)) - set(books.ordered(item))):  # who was told before owes it once
        yield from _owe(books, order, item, bureau)


def take_in(
    books: SecretariatBooks, bureau: BureauCode, message: Numbered, *, at_s: int, lease_s: int
) -> Iterator[SecretariatEvent]:
    """One message of a bureau, exactly once and in order: a repeat has no effect, a gap is not taken in."""
    if message.number != books.last_heard(bureau) + 1:
        return
    yield Heard(bureau, message.number)
    match message.payload:
        case Sent() as sent:
            yield from record(books, sent, bureau, at_s=at_s, lease_s=lease_s)
        case PassedOn(item=item, to=to):
            yield from _learn(books, item, to)
        case TakenByHand(item=item):
            yield from _learn(books, item, bureau)
        case Receipt(order=order, answer=answer, done=done):
            if books.owes(order, bureau):
                yield DebtSettled(order, bureau, answer, done)


def acknowledge(books: SecretariatBooks, bureau: BureauCode, have: Mapping[Lane, int]) -> Iterator[SecretariatEvent]:
    """What a bureau says it has durably taken in; never more than was posted, never backwards."""
    for lane, number in have.items():
        if books.acknowledged(bureau, lane) < number <= books.last_posted(bureau, lane):
            yield Acknowledged(bureau, lane, number)


def hand_out(books: SecretariatBooks, bureau: BureauCode, have: Mapping[Lane, int], limit: int) -> list[Numbered]:
    """The next messages for a bureau: recalls first, and nothing else while it has not signed for one (A13)."""
    recalls = books.waiting(bureau, Lane.RECALL, have[Lane.RECALL], limit)
    if recalls:
        return recalls
    unsigned = sorted(books.unsigned(bureau), key=lambda debt: debt.number)
    if unsigned:
        return [Numbered(Lane.RECALL, debt.number, RemoveOrder(debt.item, debt.order)) for debt in unsigned[:limit]]
    return books.waiting(bureau, Lane.ORDINARY, have[Lane.ORDINARY], limit)


def _learn(books: SecretariatBooks, item: str, bureau: BureauCode) -> Iterator[SecretariatEvent]:
    """A holder we did not know of: it is owed what other holders are owed, the removal included."""
    found = books.item(item)
    if books.holds(item, bureau) or (found is not None and bureau == found.source):
        return
    yield HolderLearned(item, bureau)
    if found is None:  # told of before its sender's own message reached us; the sender's comes
        return
    if found.recalled_by is not None:
        yield from _owe(books, found.recalled_by, item, bureau)
    else:  # the copy given by hand may be old, or may not have survived the taker's crash
        yield _post(books, bureau, Lane.ORDINARY, found.copy())


def _reissue(books: SecretariatBooks, item: Item, barred: Collection[BureauCode]) -> Iterator[SecretariatEvent]:
    yield ItemKept(item)
    for bureau in sorted(set(books.holders(item.item)) - set(barred) - set(books.ordered(item.item))):
        yield _post(books, bureau, Lane.ORDINARY, item.copy())


def _owe(books: SecretariatBooks, order: str, item: str, bureau: BureauCode) -> Iterator[SecretariatEvent]:
    posted = _post(books, bureau, Lane.RECALL, RemoveOrder(item, order))
    yield posted
    yield DebtOwed(order, item, bureau, posted.number)


def _post(books: SecretariatBooks, bureau: BureauCode, lane: Lane, payload: ToBureau) -> Posted:
    return Posted(bureau, lane, books.last_posted(bureau, lane) + 1, payload)


def _live(books: SecretariatBooks, item: str) -> Item:
    found = books.item(item)
    if found is None:
        raise Refused("No such item was ever delivered.", "RPD-99-N")
    if found.recalled_by is not None:
        raise Refused("The item was already recalled.", "RPD-99-N")
    return found
