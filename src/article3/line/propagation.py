"""How far removals have come, for those who may see it: what is read here is a reading of the file's deliveries."""

from __future__ import annotations

from datetime import datetime

from article3 import wiring
from article3.access.why import Why
from article3.access.words import Form
from article3.acts.ports import NotFound
from article3.exchange.propagation import HolderShown, Propagation, of, unsigned
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting

__all__ = ["HolderShown", "Propagation", "of", "seen", "unsigned", "unsigned_seen"]


def seen(sitting: Sitting, reference: Reference, at: datetime | None = None) -> Propagation:
    """One item's propagation with every holder. Raises NotFound for absent and forbidden alike."""
    read = wiring.reader(sitting, Why.DELIVERY, at).delivery(reference)
    found = of(reference)
    if found is None or read.form is Form.SUMS or sitting.bureau is not None:
        raise NotFound
    return found


def unsigned_seen(sitting: Sitting, at: datetime | None = None) -> tuple[Propagation, ...]:
    """Removals somebody still owes, the oldest first, without those the sitting may not know of."""
    found = []
    for one in unsigned():
        try:
            found.append(seen(sitting, Reference(one.item), at))
        except NotFound:
            continue
    return tuple(found)
