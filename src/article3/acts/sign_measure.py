"""A second officer signs that a corrective measure is renewed, softened or ended (RPD 131)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.measure_law import require_competent, route
from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle import measure as of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class SignMeasure:
    """The measure on the version that was read."""

    measure: Reference
    version: int


def sign_measure(order: SignMeasure, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                 journal: Journal) -> of.MeasureEvent:  # fmt: skip
    """The old effect at the gateway ends, the new one begins; oversight reads it in the next figures."""
    measure = register.ledger_page(of.CorrectiveMeasure, order.measure)
    if measure.version != order.version:
        raise Changed
    signed = of.sign_change(measure, at=at, sitting=sitting)
    measure = of.after_measure(measure, signed, sitting.nationality)
    if not measure.closed:
        require_competent(measure, at)
    register.keep_page(route(measure, at=at, register=register, journal=journal, sitting=sitting))
    journal.append(signed)
    return signed
