"""A protective desk tells the Organization how much of what it received on a day was screened: two numbers, no hit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.coverage import CoverageReported
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCoverage:
    """One day a desk signed for. `reference`: a fresh random id; `root`: over what was received that day, so that the
    statement can be held against the desk's own proof."""

    reference: Reference
    day: date
    received: int
    screened: int
    root: str


def report_coverage(order: ReportCoverage, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                    journal: Journal) -> CoverageReported:  # fmt: skip
    """Raises Refused for a day that is not over, and for more screened than received."""
    if order.day >= day_of(at):
        raise Refused("A day is reported once it is over.")
    if not 0 <= order.screened <= order.received:
        raise Refused("No more can be screened than was received.")
    reported = CoverageReported(reference=order.reference, at=at, by=sitting.officer, seat=sitting.seat, day=order.day,
                                received=order.received, screened=order.screened, root=order.root)
    journal.append(reported)
    return reported
