"""A provisional block that is needed no longer is lifted (Statute 37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.letters import order_letter
from article3.commission.acts.ports import Post, Shelf
from article3.commission.lifecycle import chamber
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftBlock:
    """A provisional block that is needed no longer is lifted (Statute 37)."""

    reference: Reference
    file: Reference
    id: str
    because: str


def lift_block(order: LiftBlock, *, at: datetime, sitting: Sitting, shelf: Shelf, post: Post) -> CommissionRequest:
    """A provisional block that is needed no longer is lifted (Statute 37)."""
    request = shelf.request(order.reference)
    lifted, measure = chamber.lift_block(request, order.file, order.id, order.because, at=at, sitting=sitting)
    kept = shelf.keep(lifted)
    post.send("order", order_letter(measure), id=measure.id, about=order.reference, at=at)
    shelf.note("lift_block", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
