"""Corrective measures and the law: which organ is competent for how long, and what a measure does at the gateway."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from article3.acts.ports import Journal, Register
from article3.law.provision import Subject
from article3.law.rulebook import assess
from article3.lifecycle.events import RoutingEndSigned, RoutingSigned
from article3.lifecycle.measure import IN_LAW, ROUTES, Change, CorrectiveMeasure
from article3.lifecycle.routing import RoutingEnd, RoutingMeasure, Signed
from article3.terms.clocks import day_of
from article3.terms.communication import Channel, Reference
from article3.terms.facts_measure import MeasureFacts, Routing
from article3.terms.finding import Outcome, Refused
from article3.terms.sitting import Sitting


def facts_of(measure: CorrectiveMeasure) -> MeasureFacts:
    """The measure as the provisions on measures read it. Every measure of ours leaves membership and other channels."""
    mode = ROUTES[measure.kind][0] if measure.kind in ROUTES else Routing.DIRECT
    return MeasureFacts(
        measure=IN_LAW[measure.kind], decided_by=measure.decided_by, proposed_by_secretariat=True,
        began_on=measure.starts_on, ends_on=measure.ends_on, routing=mode, routing_basis=measure.basis,
        routing_owner=measure.proposed.officer, membership_touched=False, other_channels_open=True)


def require_competent(measure: CorrectiveMeasure, at: datetime) -> None:
    """Raise Refused where a provision on measures is not met: the wrong organ, or too long for the right one."""
    for finding in assess(facts_of(measure), day_of(at), subject=Subject.MEASURE).of(Outcome.NOT_MET):
        raise Refused(finding.because, str(finding.citation))


def route(measure: CorrectiveMeasure, *, at: datetime, register: Register, journal: Journal, sitting: Sitting
          ) -> CorrectiveMeasure:  # fmt: skip
    """What the measure does at the gateway from now on: earlier routings of it end, those of its rung begin."""
    first, second = _signatures(measure)
    for reference in measure.routings:
        _end(reference, first, second, register, journal, sitting)
    if measure.closed or measure.kind not in ROUTES or measure.ends_on < day_of(at):
        return replace(measure, routings=())
    mode, kinds = ROUTES[measure.kind]
    begun = []
    for kind in kinds:
        reference = _reference(measure, kind)
        register.keep_routing(RoutingMeasure(
            reference=reference, bureau=measure.bureau, kind=kind, mode=mode, basis=measure.basis,
            decided_by=measure.decided_by, owner=first.officer, starts_on=max(measure.starts_on, day_of(at)),
            review_on=measure.review_on, ends_on=measure.ends_on, proposed=first, signed=second))
        journal.append(RoutingSigned(reference=reference, at=at, by=sitting.officer, seat=sitting.seat))
        begun.append(reference)
    return replace(measure, routings=tuple(begun))


def _signatures(measure: CorrectiveMeasure) -> tuple[Signed, Signed]:
    """The two behind the measure as it now stands."""
    last: Change | None = measure.past[-1] if measure.past else None
    first, second = (last.proposed, last.signed) if last else (measure.proposed, measure.decided)
    assert second is not None, "a measure routes nothing before its second signature"
    return first, second


def _end(reference: Reference, first: Signed, second: Signed, register: Register, journal: Journal, sitting: Sitting
         ) -> None:  # fmt: skip
    routing = register.routing(reference)
    if routing.end is None:
        end = RoutingEnd(because="The corrective measure was changed.", proposed=first, signed=second)
        register.keep_routing(replace(routing, end=end, version=routing.version + 1))
        journal.append(RoutingEndSigned(reference=reference, at=second.at, by=sitting.officer, seat=sitting.seat))


def _reference(measure: CorrectiveMeasure, kind: Channel) -> Reference:
    """The same for the same measure in the same version, and as random as its reference."""
    return Reference(sha256(f"{measure.reference}{kind}{measure.version}".encode()).hexdigest()[:32])
