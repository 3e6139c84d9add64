"""Routing of one bureau's items of one kind: direct, looked at first, or barred. A corrective measure (RPD 131-d).

Dated, reasoned, signed by two, and over by itself; the membership and every other kind of item stay untouched.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from article3.lifecycle.events import RoutingEndProposed, RoutingEndSigned, RoutingProposed, RoutingSigned
from article3.lifecycle.possible import Made, worded
from article3.terms.clocks import day_of, months_after
from article3.terms.communication import BureauCode, Channel, CountryCode, Reference
from article3.terms.facts_measure import Organ, Routing
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, Sitting

ROUTED = frozenset({Channel.DIFFUSION, Channel.MESSAGE})
"""The kinds of item that go on by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who signed, of which nationality, when."""

    officer: OfficerId
    nationality: CountryCode
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingEnd:
    """That the measure is to end before its day, why, and who stands behind it."""

    because: str
    proposed: Signed
    signed: Signed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingMeasure:
    """One measure. In force from `starts_on` to `ends_on`, both included, once two have signed."""

    reference: Reference
    bureau: BureauCode
    kind: Channel
    mode: Routing
    basis: str  # the legal basis, with the decision it rests on
    decided_by: Organ
    owner: OfficerId
    starts_on: date
    review_on: date
    ends_on: date
    proposed: Signed
    signed: Signed | None = None
    end: RoutingEnd | None = None
    version: int = 1

    def in_force(self, on: date) -> bool:
        """Whether it holds on that day."""
        ended = self.end is not None and self.end.signed is not None and day_of(self.end.signed.at) <= on
        return self.signed is not None and self.starts_on <= on <= self.ends_on and not ended


def propose(routing: RoutingMeasure, *, most_months: int, at: datetime, sitting: Sitting) -> RoutingProposed:
    """A lead proposes a measure; raises Refused where it is undated, unreasoned, too long or about the wrong kind."""
    worded(routing.basis, "The legal basis", "RPD 131")
    if routing.kind not in ROUTED:
        raise Refused("Only diffusions and messages go on by themselves; a request is reviewed in any case.", "RPD 131")
    if routing.mode is Routing.DIRECT:
        raise Refused("Direct is the rule; end the measure that stands against it.", "RPD 131")
    if routing.starts_on < day_of(at):
        raise Refused("A measure does not begin in the past.", "RPD 131")
    if not routing.starts_on <= routing.review_on <= routing.ends_on:
        raise Refused("The review lies between the first day and the last.", "RPD 131")
    last = months_after(routing.starts_on, most_months)
    if routing.decided_by is not Organ.EXECUTIVE_COMMITTEE and routing.ends_on > last:
        raise Refused(f"The Secretariat's measure lasts {most_months} months at most, here until {last.isoformat()}; "
                      f"longer ones are the Executive Committee's.", "RPD 131")
    if str(sitting.nationality) == routing.bureau:
        raise Refused("An officer decides nothing about the bureau of their own country.", "Constitution 30")
    return RoutingProposed(**_made(routing, at, sitting), routing=routing.reference)


def sign(routing: RoutingMeasure, *, at: datetime, sitting: Sitting) -> RoutingSigned | RoutingEndSigned:
    """A second officer, of another nationality and not of the bureau's, signs the measure, or its end."""
    end = routing.end
    first = end.proposed if end is not None else routing.proposed
    if (end.signed if end is not None else routing.signed) is not None:
        raise Refused("Nothing waits for a second signature.", "RPD 131")
    if sitting.officer == first.officer or str(sitting.nationality) in (first.nationality, routing.bureau):
        raise Refused("The second signature is another officer's, of another nationality, and not of the bureau's own "
                      "country.", "Constitution 30")
    if end is not None:
        return RoutingEndSigned(**_made(routing, at, sitting))
    if routing.ends_on < day_of(at):
        raise Refused("Its last day has passed; propose it anew.", "RPD 131")
    return RoutingSigned(**_made(routing, at, sitting))


def propose_end(routing: RoutingMeasure, because: str, *, at: datetime, sitting: Sitting) -> RoutingEndProposed:
    """A lead proposes to end a measure before its day, with a reason; nothing changes until a second signs."""
    if routing.signed is None or routing.ends_on < day_of(at) or (routing.end and routing.end.signed):
        raise Refused("No such measure is in force.", "RPD 131")
    if str(sitting.nationality) == routing.bureau:
        raise Refused("An officer decides nothing about the bureau of their own country.", "Constitution 30")
    because = worded(because, "The reason for ending the measure", "RPD 131")
    return RoutingEndProposed(**_made(routing, at, sitting), because=because)


def after_routing(routing: RoutingMeasure, event: RoutingSigned | RoutingEndProposed | RoutingEndSigned,
                  nationality: CountryCode) -> RoutingMeasure:
    """The measure after one event, one version on."""
    by = Signed(officer=event.by, nationality=nationality, at=event.at)
    routing = replace(routing, version=routing.version + 1)
    if isinstance(event, RoutingEndProposed):
        return replace(routing, end=RoutingEnd(because=event.because, proposed=by))
    if isinstance(event, RoutingEndSigned):
        assert routing.end is not None, "no end was proposed"
        return replace(routing, end=replace(routing.end, signed=by))
    return replace(routing, signed=by)


def way_today(routings: tuple[RoutingMeasure, ...], bureau: BureauCode, kind: Channel, on: date
              ) -> RoutingMeasure | None:
    """The measure that routes the bureau's items of that kind on that day: the strictest when there are several."""
    holding = [routing for routing in routings
               if (routing.bureau, routing.kind) == (bureau, kind) and routing.in_force(on)]
    return max(holding, key=lambda routing: routing.mode is Routing.BARRED, default=None)


def _made(routing: RoutingMeasure, at: datetime, sitting: Sitting) -> Made:
    return Made(reference=routing.reference, at=at, by=sitting.officer, seat=sitting.seat)
