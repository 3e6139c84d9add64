"""A lead proposes to end a routing measure before its day, with a reason; a second officer signs it (RPD 131)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle.events import RoutingEndProposed
from article3.lifecycle.routing import after_routing, propose_end
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRouting:
    """The measure on the version that was read, and why it is to end."""

    routing: Reference
    version: int
    because: str


def end_routing(order: EndRouting, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> RoutingEndProposed:
    """What is held stays held until a reviewer has looked at it; only what arrives afterwards goes direct."""
    measure = register.routing(order.routing)
    if measure.version != order.version:
        raise Changed
    proposed = propose_end(measure, order.because, at=at, sitting=sitting)
    register.keep_routing(after_routing(measure, proposed, sitting.nationality))
    journal.append(proposed)
    return proposed
