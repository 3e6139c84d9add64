"""An officer of the Secretariat opens a free message: on its owner's consent or in an open case (RPD 22(6))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import opening
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMessage:
    """Which message, and why."""

    reference: Reference
    because: str


def open_message(order: OpenMessage, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                 journal: Journal) -> opening.MessageOpened:
    """The opening is on record before anything is read; read again, it is opened again."""
    file = register.file(order.reference)
    opened = opening.open_message(file, order.because, at=at, sitting=sitting,
                                  disputed=register.is_disputed(file.reference))  # fmt: skip
    filed(file, opened, at=at, sitting=sitting, register=register, journal=journal)
    return opened
