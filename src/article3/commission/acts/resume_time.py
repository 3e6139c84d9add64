"""The time for the decision runs on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.procedure import resume
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeTime:
    """The time for the decision runs on."""

    reference: Reference



def resume_time(order: ResumeTime, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """The time for the decision runs on."""
    request = shelf.request(order.reference)
    kept = shelf.keep(resume(request, at=at, sitting=sitting))
    shelf.note("resume_time", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
