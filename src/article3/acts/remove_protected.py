"""A record that must not be out is taken from every member at once, in the words of every undisclosed ground."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.events import DiffusionRecalled, NoticeCancelled
from article3.lifecycle.protection import remove
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveProtected:
    """The file, as the sealed files name it."""

    reference: Reference


def remove_protected(order: RemoveProtected, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                     journal: Journal) -> NoticeCancelled | DiffusionRecalled:
    """Members read what they read of any record that fell; its ground is written down nowhere here (REF-6, REF-12)."""
    file = register.file(order.reference)
    removed = remove(file, at=at, sitting=sitting)
    if isinstance(removed, DiffusionRecalled):
        told, kind = (file.source, *removed.recipients), MessageKind.DIFFUSION_RECALLED
    else:
        told, kind = readers(file, register, day_of(at)), MessageKind.NOTICE_ENDED
    filed(file, removed, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, told, kind, file)
    return removed
