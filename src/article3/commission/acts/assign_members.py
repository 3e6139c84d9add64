"""Rapporteur and members are assigned; no tie of nationality, nobody who stood aside (Statute 14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.procedure import assign
from article3.commission.lifecycle.request import CommissionRequest, Seated
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignMembers:
    """Rapporteur and members are assigned; no tie of nationality, nobody who stood aside (Statute 14)."""

    reference: Reference
    rapporteur: Seated | None
    members: tuple[Seated, ...]


def assign_members(order: AssignMembers, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """Rapporteur and members are assigned; no tie of nationality, nobody who stood aside (Statute 14)."""
    request = shelf.request(order.reference)
    kept = shelf.keep(assign(request, order.rapporteur, order.members, at=at, sitting=sitting))
    shelf.note("assign_members", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
