"""The first reviewer proposes what the review should come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import current, filed, unchanged
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.decision import propose, view_of
from article3.lifecycle.examination import Override, Reasons, Resolution
from article3.lifecycle.review_events import DecisionProposed
from article3.terms.communication import Reference
from article3.terms.reasons import Ground
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeDecision:
    """The proposal with grounds and layered reasons, on the version of the file that was read."""

    reference: Reference
    version: int
    resolution: Resolution
    reasons: Reasons
    grounds: tuple[Ground, ...] = ()
    rules: tuple[str, ...] = ()
    override: Override | None = None


def propose_decision(order: ProposeDecision, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                     journal: Journal) -> DecisionProposed:
    """The rules of today are applied first; publication is not even proposed while anything hinders it."""
    file = unchanged(register.file(order.reference), order.version)
    view = view_of(order.resolution, order.reasons, order.grounds, order.rules, order.override, at=at, sitting=sitting)
    proposed = propose(current(file, at=at, sitting=sitting), view, at=at, sitting=sitting)
    filed(file, proposed, at=at, sitting=sitting, register=register, journal=journal)
    return proposed
