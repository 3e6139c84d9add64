"""An officer's clocks as a calendar (RFC 5545) behind a secret link: what falls due, by reference, never of whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from icalendar import Calendar, Event

from article3.access.decision import role_of
from article3.access.outward import Status
from article3.access.why import Why
from article3.access.words import Role
from article3.journal import pages as journal
from article3.officers import roll
from article3.programs import calendars
from article3.programs.events import CalendarLinkEnded, CalendarLinkMade
from article3.register.reader import LARGEST_PAGE, Reader
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting
from article3.wiring.performing import reader

MOST_PAGES = 5
"""The newest five hundred items of a seat are looked through."""
_DUE: dict[Status, str | Promise] = {Status.QUESTIONS: _("Answer due"), Status.SUSPENDED: _("Suspension ends")}
_RETENTION, _REPLY, _DESK = _("Data are deleted unless kept"), _("Reply due"), _("File due at the desk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing that falls due."""

    reference: Reference
    about: str  # what tells two clocks of one file apart
    on: date
    what: str
    page: str


def make_calendar_link(sitting: Sitting) -> str:
    """A new secret link to this officer's clocks in this seat, shown once; the one before ends."""
    at = timezone.now()
    with transaction.atomic():
        secret = calendars.make(sitting.officer, sitting.seat, at)
        _note(CalendarLinkMade, sitting, at)
    return f"{settings.PUBLIC_URL}/api/v1/calendar/{secret}.ics"


def end_calendar_link(sitting: Sitting) -> None:
    """The link shows nothing any more."""
    at = timezone.now()
    with transaction.atomic():
        if calendars.end(sitting.officer, sitting.seat, at):
            _note(CalendarLinkEnded, sitting, at)


def calendar_link_since(sitting: Sitting) -> datetime | None:
    """Since when a link holds."""
    return calendars.made_at(sitting.officer, sitting.seat)


def calendar(secret: str) -> bytes | None:
    """The calendar behind a link; None for a link, officer or mandate that does not hold."""
    whose = calendars.whose(secret)
    try:
        sitting = roll.sitting_of(*whose) if whose else None
    except LookupError:
        return None
    return None if sitting is None else written(tuple(due(sitting)), timezone.now())


def due(sitting: Sitting) -> Iterator[Due]:
    """What falls due for this seat: of a bureau its items and what it was asked, of a reviewer the files taken up."""
    role = role_of(sitting)
    if role is Role.BUREAU:
        yield from _items(reader(sitting, Why.OWN_ITEM))
        yield from _asked(reader(sitting, Why.CONSULTED))
    elif role is Role.REVIEWER:
        yield from _desk(reader(sitting, Why.CHOOSING_WORK))


def written(clocks: tuple[Due, ...], at: datetime) -> bytes:
    """The calendar in bytes: one whole-day event a clock, with a reminder two days before."""
    whole = Calendar()
    whole.add("prodid", "-//article3//clocks//EN")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    for each in clocks:
        event = Event()
        event.add("uid", f"{each.reference}-{each.about}@article3")
        event.add("dtstamp", at)
        event.add("dtstart", each.on)
        event.add("dtend", each.on + timedelta(days=1))
        event.add("summary", f"{each.what} ({each.reference[:8]})")
        event.add("url", f"{settings.PUBLIC_URL}{each.page}")
        event.add("class", "CONFIDENTIAL")
        event.add("transp", "TRANSPARENT")
        whole.add_component(event)
    return bytes(whole.to_ical())


def _items(eyes: Reader) -> Iterator[Due]:
    after: str | None = ""
    for _page in range(MOST_PAGES):
        page = eyes.own_items(after or "", LARGEST_PAGE)
        for row in page.rows:
            if row.clock_at is not None:
                yield Due(
                    reference=row.reference,
                    about="item",
                    on=row.clock_at,
                    what=str(_DUE.get(row.status, _RETENTION)),
                    page=f"/bureau/items/{row.reference}/",
                )
        after = page.next_cursor
        if after is None:
            return


def _asked(eyes: Reader) -> Iterator[Due]:
    for each in eyes.consultations(size=LARGEST_PAGE).rows:
        if each.open and each.replied_on is None:
            yield Due(
                reference=each.reference,
                about=each.id[:8],
                on=each.deadline,
                what=str(_REPLY),
                page=f"/bureau/asked/{each.reference}/{each.id}/",
            )


def _desk(eyes: Reader) -> Iterator[Due]:
    for row in eyes.queue(size=LARGEST_PAGE, only="mine").rows:
        if row.clock_at is not None:
            yield Due(
                reference=row.reference,
                about="desk",
                on=row.clock_at,
                what=str(_DESK),
                page=f"/secretariat/files/{row.reference}/",
            )


def _note(event: type, sitting: Sitting, at: datetime) -> None:
    journal.Pages().append(event(reference=Reference(sitting.officer), at=at, by=sitting.officer, seat=sitting.seat))
