"""The lead decides between the proposal and the second reviewer's dissent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.could_change import with_basis
from article3.acts.filing import current, filed, unchanged
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.decision import settle
from article3.lifecycle.review_events import DecisionTaken
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleDisagreement:
    """Which of the two views, on the version of the file that was read."""

    reference: Reference
    version: int
    with_dissent: bool


def settle_disagreement(order: SettleDisagreement, *, at: datetime, sitting: Sitting, register: Register,
                        outbox: Outbox, journal: Journal) -> DecisionTaken:
    """The two who agree in the end have different nationalities."""
    file = unchanged(register.file(order.reference), order.version)
    today = current(file, at=at, sitting=sitting)
    settled = with_basis(settle(today, order.with_dissent, at=at, sitting=sitting), today)
    filed(file, settled, at=at, sitting=sitting, register=register, journal=journal)
    return settled
