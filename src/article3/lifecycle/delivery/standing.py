"""From how a record stands in the Organization's files to what its holders are owed.

No act says what is to be delivered: after every act the two are compared, so that none can forget a holder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from article3.lifecycle.delivery import secretariat
from article3.lifecycle.delivery.secretariat import Item, SecretariatBooks, SecretariatEvent
from article3.terms.communication import BureauCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A record as members read it now. `digest` is of that reading; empty when there is nothing to hold any more."""

    item: str
    source: BureauCode
    digest: str
    reviewed: bool
    leased: bool  # delivered before its review: lapses by itself
    audience: tuple[BureauCode, ...]
    barred: frozenset[BureauCode] = frozenset()
    narrowed: bool = False  # from now on for its audience alone: a notice that became a diffusion


def brought_up_to_date(
    books: SecretariatBooks, now: Standing, *, at_s: int, lease_s: int
) -> Iterator[SecretariatEvent]:
    """What has to be posted so that every holder ends with what the record is now; nothing when nothing changed."""
    found = books.item(now.item)
    if found is None:
        if now.digest:
            until_s = at_s + lease_s if now.leased else None
            fresh = Item(now.item, now.source, now.digest, reviewed=now.reviewed, lease_until_s=until_s)
            yield from secretariat.issue(books, fresh, now.audience)
        return
    if found.recalled_by is not None:
        return
    if not now.digest:
        yield from secretariat.recall(books, now.item, order_of(now.item))
        return
    if now.narrowed:
        yield from secretariat.narrow(books, now.item, order_of(now.item), {*now.audience, now.source})
    if now.reviewed and not found.reviewed:
        yield from secretariat.approve(books, now.item, now.digest, now.barred)
    elif now.digest != found.digest:
        lapses_s = at_s + lease_s if now.leased and found.reviewed else None
        yield from secretariat.correct(books, now.item, now.digest, now.barred, lapses_s)
    yield from secretariat.welcome(books, now.item, now.audience)


def order_of(item: str) -> str:
    """The id of the one order that ever removes an item: the same however often it is given."""
    return f"remove-{item}"
