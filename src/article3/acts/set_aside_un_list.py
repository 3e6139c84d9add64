"""A list that was laid before the Secretariat is not carried out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle import listing
from article3.lifecycle.listing import ListSetAside, UnList
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsideUnList:
    """The list, on the version that was read."""

    page: Reference
    version: int


def set_aside_un_list(order: SetAsideUnList, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                      journal: Journal) -> ListSetAside:
    """Nothing of it was carried out, and nothing will be."""
    page = register.ledger_page(UnList, order.page)
    if page.version != order.version:
        raise Changed
    event = listing.set_aside(page, at=at, sitting=sitting)
    register.keep_page(replace(page, set_aside=listing.signed(sitting, at), version=page.version + 1))
    journal.append(event)
    return event
