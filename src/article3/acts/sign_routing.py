"""A second officer signs a routing measure, or its end: until then nothing changes (RPD 131)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle.events import RoutingEndSigned, RoutingSigned
from article3.lifecycle.routing import after_routing, sign
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRouting:
    """The measure on the version that was read."""

    routing: Reference
    version: int


def sign_routing(order: SignRouting, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                 journal: Journal) -> RoutingSigned | RoutingEndSigned:
    """Another officer than the first, of another nationality, and not of the bureau's country."""
    measure = register.routing(order.routing)
    if measure.version != order.version:
        raise Changed
    signed = sign(measure, at=at, sitting=sitting)
    register.keep_routing(after_routing(measure, signed, sitting.nationality))
    journal.append(signed)
    return signed
