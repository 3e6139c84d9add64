"""The time for the decision stands still, for a listed reason (Statute 40(3))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.procedure import pause
from article3.commission.lifecycle.request import CommissionRequest, PauseReason
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseTime:
    """The time for the decision stands still, for a listed reason (Statute 40(3))."""

    reference: Reference
    reason: PauseReason


def pause_time(order: PauseTime, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """The time for the decision stands still, for a listed reason (Statute 40(3))."""
    request = shelf.request(order.reference)
    kept = shelf.keep(pause(request, order.reason, at=at, sitting=sitting))
    shelf.note("pause_time", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
