"""The rapporteur proposes how to decide (Statute 33, 38)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.chamber import propose
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.lifecycle.ruling import Draft
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeRuling:
    """The rapporteur proposes how to decide (Statute 33, 38)."""

    reference: Reference
    draft: Draft


def propose_ruling(order: ProposeRuling, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """The rapporteur proposes how to decide (Statute 33, 38)."""
    request = shelf.request(order.reference)
    kept = shelf.keep(propose(request, order.draft, at=at, sitting=sitting))
    shelf.note("propose_ruling", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
