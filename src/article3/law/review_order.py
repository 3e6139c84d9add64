"""In which order people look at communications: by harm and clock, with one line saying why.

The order is no verdict: it says who waits, never who is right. Each communication falls into a band by the concerns
its known facts raise (`law.concerns`) and gets a day by which somebody should look at it; the earliest day comes
first. That day is fixed on arrival, so whatever waits moves up as others arrive and nobody starves. Which country
asks is not looked at; only dated measures in force on the source are.

Nor can a requester starve the others by sending much: of what is equally urgent it has a share of each day's work, and
what goes beyond it takes its turn as many days later. It delays itself, and nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from article3.law.concerns import (
    Concern,
    Weight,
    arrest_may_follow,
    charge_unknown,
    concerns,
    grave_ordinary_crime,
)
from article3.law.parameters import parameter
from article3.terms.communication import Channel, Colour
from article3.terms.facts import CommunicationFacts


class Band(IntEnum):
    """How much harm a wrong publication may do, the most harmful first. The words are for pages."""

    GRAVE = 0
    SERIOUS = 1
    UNKNOWN = 2
    ORDINARY = 3
    CLEAR = 4

    @property
    def plain(self) -> str:
        """The band in ordinary words."""
        return ("a grave concern", "a serious concern", "not known what the person is charged with",
                "an ordinary case", "an ordinary case, well described")[self]


class Queue(StrEnum):
    """What a wait means: delivered items do their harm meanwhile, requests and older records do not."""

    DELIVERED = "delivered"
    REQUEST = "request"
    REOPENED = "reopened"


_QUEUES = tuple(Queue)
SMALL_AUDIENCE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOrder:
    """Where a communication stands among those that wait: sort by `key`, ascending; say why with `reasons`."""

    key: tuple[int, ...]
    look_by: date
    band: Band
    queue: Queue
    concerns: tuple[Concern, ...]
    reasons: tuple[str, ...]
    before: int = 0  # so many of the same requester, queue and band wait already
    later_days: int = 0  # so many days after `look_by` it takes its turn

    @property
    def line(self) -> str:
        """The one line of the queue: the day, the band and the gravest reasons; what fairness makes of it."""
        said = f"Look by {self.look_by.isoformat()}: {'; '.join(self.reasons[:3])}."
        if not self.later_days:
            return said
        days = f"{self.later_days} day{'s' if self.later_days > 1 else ''}"
        if self.before == 1:
            return f"{said} 1 other of its requester waits before it: it takes its turn {days} later."
        return f"{said} {self.before} others of its requester wait before it: it takes its turn {days} later."


def review_order(facts: CommunicationFacts, on: date, *, arrived_on: date | None = None, due_on: date | None = None,
                 delivered_unreviewed: bool = False, reopened: bool = False, before: int = 0) -> ReviewOrder:
    """Where one communication stands on the day `on`.

    `arrived_on`: the day it was received (default `on`); `due_on`: an outside clock, such as the end of a lease or
    of a time limit, before which somebody must have looked; `delivered_unreviewed`: recipients already hold it;
    `reopened`: an older record looked at again; `before`: how many of the same requester wait already, in the same
    queue and band. The key is the same on every later day, so it can be stored.
    """
    raised = concerns(facts)
    band = _band(facts, raised)
    queue = Queue.DELIVERED if delivered_unreviewed else Queue.REOPENED if reopened else Queue.REQUEST
    arrived = arrived_on or on
    days = parameter(f"review_order.{queue.value}_days", arrived)[band]
    look_by = min(arrived + timedelta(days=days), due_on or date.max)
    later = before // int(parameter("review_order.share_a_day", arrived))
    turn = look_by + timedelta(days=later)
    return ReviewOrder(key=_key(facts, turn, queue, band, raised), look_by=look_by, band=band, queue=queue,
                       concerns=raised, reasons=_reasons(facts, on, arrived, due_on, queue, band, raised),
                       before=before, later_days=later)


def _band(facts: CommunicationFacts, raised: tuple[Concern, ...]) -> Band:
    """The gravest concern sets the band; with none, what is unknown stands before what is ordinary."""
    if raised and raised[0].weight is Weight.GRAVE:
        return Band.GRAVE
    if raised and raised[0].weight is Weight.SERIOUS:
        return Band.SERIOUS
    if charge_unknown(facts):
        return Band.UNKNOWN
    described = facts.individual_role_described or (facts.acts_described or 0) > 0
    return Band.CLEAR if described and not raised else Band.ORDINARY


def _key(facts: CommunicationFacts, turn: date, queue: Queue, band: Band,
         raised: tuple[Concern, ...]) -> tuple[int, ...]:
    """Day, queue, band; then how many concerns of each weight; then reach and, of what is delivered, the smaller
    audience, where fewer eyes see what is wrong; a grave ordinary crime last among equals.

    Among the unknown, a paper that states no charge stands before one whose charge is stated and not recognised.
    """
    stated = band is Band.UNKNOWN and bool(facts.charges)
    counts = [-sum(1 for concern in raised if concern.weight is weight) for weight in Weight]
    audience = len(facts.recipients) if queue is Queue.DELIVERED else 0
    return (turn.toordinal(), _QUEUES.index(queue), int(band), int(stated), *counts, _reach(facts), audience,
            int(grave_ordinary_crime(facts)))


def _reach(facts: CommunicationFacts) -> int:
    """How far a wrong publication reaches: an arrest anywhere, an arrest where it was sent, no arrest."""
    if not arrest_may_follow(facts):
        return 2
    return 1 if facts.channel is Channel.DIFFUSION and facts.colour is not Colour.RED else 0


def _reasons(facts: CommunicationFacts, on: date, arrived: date, due_on: date | None, queue: Queue, band: Band,
             raised: tuple[Concern, ...]) -> tuple[str, ...]:
    """In reading order: delivered already, the concerns, what is unknown, the clocks."""
    few = 0 < len(facts.recipients) <= SMALL_AUDIENCE
    said = ["Delivered and not yet reviewed"] if queue is Queue.DELIVERED else []
    said += [concern.because for concern in raised]
    if charge_unknown(facts):
        said.append("What the person is charged with is not stated" if not facts.charges else
                    "What the charge is about is not recognised")
    if not raised and band >= Band.ORDINARY:
        said.append("Nobody is charged, and nothing raises a concern" if not facts.charges else
                    "An ordinary crime, with the person's own act described" if band is Band.CLEAR else
                    "An ordinary crime")
    if queue is Queue.DELIVERED and few:
        bureaus = len(facts.recipients)
        said.append(f"Sent to {bureaus} bureau{'s' if bureaus > 1 else ''} only")
    if queue is Queue.REOPENED:
        said.append("An older record looked at again")
    if due_on is not None:
        said.append(f"A clock ends on {due_on.isoformat()}")
    waiting = (on - arrived).days
    if waiting > 0:
        said.append(f"Waiting for {waiting} day{'s' if waiting > 1 else ''}")
    return tuple(said)
