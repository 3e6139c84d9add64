"""A member votes on a draft of rules, by the lead of its bureau."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import rule_draft as of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVote:
    """The draft and the word."""

    draft: Reference
    say: of.Say


def cast_vote(order: CastVote, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
              journal: Journal) -> of.VoteCast:  # fmt: skip
    """The last word before the end of the vote counts."""
    draft = register.ledger_page(of.RuleDraft, order.draft)
    cast = of.cast(draft, order.say, at=at, sitting=sitting)
    register.keep_page(of.after_draft(draft, cast))
    journal.append(cast)
    return cast
