"""More time in special circumstances, told to the applicant (Statute 40(3))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.procedure import extend
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendTime:
    """More time in special circumstances, told to the applicant (Statute 40(3))."""

    reference: Reference
    days: int
    because: str


def extend_time(order: ExtendTime, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """More time in special circumstances, told to the applicant (Statute 40(3))."""
    request = shelf.request(order.reference)
    kept = shelf.keep(extend(request, order.days, order.because, at=at, sitting=sitting))
    shelf.note("extend_time", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
