"""Time limits as pages show them, and the case drawn as one line to scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SOON_DAYS = 5
"""From here on a limit is marked as due soon. Shown to a person, decides nothing."""
WIDTH, EDGE, ROW = 900, 16, 44


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One time limit: what it is for, its first and last day, today, and the sentence how the last day was found."""

    name: str | Promise
    starts: date
    ends: date
    today: date
    how: str | Promise
    waits: str | Promise = ""  # why it stands still, if it does

    @property
    def days_left(self) -> int:
        """Whole days until the last day; negative when it is over."""
        return (self.ends - self.today).days

    @property
    def days_over(self) -> int:
        """Days since the last day."""
        return -self.days_left

    @property
    def state(self) -> str:
        """late, soon, waits or fine."""
        if self.waits:
            return "waits"
        if self.days_left < 0:
            return "late"
        return "soon" if self.days_left <= SOON_DAYS else "fine"

    @property
    def gone(self) -> int:
        """The part of the time that is gone, of 100."""
        whole = max((self.ends - self.starts).days, 1)
        return min(100, max(0, round(100 * (self.today - self.starts).days / whole)))


CLOCK_STATES = {"late": _("Late"), "soon": _("Due soon"), "fine": _("In time"), "waits": _("Stands still")}
"""The states a list can be filtered by."""


def drawn(steps: Sequence[Any], today: date) -> dict[str, object]:
    """Coordinates of a line from the first step to the last (or today), a dot for each step."""
    if not steps:
        return {"dots": []}
    days = [_day(step.at) for step in steps]
    first, last = min(days), max([*days, today])
    reach = max((last - first).days, 1)

    def place(on: date) -> float:
        return round(EDGE + (WIDTH - 2 * EDGE) * (on - first).days / reach, 1)

    dots = [{"x": place(day), "dress": step.dress, "day": day, "word": step.word}
            for step, day in zip(steps, days, strict=True)]
    return {"dots": dots, "today": today, "today_x": place(today), "first": first, "last": last,
            "width": WIDTH, "height": ROW, "end_x": WIDTH - EDGE, "edge": EDGE}


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at
