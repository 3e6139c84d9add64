"""Two reviewers found compliant what stands: a diffusion loses its warning, a notice stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.conversion import converted, tell_of_conversion
from article3.acts.filing import current, filed, readers, tell, unchanged
from article3.acts.gateway import way_of
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import gateway
from article3.lifecycle.events import ComplianceConfirmed
from article3.lifecycle.notice import confirm
from article3.lifecycle.states import DELIVERED
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmCompliance:
    """The file, on the version that was read."""

    reference: Reference
    version: int


def confirm_compliance(order: ConfirmCompliance, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                       journal: Journal) -> ComplianceConfirmed:
    """Source and recipients of a diffusion are told; of a notice nothing changed and nobody is told."""
    file = unchanged(register.file(order.reference), order.version)
    gateway.confirmed(file, way=way_of(file, register, day_of(at)))
    confirmed = confirm(current(file, at=at, sitting=sitting), at=at, sitting=sitting)
    kept = filed(file, confirmed, at=at, sitting=sitting, register=register, journal=journal)
    if converted(file, kept):
        tell_of_conversion(file, kept, register, outbox, day_of(at))
    elif kept.state in DELIVERED:
        told = (file.source, *readers(kept, register, day_of(at)))
        tell(outbox, told, MessageKind.DIFFUSION_REVIEWED, kept)
    return confirmed
