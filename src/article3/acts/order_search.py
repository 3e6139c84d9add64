"""A reviewer orders a search of the public sources for a case; a program carries it out and fills the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import research
from article3.lifecycle.research_events import SearchOrdered
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSearch:
    """Search every source the operator named. `by_name_because`: why the person's name is given to them; empty: not."""

    reference: Reference
    order: str  # a fresh random id
    by_name_because: str = ""


def order_search(
    order: OrderSearch, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox, journal: Journal
) -> SearchOrdered:
    """By itself a search asks about the country, its courts and the offence: a name tells the source who is sought."""
    file = register.file(order.reference)
    ordered = research.order_search(file, order.order, by_name_because=order.by_name_because, at=at, sitting=sitting)
    filed(file, ordered, at=at, sitting=sitting, register=register, journal=journal)
    return ordered
