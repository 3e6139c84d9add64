"""A bureau gives up a form it has not sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.lifecycle.events import DraftDiscarded
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardDraft:
    """The id of the draft."""

    draft: str


def discard_draft(order: DiscardDraft, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> DraftDiscarded:
    """The draft is gone."""
    if sitting.bureau is None or register.draft(order.draft).bureau != sitting.bureau:
        raise NotFound
    register.drop_draft(order.draft)
    gone = DraftDiscarded(reference=Reference(order.draft), at=at, by=sitting.officer, seat=sitting.seat)
    journal.append(gone)
    return gone
