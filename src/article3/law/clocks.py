"""Days and months in words, so that every date can be explained to a person with a calendar."""

from __future__ import annotations

from datetime import date, timedelta

from article3.terms.clocks import months_after

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")


def months_before(day: date, months: int) -> date:
    """The same day `months` calendar months earlier, or the last day of a month too short to have it."""
    return months_after(day, -months)


def days_after(day: date, days: int) -> date:
    """The day `days` days later; the first day is not counted."""
    return day + timedelta(days=days)


def written(day: date) -> str:
    """A day in words, the same everywhere: 28 February 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def explained(day: date, months: int) -> str:
    """How a day was counted, in one sentence a person can check against a calendar."""
    result = months_after(day, months)
    count = abs(months)
    way = (f"{count} calendar month{'s' if count != 1 else ''} {'after' if months >= 0 else 'before'} {written(day)} "
           f"is {written(result)}")
    if result.day == day.day:
        return f"{way}."
    return f"{way}: {MONTHS[result.month - 1]} {result.year} has no day {day.day}, so its last day counts."
