"""A lead puts a simulated draft to the vote of the members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle import rule_draft as of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVote:
    """The draft on the version that was read, and the last day of the vote."""

    draft: Reference
    version: int
    until: date


def open_vote(order: OpenVote, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
              journal: Journal) -> of.VoteOpened:  # fmt: skip
    """Refused before the members can read what it would have changed."""
    draft = register.ledger_page(of.RuleDraft, order.draft)
    if draft.version != order.version:
        raise Changed
    opened = of.open_vote(draft, order.until, at=at, sitting=sitting)
    register.keep_page(of.after_draft(draft, opened))
    journal.append(opened)
    return opened
