"""The rapporteur decides how far an item is open: whole, as a gist, or closed with a reason (Statute 35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle import chamber
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.lifecycle.sharing import Shared
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleItem:
    """The rapporteur decides how far an item is open: whole, as a gist, or closed with a reason (Statute 35)."""

    reference: Reference
    item: str
    shared: Shared
    gist: str
    because: str


def settle_item(order: SettleItem, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """The rapporteur decides how far an item is open: whole, as a gist, or closed with a reason (Statute 35)."""
    request = shelf.request(order.reference)
    settled = chamber.settle_item(request, order.item, order.shared, order.gist, order.because, at=at, sitting=sitting)
    kept = shelf.keep(settled)
    shelf.note("settle_item", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
