"""Whether data exist is checked, through the Organization's reading door only (Statute 33)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.procedure import identify
from article3.commission.lifecycle.request import CommissionRequest, Identified
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifyData:
    """Whether data exist is checked, through the Organization's reading door only (Statute 33)."""

    reference: Reference
    found: tuple[Identified, ...]


def identify_data(order: IdentifyData, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """Whether data exist is checked, through the Organization's reading door only (Statute 33)."""
    request = shelf.request(order.reference)
    kept = shelf.keep(identify(request, order.found, at=at, sitting=sitting))
    shelf.note("identify_data", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
