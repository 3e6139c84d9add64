"""A lead proposes to route a bureau's items of one kind: looked at first, or barred, for a time (RPD 131)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.law.parameters import parameter
from article3.lifecycle.events import RoutingProposed
from article3.lifecycle.routing import RoutingMeasure, Signed, propose
from article3.terms.communication import BureauCode, Channel, Reference
from article3.terms.facts_measure import Organ, Routing
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRouting:
    """The measure; `routing` is its own reference, `basis` the legal basis with the decision it rests on."""

    routing: Reference
    bureau: BureauCode
    kind: Channel
    mode: Routing
    basis: str
    decided_by: Organ
    starts_on: date
    review_on: date
    ends_on: date


def set_routing(order: SetRouting, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> RoutingProposed:
    """Nothing is routed before a second officer signs; the measure is over by itself after its last day."""
    if order.bureau not in register.bureaus():
        raise Refused(f"There is no such bureau: {order.bureau}.", "Constitution 32")
    by = Signed(officer=sitting.officer, nationality=sitting.nationality, at=at)
    measure = RoutingMeasure(reference=order.routing, bureau=order.bureau, kind=order.kind, mode=order.mode,
                             basis=order.basis.strip(), decided_by=order.decided_by, owner=sitting.officer,
                             starts_on=order.starts_on, review_on=order.review_on, ends_on=order.ends_on, proposed=by)
    most = parameter("measures.secretariat_max_months", order.starts_on)
    proposed = propose(measure, most_months=most, at=at, sitting=sitting)
    register.keep_routing(measure)
    journal.append(proposed)
    return proposed
