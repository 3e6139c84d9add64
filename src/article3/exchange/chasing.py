"""Removals that are to be chased: the debts on which a step is due, and the step they have come to."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from article3.exchange.models import Debt
from article3.lifecycle.delivery.chasing import Ladder, RemovalEscalated, RemovalReminded
from article3.terms.communication import BureauCode, Reference
from article3.terms.sitting import Sitting


def take_steps(ladder: Ladder, *, at: datetime, sitting: Sitting, most: int
               ) -> tuple[RemovalReminded | RemovalEscalated, ...]:  # fmt: skip
    """Write down the step each debt has come to, the oldest first, and say it: one for each debt, however many were
    missed while nobody looked. The rows stay locked until the transaction ends, so no step is taken twice."""
    due = Q()
    for taken, after in enumerate(ladder.after):
        due |= Q(steps=taken, owed_at__lte=at - after)
    rows = list(Debt.objects.select_for_update().filter(due, settled_at=None).order_by("owed_at", "pk")[:most])
    for row in rows:
        row.steps = ladder.reached(at - row.owed_at)
        row.escalated_at = at if ladder.is_escalated(row.steps) else None
    Debt.objects.bulk_update(rows, ["steps", "escalated_at"], batch_size=200)
    return tuple(_said(row, at, sitting) for row in rows)


def _said(row: Debt, at: datetime, sitting: Sitting) -> RemovalReminded | RemovalEscalated:
    item, to = Reference(row.item), BureauCode(row.bureau)
    if row.escalated_at:
        return RemovalEscalated(reference=item, at=at, by=sitting.officer, seat=sitting.seat, order=row.order, to=to)
    return RemovalReminded(reference=item, at=at, by=sitting.officer, seat=sitting.seat, order=row.order, to=to,
                           number=row.steps)
