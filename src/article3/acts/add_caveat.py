"""The Secretariat adds a caveat or addendum; from now on it is part of every reading (RPD 129)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import notice
from article3.lifecycle.events import CaveatAdded
from article3.lifecycle.impartiality import require_impartial
from article3.lifecycle.publication import Caveat
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.reasons import CaveatKind
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCaveat:
    """The caveat, with its id."""

    reference: Reference
    caveat: str
    kind: CaveatKind
    text: str


def add_caveat(order: AddCaveat, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox, journal: Journal
               ) -> CaveatAdded:
    """Everybody who reads the file is told."""
    file = register.file(order.reference)
    require_impartial(file, sitting)
    caveat = Caveat(id=order.caveat, kind=order.kind, text=order.text.strip(), added_on=day_of(at),
                    added_by=sitting.officer)
    added = notice.add_caveat(file, caveat, at=at, sitting=sitting)
    kept = filed(file, added, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, readers(kept, register, day_of(at)), MessageKind.CAVEAT_ADDED, kept, about=order.caveat)
    return added
