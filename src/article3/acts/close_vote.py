"""The vote on a draft is counted: adopted by more yes than no, or not adopted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import rule_draft as of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseVote:
    """The draft whose vote is over."""

    draft: Reference


def close_vote(order: CloseVote, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
               journal: Journal) -> of.DraftAdopted | of.DraftRejected:  # fmt: skip
    """By the clock, the day after the last one."""
    draft = register.ledger_page(of.RuleDraft, order.draft)
    closed = of.close_vote(draft, at=at, sitting=sitting)
    register.keep_page(of.after_draft(draft, closed))
    journal.append(closed)
    return closed
