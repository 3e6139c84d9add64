"""A provisional measure: the data are blocked at once, everywhere (Statute 37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.letters import order_letter
from article3.commission.acts.ports import Post, Shelf
from article3.commission.lifecycle import chamber
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.facts_commission import UrgencyGround
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderBlock:
    """A provisional measure: the data are blocked at once, everywhere (Statute 37)."""

    reference: Reference
    file: Reference
    id: str
    urgency: UrgencyGround
    because: str


def order_block(order: OrderBlock, *, at: datetime, sitting: Sitting, shelf: Shelf, post: Post) -> CommissionRequest:
    """A provisional measure: the data are blocked at once, everywhere (Statute 37)."""
    request = shelf.request(order.reference)
    blocked, measure = chamber.order_block(request, order.file, order.id, order.urgency, order.because, at=at,
                                           sitting=sitting)
    kept = shelf.keep(blocked)
    post.send("order", order_letter(measure), id=measure.id, about=order.reference, at=at)
    shelf.note("order_block", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
