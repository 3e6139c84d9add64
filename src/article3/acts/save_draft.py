"""A bureau saves a form it has not sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.lifecycle.case_file import Draft
from article3.lifecycle.events import DraftKept
from article3.terms.communication import BureauCode, Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDraft:
    """The form as it stands, and the id the draft has or will have."""

    draft: str
    title: str
    form_json: str


def save_draft(order: SaveDraft, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox, journal: Journal
               ) -> DraftKept:
    """The draft is kept for its bureau alone; nothing in it is examined."""
    if sitting.bureau is None or not _free_or_own(order.draft, sitting.bureau, register):
        raise NotFound
    register.keep_draft(Draft(id=order.draft, bureau=sitting.bureau, kept_by=sitting.officer, kept_at=at,
                              title=order.title, form_json=order.form_json))
    kept = DraftKept(reference=Reference(order.draft), at=at, by=sitting.officer, seat=sitting.seat)
    journal.append(kept)
    return kept


def _free_or_own(draft: str, bureau: BureauCode, register: Register) -> bool:
    try:
        return register.draft(draft).bureau == bureau
    except NotFound:
        return True
