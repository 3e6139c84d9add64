"""Orders of the Commission carried out on a file: blocked, deleted, corrected, given a caveat (Statute 37 to 41).

An order is an id, a file and what is to be done: the file never says who applied or why. A deleted file, and whatever
repeats it, is entered again only by leave of the Commission.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from article3.lifecycle import events as e
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.order import StandingOrder
from article3.lifecycle.possible import made, worded
from article3.lifecycle.publication import Caveat, Ending
from article3.lifecycle.states import BEFORE_DECISION, ENDED, IN_FORCE, State
from article3.terms.clocks import day_of
from article3.terms.communication import Channel, Reference
from article3.terms.finding import Refused
from article3.terms.reasons import CancellationCode, CaveatKind, PublicCode, ToRequester
from article3.terms.redress import CommissionOrder, Measured
from article3.terms.sitting import Sitting

CITATION = "Statute 41"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataBlocked(e.Event):
    """Members read that no action may be taken; what is asked for is not published while the block stands."""

    order: StandingOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class DataUnblocked(e.Event):
    """The block is lifted: the file stands where it stood."""

    lifts: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrderedDeleted(e.Event):
    """The data leave every member's files, and are entered again only by leave."""

    order: StandingOrder
    ending: Ending
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveGiven(e.Event):
    """The Commission gave leave to enter this file although it repeats one that was deleted by order."""

    order: StandingOrder


ORDERED: tuple[type[e.Event], ...] = (DataBlocked, DataUnblocked, DataOrderedDeleted, LeaveGiven)
"""The events of this module."""
BARRING = frozenset({Measured.DELETE, Measured.LEAVE_ONLY, Measured.NO_HELP})
"""Orders after which whatever repeats the file is entered only by leave."""


def block(file: CaseFile, order: CommissionOrder, *, at: datetime, sitting: Sitting) -> DataBlocked:
    """Effective at once, wherever the file stands. Raises Refused when it has ended: there is nothing left to block."""
    if file.state in ENDED:
        raise Refused("The file has ended: there is nothing left to block.", "Statute 37")
    if (standing := blocked(file)) and not standing.interim:
        raise Refused("The file is blocked already.", "Statute 37")
    return DataBlocked(**made(file, at, sitting), order=_standing(order, at))


def unblock(file: CaseFile, order: CommissionOrder, *, at: datetime, sitting: Sitting) -> DataUnblocked:
    """The file stands again as it stood. Raises Refused when no block stands."""
    if (standing := blocked(file)) is None or standing.interim:
        raise Refused("No block of the Commission stands on the file.", "Statute 37")
    return DataUnblocked(**made(file, at, sitting), lifts=standing.order, on=day_of(at))


def delete(file: CaseFile, order: CommissionOrder, *, at: datetime, sitting: Sitting
           ) -> tuple[DataOrderedDeleted, e.DataDeleted | None]:
    """Gone from every member, then its content gone here; a file that ended before loses what was kept of it."""
    ended = file.state if file.state in ENDED else _ends_as(file)
    ordered = DataOrderedDeleted(**made(file, at, sitting), order=_standing(order, at), state=ended,
                                 ending=file.ending or _ending(file, at))
    emptied = None if file.deleted_on else e.DataDeleted(**made(file, at, sitting), on=day_of(at))
    return ordered, emptied


def note(file: CaseFile, order: CommissionOrder, *, at: datetime, sitting: Sitting) -> e.CaveatAdded:
    """A caveat or addendum: part of every reading from now on."""
    if file.state in ENDED:
        raise Refused("The file has ended: there is nothing left to correct or to add to.", CITATION)
    kind = CaveatKind.ADDENDUM if order.measure is Measured.ADDENDUM else CaveatKind.DATA_TO_VERIFY
    caveat = Caveat(id=order.id, kind=kind, added_on=day_of(at),
                    text=worded(order.text, "The text of the caveat", CITATION), added_by=sitting.officer)
    return e.CaveatAdded(**made(file, at, sitting), caveat=caveat)


def give_leave(file: CaseFile, order: CommissionOrder, *, at: datetime, sitting: Sitting) -> LeaveGiven:
    """What repeats a deleted file may go on as any other."""
    return LeaveGiven(**made(file, at, sitting), order=_standing(order, at))


def blocked(file: CaseFile) -> StandingOrder | None:
    """The block that stands on the file; the Commission's before the Secretariat's own."""
    return min((order for order in file.orders if order.blocks), key=lambda order: order.interim, default=None)


def barred(file: CaseFile) -> tuple[Reference, ...]:
    """The files deleted by order that this one repeats and that no leave covers."""
    leave = any(order.measure is Measured.LEAVE for order in file.orders)
    return () if leave else tuple(link.reference for link in file.links if link.by_leave_only)


def require_free(file: CaseFile) -> None:
    """Raise Refused while an order of the Commission keeps the file from going on."""
    for because, citation in hindered(file):
        raise Refused(because, citation)


def hindered(file: CaseFile) -> tuple[tuple[str, str], ...]:
    """What an order of the Commission puts in the way, as sentences with their citation."""
    found = []
    if (standing := blocked(file)) and not standing.interim:
        found.append(("A provisional block of the Commission stands on the file.", "Statute 37"))
    if any(order.blocks and order.interim for order in file.orders):
        found.append(("The Secretariat's own block stands on the file: somebody else lifts it first.", "RPD 129"))
    if any(order.measure is Measured.NO_HELP for order in file.orders):
        found.append(("The Commission ordered that nobody is helped further in this matter.", CITATION))
    if any(order.measure is Measured.DELETE for order in file.orders):
        found.append(("The Commission ordered these data deleted.", CITATION))
    if barred(file):
        found.append(("It repeats data the Commission ordered deleted: it is entered only by leave of the Commission.",
                      CITATION))
    return tuple(found)


def applied(file: CaseFile, event: DataBlocked | DataUnblocked | DataOrderedDeleted | LeaveGiven) -> CaseFile:
    """The file after an order took effect."""
    if isinstance(event, DataUnblocked):
        lifted = next(order for order in file.orders if order.order == event.lifts)
        orders = tuple(replace(o, lifted_on=event.on) if o.order == event.lifts else o for o in file.orders)
        alone = file.state is State.BLOCKED and not any(order.blocks for order in orders)
        return replace(file, orders=orders, state=lifted.before if alone and lifted.before else file.state)
    if isinstance(event, DataBlocked):
        out = file.state not in BEFORE_DECISION
        standing = blocked(file)
        order = replace(event.order, before=(standing.before if standing else file.state) if out else None)
        return replace(file, orders=(*file.orders, order), state=State.BLOCKED if out else file.state)
    orders = (*file.orders, event.order)
    if isinstance(event, LeaveGiven):
        return replace(file, orders=orders)
    former = (*file.former_reviews, file.review) if file.review else file.former_reviews
    return replace(file, orders=orders, state=event.state, ending=event.ending, review=None, former_reviews=former)


def _standing(order: CommissionOrder, at: datetime) -> StandingOrder:
    return StandingOrder(order=order.id, measure=order.measure, on=day_of(at))


def _ends_as(file: CaseFile) -> State:
    """As a record of its kind ends that was found not to comply: no state tells of the Commission."""
    if file.state in BEFORE_DECISION:
        return State.REFUSED
    return State.CANCELLED if file.channel is Channel.NOTICE_REQUEST else State.RECALLED


def _ending(file: CaseFile, at: datetime) -> Ending:
    standing = blocked(file)
    notice = file.state in IN_FORCE or (standing is not None and standing.before in IN_FORCE)
    code = CancellationCode.CONDITIONS_NOT_MET.value if notice else "not_compliant"
    return Ending(code=code, on=day_of(at), texts=(ToRequester.NOT_COMPLIANT,), public=PublicCode.OTHER)
