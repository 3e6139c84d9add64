"""The draft becomes the decision, and its remedies orders to the Secretariat (Statute 38-41)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.letters import order_letter
from article3.commission.acts.ports import Post, Shelf
from article3.commission.lifecycle.chamber import decide
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideRequest:
    """The draft becomes the decision, and its remedies orders to the Secretariat (Statute 38-41)."""

    reference: Reference
    ids: tuple[str, ...]


def decide_request(order: DecideRequest, *, at: datetime, sitting: Sitting, shelf: Shelf, post: Post
                   ) -> CommissionRequest:
    """The draft becomes the decision, and its remedies orders to the Secretariat (Statute 38-41)."""
    request = shelf.request(order.reference)
    decided, measures = decide(request, order.ids, at=at, sitting=sitting)
    kept = shelf.keep(decided)
    for measure in measures:
        post.send("order", order_letter(measure), id=measure.id, about=order.reference, at=at)
    shelf.note("decide_request", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
