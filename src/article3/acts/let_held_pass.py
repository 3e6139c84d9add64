"""A reviewer lets a message go out that was held at the gateway, with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, unchanged
from article3.acts.gateway import tell_recipients, way_of
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import gateway
from article3.lifecycle.events import HeldPassed
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class LetHeldPass:
    """The held file on the version that was read, and why."""

    reference: Reference
    version: int
    because: str


def let_held_pass(order: LetHeldPass, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> HeldPassed:
    """It goes to its recipients at once, as it would have gone."""
    file = unchanged(register.file(order.reference), order.version)
    way = way_of(file, register, day_of(at))
    passed = gateway.let_pass(file, order.because, way=way, at=at, sitting=sitting)
    kept = filed(file, passed, at=at, sitting=sitting, register=register, journal=journal)
    tell_recipients(kept, register, outbox, day_of(at))
    return passed
