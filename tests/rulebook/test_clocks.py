"""Time limits: calendar months, short months, leap days, and how a day is explained."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article3.law.clocks import days_after, explained, months_before, written
from article3.terms.clocks import months_after

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(("day", "months", "then"), [
    (date(2026, 8, 31), 6, date(2027, 2, 28)), (date(2027, 8, 31), 6, date(2028, 2, 29)),
    (date(2024, 2, 29), 12, date(2025, 2, 28)), (date(2024, 2, 29), 48, date(2028, 2, 29)),
    (date(2026, 12, 31), 2, date(2027, 2, 28)), (date(2026, 1, 31), 1, date(2026, 2, 28)),
    (date(2026, 11, 30), 3, date(2027, 2, 28)), (date(2026, 12, 15), 1, date(2027, 1, 15)),
    (date(2026, 5, 17), 0, date(2026, 5, 17)),
])
def test_months_end_where_people_expect(day: date, months: int, then: date) -> None:
    """The same day of the month, or the last day of a month too short to have it."""
    assert months_after(day, months) == then


@pytest.mark.parametrize(("day", "months", "before"), [
    (date(2027, 2, 28), 6, date(2026, 8, 28)), (date(2027, 8, 31), 6, date(2027, 2, 28)),
    (date(2028, 8, 31), 6, date(2028, 2, 29)), (date(2027, 1, 31), 1, date(2026, 12, 31)),
])
def test_months_before(day: date, months: int, before: date) -> None:
    """Counting back keeps to the same rule."""
    assert months_before(day, months) == before


@given(DAYS, st.integers(min_value=0, max_value=120))
def test_a_limit_never_runs_into_a_later_month(day: date, months: int) -> None:
    """The result lies in the month that is exactly so many months on, and never on a later day of the month."""
    then = months_after(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day <= day.day
    assert then.day == day.day or (then + timedelta(days=1)).day == 1


@given(DAYS, DAYS, st.integers(min_value=0, max_value=120))
def test_whoever_begins_later_never_ends_earlier(one: date, other: date, months: int) -> None:
    """Clocks keep their order."""
    first, second = sorted((one, other))
    assert months_after(first, months) <= months_after(second, months)


def test_forty_five_days() -> None:
    """Days are counted as days; the first is not counted."""
    assert days_after(date(2026, 1, 31), 45) == date(2026, 3, 17)


def test_every_day_can_be_explained() -> None:
    """In words, with the reason where a month was too short."""
    assert written(date(2027, 2, 28)) == "28 February 2027"
    assert explained(date(2026, 5, 24), 6) == "6 calendar months after 24 May 2026 is 24 November 2026."
    assert explained(date(2026, 8, 31), 6) == ("6 calendar months after 31 August 2026 is 28 February 2027: "
                                               "February 2027 has no day 31, so its last day counts.")
    assert explained(date(2027, 8, 31), -6).startswith("6 calendar months before 31 August 2027 is 28 February 2027:")
