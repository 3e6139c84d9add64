"""The source reports that an extradition was refused: an addendum on every copy (RPD 129, AGN/53/RES/7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, own_file, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import notice
from article3.lifecycle.events import CaveatAdded
from article3.lifecycle.publication import Caveat
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.reasons import CaveatKind
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRefusedExtradition:
    """Which country refused, when and why, in the source's words; `caveat`: the id of the addendum."""

    reference: Reference
    caveat: str
    text: str


def note_refused_extradition(order: NoteRefusedExtradition, *, at: datetime, sitting: Sitting, register: Register,
                             outbox: Outbox, journal: Journal) -> CaveatAdded:
    """Everybody who reads the file is told; only the task force lifts it."""
    file = own_file(register, order.reference, sitting)
    caveat = Caveat(id=order.caveat, kind=CaveatKind.EXTRADITION_REFUSED, text=order.text.strip(), added_on=day_of(at),
                    added_by=sitting.officer)  # fmt: skip
    added = notice.add_caveat(file, caveat, at=at, sitting=sitting)
    kept = filed(file, added, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, readers(kept, register, day_of(at)), MessageKind.CAVEAT_ADDED, kept, about=order.caveat)
    return added
