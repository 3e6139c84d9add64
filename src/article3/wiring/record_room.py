"""What may be seen of the whole: journal, figures, extracts, routing measures; each by the access table."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from django.utils import timezone

from article3.access.decision import Ties, may_read, role_of
from article3.access.words import Form, Kind, Role
from article3.journal import pages as journal
from article3.lifecycle.routing import RoutingMeasure
from article3.register.figures import Cell, cells, public_cells
from article3.register.routings import several as several_routings
from article3.terms.communication import Level
from article3.terms.sitting import Sitting


def journal_lines(sitting: Sitting, *, after: int = -1, most: int = 100) -> tuple[journal.Line, ...]:
    """Entries after a number: all for oversight, with officers as opaque ids; its own seat's for a bureau."""
    read = may_read(Kind.JOURNAL, role_of(sitting), sitting.clearance, Ties(mine=True, concerns_me=True))
    if not read or read.form is Form.INTEGRITY:
        return ()
    if read.form is Form.PSEUDONYMOUS:
        return tuple(islice(journal.Pages().lines(after=after), most))
    own = enumerate(journal.Pages().lines(seat=sitting.seat))  # its own count: the journal's would tell of others
    return tuple(islice((replace(line, sequence=number) for number, line in own if number > after), most))


def figures(sitting: Sitting | None) -> tuple[Cell, ...]:
    """Counts by channel, colour and state, never by country, of what the sitting may read; the public has a floor."""
    read = may_read(Kind.STATISTICS, role_of(sitting), Level.OFFICIAL_USE, Ties())
    if sitting is None:
        return public_cells(timezone.now()) if read else ()
    return cells(sitting, timezone.now()) if read else ()


def journal_head() -> tuple[int, str, int]:
    """The journal computed anew from its stored bytes: entries, root hash, and how many entries do not agree."""
    size, root = journal.root()
    return size, root.hex(), len(journal.faults())


def routings(sitting: Sitting) -> tuple[RoutingMeasure, ...]:
    """Every routing measure, past, present and to come, the latest to end first; for the task force alone."""
    return several_routings() if role_of(sitting) is Role.REVIEWER else ()
