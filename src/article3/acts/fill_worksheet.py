"""A reviewer fills in the seven factors of RPD 34(3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.facts_of_file import PREDOMINANCE, rule_of
from article3.acts.filing import filed, questions_of_today
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import review
from article3.lifecycle.examination import FactorFinding
from article3.lifecycle.review_events import WorksheetFilled
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class FillWorksheet:
    """Findings on some or all factors; the element that predominates, in words."""

    reference: Reference
    factors: tuple[FactorFinding, ...] = ()
    predominance: str = ""


def fill_worksheet(order: FillWorksheet, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> WorksheetFilled:
    """A factor with a finding answers the rule that asks for it: nothing is asked twice."""
    file = register.file(order.reference)
    put = questions_of_today(file, day_of(at))
    factors = tuple(replace(entry, about=put.get(rule_of(entry.factor), "")) for entry in order.factors)
    filled = review.fill_worksheet(file, factors, order.predominance, put.get(PREDOMINANCE, ""), at=at, sitting=sitting)
    filed(file, filled, at=at, sitting=sitting, register=register, journal=journal)
    return filled
