"""An officer of the Commission's secretariat takes a request up (Statute 14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.procedure import take_up
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUpRequest:
    """An officer of the Commission's secretariat takes a request up (Statute 14)."""

    reference: Reference



def take_up_request(order: TakeUpRequest, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """An officer of the Commission's secretariat takes a request up (Statute 14)."""
    request = shelf.request(order.reference)
    kept = shelf.keep(take_up(request, at=at, sitting=sitting))
    shelf.note("take_up_request", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
