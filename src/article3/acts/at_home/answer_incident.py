"""A bureau says what was done about an incident; with that it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle import frontline
from article3.lifecycle.frontline import Incident, IncidentAnswered
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerIncident:
    """The incident and the remedy: the person let go, the authority told, the officers instructed."""

    incident: Reference
    remedy: str


def answer_incident(order: AnswerIncident, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
                    ) -> IncidentAnswered:  # fmt: skip
    """Until then it stands open at the bureau."""
    incident = cabinet.one(Incident, order.incident)
    cabinet.keep(frontline.remedied(incident, order.remedy, at))
    event = IncidentAnswered(
        reference=incident.item, at=at, by=sitting.officer, seat=sitting.seat, incident=incident.id, remedy=order.remedy
    )
    cabinet.write_down(event)
    return event
