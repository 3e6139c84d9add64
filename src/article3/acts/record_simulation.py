"""What a draft would have changed is written beside it, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.rule_draft import DraftSimulated, RuleDraft, Simulated, after_draft
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSimulation:
    """The numbers of a simulation."""

    draft: Reference
    simulated: Simulated


def record_simulation(order: RecordSimulation, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                      journal: Journal) -> DraftSimulated:  # fmt: skip
    """Before the vote only: what members read while they vote does not change."""
    draft = register.ledger_page(RuleDraft, order.draft)
    if draft.vote_until is not None:
        raise Refused("The draft is before the members as it was simulated.", "General Regulations, voting")
    event = DraftSimulated(reference=order.draft, at=at, by=sitting.officer, seat=sitting.seat,
                           digest=order.simulated.digest)
    register.keep_page(after_draft(draft, event, order.simulated))
    journal.append(event)
    return event
