"""Partial and uncertain dates: EDTF (ISO 8601-2) level 0 and the part of level 1 that papers use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

EXAMPLES = "1980-05-17, 1980-05, 1980, 198X, 1980?, 1980~, 2001-21 (spring), 1980/.., ../1980 or 1980/1982"
"""What a person may write, for messages and forms."""

_MONTH = "0[1-9]|1[0-2]"
_DAY = "0[1-9]|[12][0-9]|3[01]"
SHAPE = (
    "(?:[0-9]{2}XX|[0-9]{3}X|[0-9]{4}-2[1-4]|[0-9]{4}-XX(?:-XX)?"
    f"|[0-9]{{4}}(?:-(?:{_MONTH})(?:-(?:{_DAY}|XX))?)?)[?~%]?"
)
"""Pattern of one date; an interval is two of them, one of which may be `..` (open) or empty (unknown)."""

_POINT = re.compile(
    "(?P<y>[0-9]{2}XX|[0-9]{3}X|[0-9]{4})(?:-(?P<m>XX|[0-9]{2})(?:-(?P<d>XX|[0-9]{2}))?)?(?P<q>[?~%])?", re.ASCII
)
_WHOLE = re.compile(SHAPE, re.ASCII)
_SEASON_MONTHS = {"21": (3, 11), "22": (1, 14), "23": (3, 11), "24": (1, 14)}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as known: a day, a month, a season, a year, a decade, or an interval; perhaps uncertain.

    `text` is the EDTF form; `earliest` and `latest` are the first and last day it may mean.
    `?` uncertain, `~` approximate, `%` both; an open end reaches to the first or last day there is.
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
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii() and text[:4].isdigit():
        try:  # the common case, a whole day: no pattern needed
            day = date.fromisoformat(text)
            return PartialDate(text, day, day)
        except ValueError:
            pass
    if "/" in text:
        return _interval(text)
    return PartialDate(text, *_span(text))


def _interval(text: str) -> PartialDate:
    left, _, right = text.partition("/")
    if left in ("", "..") and right in ("", ".."):
        raise ValueError(f"{text!r} names no day at all; leave the date out when nothing is known")
    start = _end(left, date.min)
    stop = _end(right, date.max)
    if start[0] > stop[1]:
        raise ValueError(f"the interval {text!r} ends before it begins")
    return PartialDate(text, start[0], stop[1], start[2] or stop[2])


def _end(text: str, open_day: date) -> tuple[date, date, bool]:
    """One end of an interval: `..` is open, empty is unknown and so uncertain."""
    return (open_day, open_day, text == "") if text in ("", "..") else _span(text)


def _span(text: str) -> tuple[date, date, bool]:
    shape = _POINT.fullmatch(text)
    if shape is None or _WHOLE.fullmatch(text) is None:
        raise ValueError(_complaint(text, shape))
    uncertain = shape["q"] is not None or "X" in text
    try:
        return (*_bounds(shape["y"], shape["m"], shape["d"]), uncertain or (shape["m"] or "") in _SEASON_MONTHS)
    except ValueError:
        raise ValueError(f"{text!r} names a day that does not exist") from None


def _complaint(text: str, shape: re.Match[str] | None) -> str:
    if shape is not None and "X" not in text:
        return f"{text!r} names a day that does not exist"
    return f"{text[:40]!r} is not a date; write {EXAMPLES}"


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None or month == "XX":
        return date(max(first, 1), 1, 1), date(last, 12, 31)
    if month in _SEASON_MONTHS:
        return _season(first, *_SEASON_MONTHS[month])
    start = date(first, int(month), 1)
    if day is None or day == "XX":
        return start, _last_of_month(start)
    exact = start.replace(day=int(day))
    return exact, exact


def _season(year: int, first_month: int, last_month: int) -> tuple[date, date]:
    """The months either hemisphere may mean; summer or winter may run into the next February."""
    last_year, last = (year + 1, last_month - 12) if last_month > 12 else (year, last_month)
    if last_year > date.max.year:
        return date(year, first_month, 1), date.max
    return date(year, first_month, 1), _last_of_month(date(last_year, last, 1))


def _last_of_month(start: date) -> date:
    if start.month == 12:
        return start.replace(day=31)
    return start.replace(month=start.month + 1) - timedelta(days=1)
