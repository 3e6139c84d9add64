"""A duty officer names the agencies to coordinate with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.at_home.opening import filed, opened
from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.protective import CoordinationPlanned, plan
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCoordination:
    """The file and the agencies, in the order in which they are to be spoken with."""

    reference: Reference
    agencies: tuple[str, ...]


def plan_coordination(order: PlanCoordination, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
       ) -> CoordinationPlanned:  # fmt: skip
    """Agencies spoken with already stay in the plan."""
    file = opened(cabinet, order.reference, sitting)
    event = plan(file, order.agencies, reference=file.id, at=at, by=sitting.officer, seat=sitting.seat)
    filed(cabinet, file, event)
    return event
