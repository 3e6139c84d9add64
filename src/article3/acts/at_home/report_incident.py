"""A record was relied on against law or policy, and nobody asked before: it is written down all the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.frontline import AGAINST, Incident, IncidentReported, Reliance
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportIncident:
    """What was done, in which file of which agency; what it was against, by the words of `AGAINST`; a fresh id."""

    reliance: Reliance
    against: tuple[str, ...]
    incident: Reference


def report_incident(order: ReportIncident, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
                    ) -> IncidentReported:  # fmt: skip
    """The use enters the register of reliances too, check or none, so that a recall finds its file.

    Raises Refused where the act, the file or what it was against is not said.
    """
    reliance = order.reliance
    if not reliance.done.strip() or not reliance.file.strip():
        raise Refused("Say what was done, and in which file.", "RPD-106")
    if not order.against or not AGAINST.keys() >= set(order.against):
        raise Refused("Say what it was against.", "RPD-63")
    cabinet.keep(reliance)
    cabinet.keep(Incident(
        id=order.incident, bureau=reliance.bureau, item=reliance.item, reliance=reliance.id, said=reliance.done,
        against=tuple(AGAINST[word] for word in order.against), at=at, by=sitting.officer))  # fmt: skip
    event = IncidentReported(
        reference=reliance.item,
        at=at,
        by=sitting.officer,
        seat=sitting.seat,
        incident=order.incident,
        reliance=reliance.id,
    )
    cabinet.write_down(event)
    return event
