"""An item of information is noted, with what its owner says about telling it (Statute 35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle import chamber
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.lifecycle.sharing import Item
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteItem:
    """An item of information is noted, with what its owner says about telling it (Statute 35)."""

    reference: Reference
    item: Item


def note_item(order: NoteItem, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """An item of information is noted, with what its owner says about telling it (Statute 35)."""
    request = shelf.request(order.reference)
    kept = shelf.keep(chamber.note_item(request, order.item, at=at, sitting=sitting))
    shelf.note("note_item", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
