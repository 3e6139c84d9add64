"""Arithmetic of time limits: calendar months and days, one definition for every room."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime


def months_after(start: date, months: int) -> date:
    """The same day of the month, `months` months later (earlier if negative); the last day where it does not exist.

    31 August plus six months is 28 or 29 February: a limit never runs into a month it was not given for.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def day_of(at: datetime) -> date:
    """The day of an instant as every seat counts it: in UTC."""
    assert at.tzinfo is not None, "an instant without a zone is no instant"
    return at.astimezone(UTC).date()
