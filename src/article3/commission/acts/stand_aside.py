"""An officer of the Commission stands aside from a request, for good (Statute 14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle import procedure
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class StandAside:
    """An officer of the Commission stands aside from a request, for good (Statute 14)."""

    reference: Reference
    because: str


def stand_aside(order: StandAside, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """An officer of the Commission stands aside from a request, for good (Statute 14)."""
    request = shelf.request(order.reference)
    kept = shelf.keep(procedure.stand_aside(request, order.because, at=at, sitting=sitting))
    shelf.note("stand_aside", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
