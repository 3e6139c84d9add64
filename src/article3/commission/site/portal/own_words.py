"""Clocks of a request as the page's own clock piece shows them, each with how its date was computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from article3.commission.letters.of_request import how
from article3.commission.lifecycle.timetable import Clock, Limit
from article3.commission.site.portal.telling import GROUNDS
from article3.terms.reasons import Ground

SOON_DAYS = 5
NAMES: dict[Limit, str | Promise] = {
    Limit.ADMISSIBILITY: _("Whether your request can be dealt with"),
    Limit.URGENT: _("Your urgent request is looked at"),
    Limit.DECISION: _("The decision"), Limit.ANSWER: _("Your answer to the Commission"),
}
THEN: dict[Limit, str | Promise] = {
    Limit.ADMISSIBILITY: _("If it is late, write to the Commission below."),
    Limit.URGENT: _("Counted in working days."),
    Limit.DECISION: _("It stands still only at your own wish or while the Commission waits for your answer; it can be "
                      "extended once, with a reason you are told."),
    Limit.ANSWER: _("Without an answer the Commission decides on what it has."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClock:
    """What the page's clock piece asks for."""

    name: str | Promise
    starts: date
    ends: date | None
    today: date
    how: str
    then: str | Promise

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
        return "late" if self.days_left < 0 else "soon" if self.days_left <= SOON_DAYS else "fine"

    @property
    def gone(self) -> int:
        """The part of the time that is gone, of 100."""
        whole = max(((self.ends or self.today) - self.starts).days, 1)
        return min(100, max(0, round(100 * (self.today - self.starts).days / whole)))


def clock_of(clock: Clock, today: date) -> ShownClock:
    """A clock of the request, told in the reader's language."""
    began = clock.began_on or today
    return ShownClock(name=NAMES[clock.limit], starts=began, ends=clock.due_on, today=today,
                      how=how(clock, get_language() or "en"), then=THEN[clock.limit])


def grounds_in_english() -> dict[str, str]:
    """The words for grounds as they stand in the program; letters translate them into their own language."""
    with override("en"):
        return {ground.value: str(GROUNDS.get(ground, ground.value)) for ground in Ground}

