"""A lead proposes a corrective measure towards a bureau; the organ competent for it is looked at (RPD 131)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.measure_law import require_competent
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import measure as of
from article3.lifecycle.routing import Signed
from article3.terms.communication import BureauCode, Reference
from article3.terms.facts_measure import Organ
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeMeasure:
    """The measure; `measure` is its own reference."""

    measure: Reference
    bureau: BureauCode
    kind: of.MeasureKind
    basis: str
    because: str
    decided_by: Organ
    starts_on: date
    review_on: date
    ends_on: date


def propose_measure(order: ProposeMeasure, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                    journal: Journal) -> of.MeasureProposed:  # fmt: skip
    """Nothing holds before a second officer signs."""
    if order.bureau not in register.bureaus():
        raise Refused(f"There is no such bureau: {order.bureau}.", "Constitution 32")
    by = Signed(officer=sitting.officer, nationality=sitting.nationality, at=at)
    measure = of.CorrectiveMeasure(
        reference=order.measure, bureau=order.bureau, kind=order.kind, basis=order.basis.strip(),
        because=order.because.strip(), decided_by=order.decided_by, starts_on=order.starts_on,
        review_on=order.review_on, ends_on=order.ends_on, proposed=by)
    proposed = of.propose_measure(measure, at=at, sitting=sitting)
    require_competent(measure, at)
    register.keep_page(measure)
    journal.append(proposed)
    return proposed
