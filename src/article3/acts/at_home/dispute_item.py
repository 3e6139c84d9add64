"""The desk disputes an item formally."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.at_home.opening import filed, opened
from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.protective import ItemObjected, Objection, object_to
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeItem:
    """The file, the ground, and the number the dispute has at the Secretariat, where it is known."""

    reference: Reference
    ground: str
    number: str = ""


def dispute_item(order: DisputeItem, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
       ) -> ItemObjected:  # fmt: skip
    """Followed on the file until the item and its last copy here are gone."""
    file = opened(cabinet, order.reference, sitting)
    objection = Objection(ground=order.ground, by=sitting.officer, at=at, number=order.number)
    event = object_to(file, objection, reference=file.id, at=at, by=sitting.officer, seat=sitting.seat)
    filed(cabinet, file, event)
    return event
