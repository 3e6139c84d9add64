"""The gateway looks at what arrived before anybody gets it: is it a refused file again (RPD 99, 125), is it routed?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.conversion import converted, tell_of_conversion
from article3.acts.filing import filed
from article3.acts.gateway import tell_recipients, way_of
from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.lifecycle import gateway
from article3.lifecycle.events import ArrivalExamined
from article3.lifecycle.link import Link, LinkKind
from article3.lifecycle.ordered import BARRING
from article3.reentry.weighing import Likeness
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting

LINKS_AT_MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamineArrival:
    """The file that arrived, or whose text changed."""

    reference: Reference
    hold: bool = False  # it must not go on before a person has looked; nobody here knows why


def examine_arrival(order: ExamineArrival, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                    journal: Journal) -> ArrivalExamined:
    """Links for the reviewers; on to the recipients, or held. Its source has its receipt long since and hears no more.
    """
    file = register.file(order.reference)
    links = tuple(_link(like, register) for like in register.repeats(file)[:LINKS_AT_MOST])
    way = way_of(file, register, day_of(at))
    examined = gateway.examine(file, links=links, way=way, hold=order.hold, at=at, sitting=sitting)
    kept = filed(file, examined, at=at, sitting=sitting, register=register, journal=journal)
    if converted(file, kept):
        tell_of_conversion(file, kept, register, outbox, day_of(at))
    elif gateway.waits(file) and not gateway.waits(kept):
        tell_recipients(kept, register, outbox, day_of(at))
    return examined


def _link(like: Likeness, register: Register) -> Link:
    try:
        by_order = any(order.measure in BARRING for order in register.file(like.reference).orders)
    except NotFound:
        by_order = False
    return Link(reference=like.reference, kind=LinkKind.REPEATS_REFUSED, refused_on=like.refused_on,
                by_leave_only=by_order,
                because=f"May repeat a file that was not compliant: {like.because}.")
