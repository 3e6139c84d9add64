"""The content of a file that ended goes before its retention is over: the time to appeal has passed, or by order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.law.parameters import parameter
from article3.lifecycle.events import DataDeleted
from article3.lifecycle.retention import erase
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseContent:
    """The file, and by which order its content goes at once (empty: because the time to appeal is over)."""

    reference: Reference
    ordered_by: str = ""


def erase_content(order: EraseContent, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> DataDeleted:
    """What is left is that the file was there and how it ended; its keys are destroyed once this is through."""
    file = register.file(order.reference)
    months = parameter("erasure.appeal_months", day_of(at))
    erased = erase(file, appeal_months=0 if order.ordered_by.strip() else months, at=at, sitting=sitting)
    filed(file, erased, at=at, sitting=sitting, register=register, journal=journal)
    return erased
