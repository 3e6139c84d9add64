"""The Secretariat recalls a diffusion, or a disputed message, that two reviewers found non-compliant (RPD 99)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, tell, unchanged
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.diffusion import recall
from article3.lifecycle.events import DiffusionRecalled
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallDiffusion:
    """The file, on the version that was read."""

    reference: Reference
    version: int


def recall_diffusion(order: RecallDiffusion, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                     journal: Journal) -> DiffusionRecalled:
    """Every recipient it ever reached now owes its removal, and the source is told."""
    file = unchanged(register.file(order.reference), order.version)
    recalled = recall(file, at=at, sitting=sitting)
    filed(file, recalled, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, (file.source, *recalled.recipients), MessageKind.DIFFUSION_RECALLED, file)
    return recalled
