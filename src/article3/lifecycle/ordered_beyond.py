"""Orders of the Commission that reach beyond one record's standing: a part corrected in every copy, re-entry only by
leave, no further help, members informed (Statute 39, 41)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.lifecycle import events as e
from article3.lifecycle.case_file import Amendment, CaseFile
from article3.lifecycle.order import StandingOrder
from article3.lifecycle.ordered import CITATION
from article3.lifecycle.possible import made, worded
from article3.lifecycle.publication import Caveat
from article3.lifecycle.states import ENDED
from article3.terms.clocks import day_of
from article3.terms.communication import Communication
from article3.terms.finding import Refused
from article3.terms.reasons import CaveatKind
from article3.terms.redress import CommissionOrder, Measured
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCorrected(e.Event):
    """A part reads as ordered, in what its source sent and in what members read."""

    order: StandingOrder
    communication: Communication
    published: Communication | None
    caveat: Caveat


@dataclass(frozen=True, slots=True, kw_only=True)
class ReentryBarred(e.Event):
    """Whatever repeats the file is entered only by leave; with `caveat`, nobody is helped further either."""

    order: StandingOrder
    caveat: Caveat | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersInformed(e.Event):
    """Members that hold or held the record were written to in the Commission's words."""

    order: StandingOrder


BEYOND: tuple[type[e.Event], ...] = (DataCorrected, ReentryBarred, MembersInformed)
"""The events of this module."""


def correct(file: CaseFile, order: CommissionOrder, now: Communication, published: Communication | None, *,
            at: datetime, sitting: Sitting) -> DataCorrected:
    """What the part reads from now on; what it read before stays on the file. Raises Refused when it reads so already
    and when the file has ended: what is gone is not corrected."""
    if file.state in ENDED:
        raise Refused("The file has ended: there is nothing left to correct or to add to.", CITATION)
    members = file.published.communication if file.published else None
    if now == file.communication and published == members:
        raise Refused("The record reads so already.", CITATION)
    assert order.part is not None, "a correction of nothing"
    part = order.part.value.replace("_", " ")
    caveat = Caveat(id=order.id, kind=CaveatKind.CORRECTION, text=f"Corrected by order: {part}.", added_on=day_of(at),
                    added_by=sitting.officer)
    standing = StandingOrder(order=order.id, measure=order.measure, on=day_of(at), part=order.part, text=order.text)
    return DataCorrected(**made(file, at, sitting), order=standing, communication=now, published=published,
                         caveat=caveat)


def bar(file: CaseFile, order: CommissionOrder, *, at: datetime, sitting: Sitting) -> ReentryBarred:
    """Re-entry only by leave, whatever becomes of the record; where nobody may be helped further, the record that
    still stands says so in every reading."""
    says_so = order.measure is Measured.NO_HELP and file.state not in ENDED
    caveat = Caveat(id=order.id, kind=CaveatKind.NO_FURTHER_HELP, text=order.text.strip(), added_on=day_of(at),
                    added_by=sitting.officer) if says_so else None
    return ReentryBarred(**made(file, at, sitting), order=_standing(order, at), caveat=caveat)


def inform(file: CaseFile, order: CommissionOrder, *, at: datetime, sitting: Sitting) -> MembersInformed:
    """Raises Refused when there is nothing to say."""
    worded(order.text, "What members are told", CITATION)
    return MembersInformed(**made(file, at, sitting), order=_standing(order, at))


def corrections(file: CaseFile) -> tuple[StandingOrder, ...]:
    """The parts that read as ordered; the latest order on a part counts."""
    latest = {order.part: order for order in file.orders if order.measure is Measured.CORRECT and order.part}
    return tuple(latest.values())


def applied(file: CaseFile, event: DataCorrected | ReentryBarred | MembersInformed) -> CaseFile:
    """The file after the order took effect."""
    file = replace(file, orders=(*file.orders, event.order))
    if isinstance(event, MembersInformed):
        return file
    if isinstance(event, ReentryBarred):
        return replace(file, caveats=(*file.caveats, event.caveat)) if event.caveat else file
    former = Amendment(former=file.communication, at=event.at, by=event.by)
    shown = replace(file.published, communication=event.published) if file.published and event.published else None
    return replace(file, communication=event.communication, published=shown or file.published,
                   amendments=(*file.amendments, former), caveats=(*file.caveats, event.caveat))


def _standing(order: CommissionOrder, at: datetime) -> StandingOrder:
    return StandingOrder(order=order.id, measure=order.measure, on=day_of(at))
