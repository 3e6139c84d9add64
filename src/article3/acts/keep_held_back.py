"""A reviewer keeps a message back for good that was held at the gateway, with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, unchanged
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import gateway
from article3.lifecycle.events import HeldKeptBack
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepHeldBack:
    """The held file on the version that was read, and why."""

    reference: Reference
    version: int
    because: str


def keep_held_back(order: KeepHeldBack, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> HeldKeptBack:
    """Nobody is told: its source reads what it has read since it sent it."""
    file = unchanged(register.file(order.reference), order.version)
    kept_back = gateway.keep_back(file, order.because, at=at, sitting=sitting)
    filed(file, kept_back, at=at, sitting=sitting, register=register, journal=journal)
    return kept_back
