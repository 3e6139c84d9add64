"""The source ended its data before the decision; the applicant is offered a ruling (CCF-X-1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.chamber import source_ended
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSourceEnded:
    """The source ended its data before the decision; the applicant is offered a ruling (CCF-X-1)."""

    reference: Reference
    file: Reference


def note_source_ended(order: NoteSourceEnded, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """The source ended its data before the decision; the applicant is offered a ruling (CCF-X-1)."""
    request = shelf.request(order.reference)
    kept = shelf.keep(source_ended(request, order.file, at=at))
    shelf.note("note_source_ended", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
