"""A lead proposes to renew, soften or end a corrective measure, with a reason (RPD 131)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle import measure as of
from article3.lifecycle.routing import Signed
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMeasure:
    """The change, on the version that was read; the days where it goes on, the milder rung where it is softened."""

    measure: Reference
    version: int
    kind: of.ChangeKind
    because: str
    to: of.MeasureKind | None = None
    review_on: date | None = None
    ends_on: date | None = None


def change_measure(order: ChangeMeasure, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> of.MeasureChangeProposed:  # fmt: skip
    """The measure holds as it is until a second officer signs."""
    measure = register.ledger_page(of.CorrectiveMeasure, order.measure)
    if measure.version != order.version:
        raise Changed
    by = Signed(officer=sitting.officer, nationality=sitting.nationality, at=at)
    change = of.Change(kind=order.kind, because=order.because.strip(), proposed=by,
                       to=order.to if order.kind is of.ChangeKind.SOFTEN else None,
                       review_on=order.review_on, ends_on=order.ends_on)
    proposed = of.propose_change(measure, change, at=at, sitting=sitting)
    register.keep_page(of.after_measure(measure, proposed, sitting.nationality, change))
    journal.append(proposed)
    return proposed
