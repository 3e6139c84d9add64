"""A second officer signs a corrective measure into force; what it does at the gateway holds from then (RPD 131)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.measure_law import require_competent, route
from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle import measure as of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideMeasure:
    """The measure on the version that was read."""

    measure: Reference
    version: int


def decide_measure(order: DecideMeasure, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> of.MeasureDecided:  # fmt: skip
    """Another officer than the first, of another nationality, and not of the bureau's country."""
    measure = register.ledger_page(of.CorrectiveMeasure, order.measure)
    if measure.version != order.version:
        raise Changed
    decided = of.decide_measure(measure, at=at, sitting=sitting)
    require_competent(measure, at)
    measure = of.after_measure(measure, decided, sitting.nationality)
    register.keep_page(route(measure, at=at, register=register, journal=journal, sitting=sitting))
    journal.append(decided)
    return decided
