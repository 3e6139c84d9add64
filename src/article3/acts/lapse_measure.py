"""The clock writes down that a measure's last day passed and nobody signed what follows (RPD 131)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import measure as of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseMeasure:
    """The measure that falls due."""

    measure: Reference


def lapse_measure(order: LapseMeasure, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> of.MeasureLapsed:  # fmt: skip
    """It binds no more and stays on the desk until somebody signs: nothing fades in silence."""
    measure = register.ledger_page(of.CorrectiveMeasure, order.measure)
    lapsed = of.lapse_measure(measure, at=at, sitting=sitting)
    register.keep_page(of.after_measure(measure, lapsed, sitting.nationality))
    journal.append(lapsed)
    return lapsed
