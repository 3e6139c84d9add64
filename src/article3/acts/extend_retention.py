"""The source keeps its data one more period, once, with a reason (RPD 50)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, own_file
from article3.acts.ports import Journal, Outbox, Register
from article3.law.parameters import parameter
from article3.lifecycle.events import RetentionExtended
from article3.lifecycle.retention import extend
from article3.terms.clocks import day_of
from article3.terms.communication import Declaration, Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendRetention:
    """For how many months and why; for a red notice the assurance of RPD 84(b), given anew."""

    reference: Reference
    months: int
    because: str
    assurance: Declaration | None = None


def extend_retention(order: ExtendRetention, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                     journal: Journal) -> RetentionExtended:
    """Nothing else ever makes the time longer."""
    file = own_file(register, order.reference, sitting)
    on = day_of(at)
    extended = extend(file, order.months, order.because, order.assurance, at=at, sitting=sitting,
                      longest_months=parameter("retention.extension_max_months", on),
                      ask_months=parameter("retention.ask_before_months", on))
    filed(file, extended, at=at, sitting=sitting, register=register, journal=journal)
    return extended
