"""The desk ends an entry of its list, from a day on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.protective import Protected, ProtectionEnded
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class EndProtection:
    """The entry by its exact id, the first day without protection, and why."""

    entry: str
    ends_on: date
    because: str


def end_protection(order: EndProtection, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
                   ) -> ProtectionEnded:  # fmt: skip
    """The entry stays, with its end: what it restricted stays restricted until it is judged."""
    entry = cabinet.one(Protected, order.entry)
    if not order.because.strip():
        raise Refused("Say why the protection ends.")
    cabinet.next_revision()
    cabinet.keep(replace(entry, ends_on=order.ends_on))
    event = ProtectionEnded(reference=Reference(order.entry), at=at, by=sitting.officer, seat=sitting.seat,
                            ends_on=order.ends_on, because=order.because)
    cabinet.write_down(event)
    return event
