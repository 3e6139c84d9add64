"""The source keeps its text true: of a request, a notice or a diffusion (RPD 46)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, own_file
from article3.acts.orders_beyond import require_corrections_kept
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.amendment import update
from article3.lifecycle.events import NoticeUpdated
from article3.terms.communication import Communication, Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateNotice:
    """The whole text as it should now read."""

    reference: Reference
    communication: Communication


def update_notice(order: UpdateNotice, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> NoticeUpdated:
    """The relevance check starts again; members read the old text until the new one is decided on, recipients of a
    diffusion until it went through the gateway."""
    file = own_file(register, order.reference, sitting)
    require_corrections_kept(file, order.communication)
    updated = update(file, order.communication, at=at, sitting=sitting)
    filed(file, updated, at=at, sitting=sitting, register=register, journal=journal)
    return updated
