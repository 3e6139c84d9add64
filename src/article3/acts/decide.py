"""The second reviewer agrees with the proposal, and it is the decision, or disagrees, and it goes up to the lead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.could_change import with_basis
from article3.acts.filing import current, filed, unchanged
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.decision import agree, dissent, view_of
from article3.lifecycle.examination import Override, Reasons, Resolution, View
from article3.lifecycle.review_events import DecisionTaken, ReviewerDissented
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.reasons import Ground
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """What a second reviewer who disagrees would resolve, with grounds and layered reasons of their own."""

    resolution: Resolution
    reasons: Reasons
    grounds: tuple[Ground, ...] = ()
    rules: tuple[str, ...] = ()
    override: Override | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """Agreement, or what the second reviewer would resolve instead, on the version of the file that was read."""

    reference: Reference
    version: int
    agrees: bool
    instead: Instead | None = None


def decide(order: Decide, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox, journal: Journal
           ) -> DecisionTaken | ReviewerDissented:
    """Another nationality than requester, person and first reviewer (Constitution 30)."""
    file = unchanged(register.file(order.reference), order.version)
    today = current(file, at=at, sitting=sitting)
    if order.agrees == (order.instead is not None):
        raise Refused("Either agree, or say what you would resolve instead.", "NDTF practice, stage 4")
    decided: DecisionTaken | ReviewerDissented
    if order.instead is None:
        decided = with_basis(agree(today, at=at, sitting=sitting), today)
    else:
        decided = dissent(today, _view(order.instead, at, sitting), at=at, sitting=sitting)
    filed(file, decided, at=at, sitting=sitting, register=register, journal=journal)
    return decided


def _view(instead: Instead, at: datetime, sitting: Sitting) -> View:
    return view_of(instead.resolution, instead.reasons, instead.grounds, instead.rules, instead.override, at=at,
                   sitting=sitting)
