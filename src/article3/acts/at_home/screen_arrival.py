"""What reached the bureau is looked through before anybody else there can open it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.at_home.looking import Contents
from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle.protective import ArrivalScreened, Hit, RestrictedFile
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import OfficerId, Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenArrival:
    """One text of one item, what it says, the revision of the list it was compared with before (0: none), the duty
    officers, and a fresh id for a restricted file."""

    item: str
    about: Reference
    text: str
    contents: Contents
    compared_with: int
    officers: tuple[OfficerId, ...]
    file: Reference


def screen_arrival(order: ScreenArrival, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
                   ) -> ArrivalScreened:  # fmt: skip
    """With a hit the item is kept from everybody but two named officers; a paper nobody could read is held alone."""
    posted = cabinet.lookout(after=order.compared_with, on=day_of(at))
    hits = posted.look(order.contents, cabinet.pair)
    known = cabinet.judged_not_same(hit.pair for hit in hits)
    hits = tuple(hit for hit in hits if hit.pair not in known)
    open_files = cabinet.every(RestrictedFile, item=order.item, only_open=True)
    unread = () if order.compared_with else order.contents.unread
    file = _restricted(order, open_files, hits, unread, at, cabinet)
    if file is not None:
        cabinet.keep(file)
        arrivals.name(order.item, file.officers)
        arrivals.hold_papers(order.item, tuple(sha for _, sha in unread))
    kept_back = bool(hits) or any(each.hits for each in open_files)
    arrivals.screened(order.item, order.text, let_on=not kept_back)
    event = ArrivalScreened(reference=order.about, at=at, by=sitting.officer, seat=sitting.seat, text=order.text,
                            restricted=file.id if file else "")
    cabinet.write_down(event)
    return event


def _restricted(order: ScreenArrival, open_files: tuple[RestrictedFile, ...], hits: tuple[Hit, ...],
                unread: tuple[tuple[str, str], ...], at: datetime, cabinet: Cabinet) -> RestrictedFile | None:
    """The item's restricted file with what was found now; None when nothing was."""
    names = tuple(name for name, _ in unread)
    if not hits and not names:
        return None
    if open_files:
        file = open_files[0]
        seen = {(hit.pair, hit.where) for hit in file.hits}
        fresh = tuple(hit for hit in hits if (hit.pair, hit.where) not in seen)
        return replace(file, hits=(*file.hits, *fresh), unread=tuple(dict.fromkeys((*file.unread, *names))))
    return RestrictedFile(id=order.file, bureau=cabinet.bureau, item=order.item, about=order.about, text=order.text,
                          opened_at=at, officers=order.officers, hits=hits, unread=names)
