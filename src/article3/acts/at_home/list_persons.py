"""The desk puts persons on its protected list: one, or a whole file of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.protective import PersonsListed, Protected
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

MOST = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPersons:
    """The entries, each with a fresh id."""

    entries: tuple[Protected, ...]


def list_persons(order: ListPersons, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
                 ) -> PersonsListed:  # fmt: skip
    """All of them or none. What the bureau holds already is compared with them next."""
    if not 0 < len(order.entries) <= MOST:
        raise Refused(f"List 1 to {MOST} persons at once.")
    nameless = [place for place, entry in enumerate(order.entries, 1) if not entry.family.strip()]
    if nameless:
        raise Refused(f"Entry {nameless[0]} has no family name.")
    revision = cabinet.next_revision()
    for entry in order.entries:
        cabinet.keep(replace(entry, revision=revision))
    event = PersonsListed(reference=Reference(""), at=at, by=sitting.officer, seat=sitting.seat,
                          entries=tuple(entry.id for entry in order.entries))
    cabinet.write_down(event)
    return event
