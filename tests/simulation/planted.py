"""Faults planted in the delivery core, one function each: what a tired programmer might have written."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from article3.commands.simulate.books import BureauMemory, SecretariatMemory
from article3.lifecycle.delivery import bureau as b
from article3.lifecycle.delivery import secretariat as s
from article3.terms.delivery import Copy, CopyAnswer, Lane, PassedOn, Receipt, RemoveOrder, TakenByHand

Fault = Callable[[pytest.MonkeyPatch], None]
FAULTS: list[Fault] = []


def _fault(plant: Fault) -> Fault:
    FAULTS.append(plant)
    return plant


def _drop(module: Any, name: str, unwanted: Callable[[Any], bool], patch: pytest.MonkeyPatch) -> None:
    """The decision forgets some of its events."""
    original = getattr(module, name)
    patch.setattr(module, name, lambda *a, **k: (event for event in original(*a, **k) if not unwanted(event)))


@_fault
def a_receipt_is_lost(patch: pytest.MonkeyPatch) -> None:
    """The bureau removes and forgets to sign."""
    _drop(b, "_remove", lambda event: isinstance(event, b.Reported), patch)


@_fault
def a_debt_is_not_written_down(patch: pytest.MonkeyPatch) -> None:
    """The order is posted and nobody remembers that it is owed."""
    _drop(s, "_owe", lambda event: isinstance(event, s.DebtOwed), patch)


@_fault
def an_order_is_not_posted(patch: pytest.MonkeyPatch) -> None:
    """The debt is remembered and the order never sent."""
    _drop(s, "_owe", lambda event: isinstance(event, s.Posted), patch)


@_fault
def a_forwarder_is_missed(patch: pytest.MonkeyPatch) -> None:
    """What bureaus say of passing items on is ignored."""
    patch.setattr(s, "_learn", lambda books, item, bureau: iter(()))


@_fault
def the_recall_goes_to_the_recipients_of_today_only(patch: pytest.MonkeyPatch) -> None:
    """One holder is left out of every recall."""
    original = SecretariatMemory.holders
    patch.setattr(SecretariatMemory, "holders", lambda self, item: sorted(original(self, item))[1:])


@_fault
def a_repeat_is_applied_twice(patch: pytest.MonkeyPatch) -> None:
    """The bureau takes the last message in again when it is repeated."""

    def careless(books: Any, message: Any, *, at_s: int) -> Iterator[Any]:
        if message.number > books.last_taken_in(message.lane) + 1 or message.number < books.last_taken_in(message.lane):
            return
        yield b.TakenIn(message.lane, message.number)
        if isinstance(message.payload, Copy):
            yield from b._hold(books, message.payload, at_s)
        else:
            yield from b._remove(books, message.payload.item, message.payload.order)

    patch.setattr(b, "take_in", careless)


@_fault
def a_gap_is_jumped(patch: pytest.MonkeyPatch) -> None:
    """The bureau takes in whatever is newer, whether or not something is missing before it."""
    original = b.take_in
    patch.setattr(BureauMemory, "last_taken_in", lambda self, lane: self.taken[lane])

    def careless(books: Any, message: Any, *, at_s: int) -> Iterator[Any]:
        if message.number > books.taken[message.lane]:
            books.taken[message.lane] = message.number - 1
        yield from original(books, message, at_s=at_s)

    patch.setattr(b, "take_in", careless)
    patch.setattr(s, "hand_out", _every_second(s.hand_out))


def _every_second(original: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    return lambda *a, **k: original(*a, **k)[::2]


@_fault
def a_report_is_heard_twice(patch: pytest.MonkeyPatch) -> None:
    """The Secretariat forgets which report it heard last."""
    _drop(s, "take_in", lambda event: isinstance(event, s.Heard), patch)


@_fault
def no_stone_is_laid(patch: pytest.MonkeyPatch) -> None:
    """A removed item may come back."""
    patch.setattr(BureauMemory, "removed", lambda self, item: False)


@_fault
def an_old_version_replaces_a_new_one(patch: pytest.MonkeyPatch) -> None:
    """The bureau keeps whatever came last."""

    def careless(books: Any, copy: Copy, at_s: int) -> Iterator[Any]:
        if not books.removed(copy.item):
            yield b.CopyKept(b.Held(copy.item, copy.version, copy.digest, copy.reviewed, copy.lease_until_s))

    patch.setattr(b, "_hold", careless)


@_fault
def leases_do_not_lapse(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks at the clock."""
    patch.setattr(b, "lapse", lambda books, *, at_s: iter(()))


@_fault
def an_approval_does_not_lift_the_lease(patch: pytest.MonkeyPatch) -> None:
    """Reviewed, and yet it lapses."""
    original = s.Item.copy
    patch.setattr(s.Item, "copy", lambda self: replace(original(self), lease_until_s=self.lease_until_s or 1))


@_fault
def an_approval_reaches_nobody(patch: pytest.MonkeyPatch) -> None:
    """The new version is recorded and not posted."""
    _drop(s, "_reissue", lambda event: isinstance(event, s.Posted), patch)


@_fault
def a_correction_keeps_the_old_version_number(patch: pytest.MonkeyPatch) -> None:
    """Holders take the correction for a repeat."""

    def careless(books: Any, item: str, digest: str) -> Iterator[Any]:
        yield from s._reissue(books, replace(s._live(books, item), digest=digest))

    patch.setattr(s, "correct", careless)


@_fault
def more_is_acknowledged_than_was_taken_in(patch: pytest.MonkeyPatch) -> None:
    """The pull claims one message too many and it is thrown away unread."""
    patch.setattr(b, "have", lambda books: {lane: books.last_taken_in(lane) + 1 for lane in Lane})


@_fault
def reports_are_thrown_away_unheard(patch: pytest.MonkeyPatch) -> None:
    """The bureau believes everything arrived."""
    patch.setattr(b, "reports_reached", lambda books, number: iter([b.ReportsReached(books.last_reported())]))


@_fault
def ordinary_mail_goes_before_recalls(patch: pytest.MonkeyPatch) -> None:
    """First come, first served."""

    def careless(books: Any, bureau: Any, have: Any, limit: int) -> list[Any]:
        ordinary = books.waiting(bureau, Lane.ORDINARY, have[Lane.ORDINARY], limit)
        return ordinary or books.waiting(bureau, Lane.RECALL, have[Lane.RECALL], limit)

    patch.setattr(s, "hand_out", careless)


@_fault
def two_messages_get_one_number(patch: pytest.MonkeyPatch) -> None:
    """Every tenth post reuses the last number."""
    counter, original = itertools.count(1), s._post

    def careless(books: Any, bureau: Any, lane: Any, payload: Any) -> Any:
        posted = original(books, bureau, lane, payload)
        return replace(posted, number=max(1, posted.number - (next(counter) % 10 == 0)))

    patch.setattr(s, "_post", careless)


@_fault
def a_sent_item_is_recorded_without_its_last_recipient(patch: pytest.MonkeyPatch) -> None:
    """An off-by-one in the list of recipients."""
    original = s.record

    def careless(books: Any, sent: Any, source: Any, **k: Any) -> Iterator[Any]:
        yield from original(books, replace(sent, recipients=sent.recipients[:-1]), source, **k)

    patch.setattr(s, "record", careless)


@_fault
def acted_is_signed_as_purged(patch: pytest.MonkeyPatch) -> None:
    """What was done on a copy is hidden from the receipt."""
    original = b._remove

    def careless(books: Any, item: str, order: str) -> Iterator[Any]:
        for event in original(books, item, order):
            signed = isinstance(event, b.Reported)
            yield replace(event, payload=Receipt(order, item, CopyAnswer.PURGED)) if signed else event

    patch.setattr(b, "_remove", careless)


@_fault
def a_copy_taken_by_hand_is_not_told(patch: pytest.MonkeyPatch) -> None:
    """Neither giver nor taker tells the Secretariat."""
    original = b._report

    def careless(books: Any, payload: Any) -> Any:
        told = original(books, payload)
        return replace(told, payload=RemoveOrder("", "")) if isinstance(payload, TakenByHand | PassedOn) else told

    patch.setattr(b, "_report", careless)


@_fault
def the_removal_leaves_the_copy(patch: pytest.MonkeyPatch) -> None:
    """Signed for, and still in the files."""
    _drop(b, "_remove", lambda event: isinstance(event, b.CopyRemoved), patch)
