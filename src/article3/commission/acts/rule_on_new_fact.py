"""A member says whether a new fact could have led to another decision, and the applicant is told (Statute 42)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle import revision
from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOnNewFact:
    """Which fact, the judgement, and the words: for the applicant, or why it is set aside."""

    reference: Reference
    key: str
    could_change: bool
    words: str


def rule_on_new_fact(order: RuleOnNewFact, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """The decision stands until a revision is asked for and decided."""
    request = shelf.request(order.reference)
    kept = shelf.keep(revision.rule_on_new_fact(request, order.key, could_change=order.could_change, words=order.words,
                                                at=at, sitting=sitting))
    shelf.note("rule_on_new_fact", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
