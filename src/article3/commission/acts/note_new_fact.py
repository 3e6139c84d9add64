"""The register learned a fact about a file of a decided request: the request says so (Statute 42)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle import revision
from article3.commission.lifecycle.learned import Learned
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteNewFact:
    """The request and the fact."""

    reference: Reference
    learned: Learned


def note_new_fact(order: NoteNewFact, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """Nothing follows by itself: a member says whether it could have led to another decision."""
    request = shelf.request(order.reference)
    kept = shelf.keep(revision.note_new_fact(request, order.learned, at=at))
    shelf.note("note_new_fact", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
