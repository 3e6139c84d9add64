"""What must hold after the quiet, checked against what really happened and not against the code's own books."""

from __future__ import annotations

from collections.abc import Iterator

from article3.commands.simulate.faults import DAY_S
from article3.commands.simulate.world import World
from article3.terms.communication import BureauCode
from article3.terms.delivery import CopyAnswer, Lane


def broken(world: World) -> list[str]:
    """Every promise that was not kept, in words; empty when all were."""
    return [
        *world.truth.handed_late,
        *_every_effect_once_and_in_order(world),
        *_everything_sent_is_recorded(world),
        *_recalled_items_are_nowhere(world),
        *_exactly_the_holders_owed(world),
        *_every_copy_is_fresh(world),
        *_leases_lapsed(world),
        *_answers_are_true(world),
    ]


def _every_effect_once_and_in_order(world: World) -> Iterator[str]:
    for code in world.codes:
        for lane in Lane:
            taken = world.truth.taken_in.get((code, lane), [])
            if taken != list(range(1, world.centre.last_posted(code, lane) + 1)):
                yield f"{code} {lane}: took in {len(taken)} of {world.centre.last_posted(code, lane)}, or out of order"


def _everything_sent_is_recorded(world: World) -> Iterator[str]:
    if set(world.truth.sent) != set(world.centre.items):
        yield f"sent and recorded differ by {sorted(set(world.truth.sent) ^ set(world.centre.items))[:5]}"


def _recalled_items_are_nowhere(world: World) -> Iterator[str]:
    for item in world.centre.items.values():
        if item.recalled_by:
            yield from (
                f"{code} still holds recalled {item.item}"
                for code in world.codes
                if world.seats[code].copy(item.item) is not None
            )


def expected_holders(world: World, item: str) -> set[BureauCode]:
    """Recipients and everybody somebody gave it to, the source apart."""
    source, recipients = world.truth.sent[item]
    return (set(recipients) | world.truth.given.get(item, set())) - {source}


def _exactly_the_holders_owed(world: World) -> Iterator[str]:
    for item in world.centre.items.values():
        if item.recalled_by and item.item in world.truth.sent:
            signed = {code for code in world.codes if (item.recalled_by, code) in world.centre.settled}
            if signed != expected_holders(world, item.item):
                yield f"{item.item}: signed by {len(signed)}, ever held by {len(expected_holders(world, item.item))}"
    yield from (f"{code} still owes {sorted(debts)[:3]}" for code, debts in world.centre.debts.items() if debts)


def _every_copy_is_fresh(world: World) -> Iterator[str]:
    for item in world.centre.items.values():
        if item.recalled_by or item.item not in world.truth.sent:
            continue
        for code in expected_holders(world, item.item):
            held = world.seats[code].copy(item.item)
            if held is None or (held.version, held.digest, held.reviewed) != (item.version, item.digest, item.reviewed):
                yield f"{code}: {item.item} is {held and held.version}, a fresh copy is version {item.version}"
    for code in world.codes:
        yield from (
            f"{code} holds {item} and was never given it"
            for item in world.seats[code].copies
            if code not in expected_holders(world, item)
        )


def _leases_lapsed(world: World) -> Iterator[str]:
    for code, seat in world.seats.items():
        for held in seat.copies.values():
            over = held.lease_until_s is not None and held.lease_until_s + 2 * DAY_S < world.now_s
            if over and not held.lapsed:
                yield f"{code}: the lease of {held.item} ended and the copy still stands"
            if held.reviewed and held.lapsed:
                yield f"{code}: {held.item} is reviewed and yet lapsed"


def _answers_are_true(world: World) -> Iterator[str]:
    for (order, code), answer in world.centre.settled.items():
        item = next((stone for stone, by in world.seats[code].stones.items() if by == order), None)
        if item is None:
            yield f"{code} signed for {order} and laid no stone"
        elif (answer is CopyAnswer.ACTED_BEFORE) != ((item, code) in world.truth.acted):
            yield f"{code} signed {answer} for {item}"
