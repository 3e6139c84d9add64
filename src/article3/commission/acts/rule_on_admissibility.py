"""The secretariat says whether a request is admissible, and what to mend (Statute 30, 32)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle import procedure
from article3.commission.lifecycle.request import CommissionRequest, Papers
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOnAdmissibility:
    """The secretariat says whether a request is admissible, and what to mend (Statute 30, 32)."""

    reference: Reference
    papers: Papers
    admissible: bool


def rule_on_admissibility(order: RuleOnAdmissibility, *, at: datetime, sitting: Sitting, shelf: Shelf
                          ) -> CommissionRequest:
    """The secretariat says whether a request is admissible, and what to mend (Statute 30, 32)."""
    request = shelf.request(order.reference)
    ruled = procedure.rule_on_admissibility(request, order.papers, admissible=order.admissible, at=at, sitting=sitting)
    kept = shelf.keep(ruled)
    shelf.note("rule_on_admissibility", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
