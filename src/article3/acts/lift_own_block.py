"""Another reviewer looks at a blocked record again and lifts the Secretariat's own block (RPD 129)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import interim
from article3.lifecycle.impartiality import require_impartial
from article3.lifecycle.interim import InterimBlockLifted
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftOwnBlock:
    """What became of the doubt."""

    reference: Reference
    because: str


def lift_own_block(order: LiftOwnBlock, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> InterimBlockLifted:
    """Whoever reads it is told that it stands again; nobody, while a block of the Commission stands."""
    file = register.file(order.reference)
    require_impartial(file, sitting)
    event = interim.lift(file, order.because, at=at, sitting=sitting)
    kept = filed(file, event, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, readers(kept, register, day_of(at)), MessageKind.NOTICE_RESUMED, kept)
    return event
