"""The Secretariat lifts a caveat that no longer holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import notice
from article3.lifecycle.events import CaveatLifted
from article3.lifecycle.impartiality import require_impartial
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftCaveat:
    """The file and the caveat."""

    reference: Reference
    caveat: str


def lift_caveat(order: LiftCaveat, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> CaveatLifted:
    """Everybody who reads the file is told."""
    file = register.file(order.reference)
    require_impartial(file, sitting)
    lifted = notice.lift_caveat(file, order.caveat, at=at, sitting=sitting)
    kept = filed(file, lifted, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, readers(kept, register, day_of(at)), MessageKind.CAVEAT_LIFTED, kept, about=order.caveat)
    return lifted
