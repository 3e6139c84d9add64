"""Figures and reports from the journal: counted once, then only what was added since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import Any, TypeVar

from django.utils import timezone

from article3.access.decision import Ties, may_read, role_of
from article3.access.words import Kind, Role
from article3.acts.ports import NotFound
from article3.journal import pages as journal
from article3.oversight.calibration import Calibrated, family, of_year, requester, team
from article3.oversight.catalogue import report_of
from article3.oversight.entry import Book, Entry
from article3.oversight.release import Release, releases
from article3.oversight.report import Report
from article3.oversight.tables import period_of
from article3.terms.communication import Level
from article3.terms.sitting import Sitting

_counting = Lock()
_kept: Book | None = None
REMEMBERED = 12
_Made = TypeVar("_Made")
_made: dict[tuple[Any, ...], Any] = {}


def book(position: int | None = None) -> Book:
    """The journal as it is counted, readings left out; up to a position, or as it stands now.

    Entries only ever follow: what was counted stays counted, and each call reads what came since. For whoever runs the
    installation; pages ask `report`, which looks at who asks.
    """
    if position is not None:
        found = Book()
        found.add(_entry(line) for line in journal.Pages().acts(after=-1, before=position))
        return found
    with _counting:
        return _up_to_date()


def years(sitting: Sitting | None = None) -> list[int]:
    """The years on record."""
    return book().years()


def report(sitting: Sitting | None, year: int, position: int | None = None) -> Report:
    """The report of a year for a sitting, or (None) for whoever runs the installation.

    Raises NotFound for a year without an entry, and for who may not read it.
    """
    if sitting is not None and not reads_figures(sitting):
        raise NotFound
    counted = book(position)
    if year not in counted.years():
        raise NotFound
    return _once((counted, year, counted.position), lambda: _reported(counted, year))


def reads_figures(sitting: Sitting) -> bool:
    """Whether a sitting reads figures by country: oversight and the task force."""
    read = may_read(Kind.STATISTICS, role_of(sitting), Level.OFFICIAL_USE, Ties())
    return bool(read) and role_of(sitting) in (Role.OVERSIGHT, Role.REVIEWER)


def calibration(sitting: Sitting, year: int) -> dict[str, tuple[Calibrated, ...]]:
    """How the gate was set in a year: by requester, family of offence and team. Raises NotFound as `report` does."""
    if not reads_figures(sitting) or year not in book().years():
        raise NotFound
    counted = book()
    period = period_of(counted, year)
    return {name: of_year(counted, period, by)
            for name, by in (("requester", requester), ("family", family), ("team", team))}


def public_releases(at: datetime | None = None) -> tuple[Release, ...]:
    """The public statistics of every year that is over: for everybody."""
    counted, now = book(), at or timezone.now()
    return _once((counted, now.year, counted.position, "public"), lambda: releases(counted, now))


def entries_behind(sitting: Sitting, year: int, figure: str, row: str, column: int) -> tuple[journal.Line, ...]:
    """The journal's entries a number was counted from, officers as opaque ids; for oversight alone.

    Raises NotFound for a number that does not exist, and for who may not read the journal.
    """
    if role_of(sitting) is not Role.OVERSIGHT:
        raise NotFound
    for told in report(sitting, year).figures:
        for each in told.rows:
            if told.figure.id == figure and each.label == row and 0 <= column < len(each.cells):
                return journal.Pages().numbered(each.cells[column].entries)
    raise NotFound


def _reported(counted: Book, year: int) -> Report:
    size, root = journal.root(counted.position)
    return Report(year=year, position=size, root=root.hex(), cut=period_of(counted, year).until,
                  figures=report_of(counted, year))


def _once(known_by: tuple[Any, ...], made: Callable[[], _Made]) -> _Made:
    """What was made of the same journal at the same length is made once; the latest few are remembered."""
    key = (id(known_by[0]), *known_by[1:])
    if key not in _made:
        while len(_made) >= REMEMBERED:
            _made.pop(next(iter(_made)))
        _made[key] = (known_by[0], made())  # the book stays with it: its identity is not given to another
    remembered: _Made = _made[key][1]
    return remembered


def _up_to_date() -> Book:
    global _kept
    if _kept is None or not _still_there(_kept):
        _kept = Book()
    after = _kept.last.sequence if _kept.last else -1
    _kept.add(_entry(line) for line in journal.Pages().acts(after=after))
    return _kept


def _still_there(counted: Book) -> bool:
    """The last entry counted is the one that stands there: another database, or one put back, is counted anew."""
    if counted.last is None:
        return True
    there = journal.Pages().numbered((counted.last.sequence,))
    return bool(there) and _entry(there[0]) == counted.last


def _entry(line: journal.Line) -> Entry:
    return Entry(sequence=line.sequence, at=line.at, what=line.what, officer=line.officer, seat=line.seat,
                 reference=line.reference, codes=line.codes)
