"""Partial and uncertain dates: EDTF (ISO 8601-2) level 0 and the part of level 1 that papers use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_SHAPE = re.compile(r"^(?P<y>\d{3}X|\d{2}XX|\d{4})(-(?P<m>XX|\d{2})(-(?P<d>XX|\d{2}))?)?(?P<q>[?~%])?$")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as known: a day, a month, a year, a decade, or an interval; perhaps uncertain.

    `text` is the EDTF form; `earliest` and `latest` are the first and last day it may mean.
    Intervals are written `1980/1982`; `?` uncertain, `~` approximate, `%` both.
    """

    text: str
    earliest: date
    latest: date
    uncertain: bool = False

    @property
    def is_day(self) -> bool:
        """True when one exact, certain day is meant."""
        return self.earliest == self.latest and not self.uncertain

    @property
    def year(self) -> int | None:
        """The year, when only one year can be meant."""
        return self.earliest.year if self.earliest.year == self.latest.year else None

    def may_equal(self, other: PartialDate) -> bool:
        """True when some day satisfies both dates."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __str__(self) -> str:
        return self.text


def partial_date(text: str) -> PartialDate:
    """Read an EDTF date; raises ValueError with a sentence a person can act on."""
    text = text.strip()
    if "/" in text:
        return _interval(text)
    first, last, uncertain = _span(text)
    return PartialDate(text, first, last, uncertain)


def _interval(text: str) -> PartialDate:
    left, _, right = text.partition("/")
    start, stop = _span(left), _span(right)
    if start[0] > stop[1]:
        raise ValueError(f"the interval {text!r} ends before it begins")
    return PartialDate(text, start[0], stop[1], start[2] or stop[2])


def _span(text: str) -> tuple[date, date, bool]:
    shape = _SHAPE.match(text)
    if shape is None:
        raise ValueError(f"{text!r} is not a date; write 1980-05-17, 1980-05, 1980, 198X, 1980? or 1980/1982")
    year, month, day = shape["y"], shape["m"], shape["d"]
    uncertain = shape["q"] is not None or "X" in text
    try:
        return (*_bounds(year, month, day), uncertain)
    except ValueError:
        raise ValueError(f"{text!r} names a day that does not exist") from None


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month in (None, "XX") or "X" in year:
        return date(first, 1, 1), date(last, 12, 31)
    assert month is not None
    start = date(first, int(month), 1)
    if day in (None, "XX"):
        return start, _last_of_month(start)
    assert day is not None
    exact = start.replace(day=int(day))
    return exact, exact


def _last_of_month(start: date) -> date:
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
