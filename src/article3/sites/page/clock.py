"""Time limits as pages show them, each with how its date was computed and what happens when it runs out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from article3.lifecycle import clocks
from article3.lifecycle.clocks import ClockKind

SOON_DAYS = 5
"""From here on a limit is marked as due soon. Shown to a person, decides nothing."""
STATES = {"late": _l("Late"), "soon": _l("Due soon"), "fine": _l("In time"), "waits": _l("Stands still")}
"""The states a list can be filtered by."""
_NAMES = {
    ClockKind.ANSWER: _l("Answer of the requester"), ClockKind.CONSULTATION: _l("Reply of a consulted bureau"),
    ClockKind.SUSPENSION: _l("End of the suspension"), ClockKind.RETENTION: _l("End of the retention period"),
    ClockKind.RETENTION_QUESTION: _l("Ask whether the data are still needed"),
}
_HOW = {
    ClockKind.ANSWER: _l("Asked on %(start)s. The reviewer set %(end)s as the last day, that day included (RPD 78)."),
    ClockKind.CONSULTATION: _l("Asked on %(start)s. The reviewer set %(end)s as the last day, that day included."),
    ClockKind.SUSPENSION: _l("Suspended on %(start)s until %(end)s. All suspensions of a notice together last six "
                             "months at most (RPD 81(1))."),
    ClockKind.RETENTION: _l("Recorded on %(start)s and kept until %(end)s (RPD 49 and 50)."),
    ClockKind.RETENTION_QUESTION: _l("Recorded on %(start)s. The source is asked from %(end)s, ahead of the end of "
                                     "the retention period (RPD 50)."),
}
_THEN = {
    ClockKind.ANSWER: _l("Unanswered, the request is refused; it can be sent again with the answers."),
    ClockKind.CONSULTATION: _l("Without a reply, the stated consequence of silence holds."),
    ClockKind.SUSPENSION: _l("Without a word from the source the notice ends."),
    ClockKind.RETENTION: _l("Then the data are deleted. Silence never renews."),
    ClockKind.RETENTION_QUESTION: _l("Otherwise the source is asked late."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One time limit: what it is for, its first and last day (None: it stands still), today, how and what then."""

    name: str | Promise
    starts: date
    ends: date | None
    today: date
    how: str | Promise = ""
    then: str | Promise = ""

    @property
    def days_left(self) -> int:
        """Whole days until the last day; negative when it is over."""
        return (self.ends - self.today).days if self.ends else 0

    @property
    def days_over(self) -> int:
        """Days since the last day."""
        return -self.days_left

    @property
    def state(self) -> str:
        """late, soon, waits or fine."""
        if self.ends is None:
            return "waits"
        if self.days_left < 0:
            return "late"
        return "soon" if self.days_left <= SOON_DAYS else "fine"

    @property
    def gone(self) -> int:
        """The part of the time that is gone, of 100."""
        whole = max(((self.ends or self.today) - self.starts).days, 1)
        return min(100, max(0, round(100 * (self.today - self.starts).days / whole)))


def clock(kind: ClockKind, starts: date, ends: date | None, today: date) -> Clock:
    """A clock of that kind, told in the reader's language."""
    if ends is None:
        how = _("More time was asked for: the clock stands still until a reviewer answers.")
    else:
        how = _HOW[kind] % {"start": date_format(starts), "end": date_format(ends)}
    return Clock(name=_NAMES[kind], starts=starts, ends=ends, today=today, how=how, then=_THEN[kind])


def told(running: clocks.Clock, today: date) -> Clock:
    """A clock of a file, told in the reader's language."""
    return clock(running.kind, running.started_on, running.ends_on, today)
