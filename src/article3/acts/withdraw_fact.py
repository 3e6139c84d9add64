"""A reviewer takes back a fact that does not hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import review
from article3.lifecycle.review_events import FactWithdrawn
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawFact:
    """The file and the fact."""

    reference: Reference
    fact: str


def withdraw_fact(order: WithdrawFact, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> FactWithdrawn:
    """The fact stays in the file with the day it fell; the rules are applied anew."""
    file = register.file(order.reference)
    withdrawn = review.withdraw_fact(file, order.fact, at=at, sitting=sitting)
    filed(file, withdrawn, at=at, sitting=sitting, register=register, journal=journal)
    return withdrawn
