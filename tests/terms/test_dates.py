"""Partial and uncertain dates: EDTF level 0 and part of level 1."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article3.terms.dates import SHAPE, PartialDate, partial_date


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "uncertain"),
    [
        ("1980-05-17", "1980-05-17", "1980-05-17", False),
        ("1980-05", "1980-05-01", "1980-05-31", False),
        ("1980-02", "1980-02-01", "1980-02-29", False),
        ("1980", "1980-01-01", "1980-12-31", False),
        ("198X", "1980-01-01", "1989-12-31", True),
        ("19XX", "1900-01-01", "1999-12-31", True),
        ("00XX", "0001-01-01", "0099-12-31", True),
        ("1980-05-XX", "1980-05-01", "1980-05-31", True),
        ("1980-XX", "1980-01-01", "1980-12-31", True),
        ("1980-XX-XX", "1980-01-01", "1980-12-31", True),
        ("1980?", "1980-01-01", "1980-12-31", True),
        ("1980-05-17~", "1980-05-17", "1980-05-17", True),
        ("1980%", "1980-01-01", "1980-12-31", True),
        ("2001-21", "2001-03-01", "2001-11-30", True),
        ("2001-23", "2001-03-01", "2001-11-30", True),
        ("2001-22", "2001-01-01", "2002-02-28", True),
        ("2003-24", "2003-01-01", "2004-02-29", True),
        ("9999-24", "9999-01-01", "9999-12-31", True),
        ("1980/1982", "1980-01-01", "1982-12-31", False),
        ("1980-05-17/1980-05-17", "1980-05-17", "1980-05-17", False),
        ("1980~/1982", "1980-01-01", "1982-12-31", True),
        ("../1980", "0001-01-01", "1980-12-31", False),
        ("1980/..", "1980-01-01", "9999-12-31", False),
        ("/1980", "0001-01-01", "1980-12-31", True),
        ("1980/", "1980-01-01", "9999-12-31", True),
        ("0001", "0001-01-01", "0001-12-31", False),
        (" 1980 ", "1980-01-01", "1980-12-31", False),
    ],
)
def test_a_date_means_the_days_from_its_earliest_to_its_latest(
    text: str, earliest: str, latest: str, uncertain: bool
) -> None:
    """Seasons cover both hemispheres; open ends reach to the end of the calendar."""
    read = partial_date(text)
    assert (read.earliest.isoformat(), read.latest.isoformat(), read.uncertain) == (earliest, latest, uncertain)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1980-02-30", "does not exist"),
        ("1981-02-29", "does not exist"),
        ("1980-13", "does not exist"),
        ("1980-00", "does not exist"),
        ("1980-25", "does not exist"),
        ("0000", "does not exist"),
        ("1980-04-31", "does not exist"),
        ("1982/1980", "ends before it begins"),
        ("../..", "names no day at all"),
        ("/", "names no day at all"),
        ("", "is not a date"),
        ("17.05.1980", "is not a date"),
        ("1980-5-7", "is not a date"),
        ("80", "is not a date"),
        ("198X-05", "is not a date"),
        ("1980-XX-17", "is not a date"),
        ("XXXX", "is not a date"),
        ("1980-05-1X", "is not a date"),
        ("1980??", "is not a date"),
        ("?1980", "is not a date"),
        ("1980/1981/1982", "is not a date"),
        ("-1980", "is not a date"),
        ("١٩٨٠", "is not a date"),
        ("1980-05-17T10:00", "is not a date"),
        ("1980-21-01", "does not exist"),
        ("x" * 10_000, "write 1980-05-17"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text: str, says: str) -> None:
    """Short, and with examples where the shape is wrong."""
    with pytest.raises(ValueError, match=re.escape(says)) as caught:
        partial_date(text)
    assert len(str(caught.value)) < 250


DAYS = st.dates()


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]), st.sampled_from(["", "?", "~", "%"]))
def test_a_date_written_with_less_still_holds_its_day(day: date, shape: str, mark: str) -> None:
    """Day, month or year, certain or not."""
    text = day.isoformat()[: {"%Y-%m-%d": 10, "%Y-%m": 7, "%Y": 4}[shape]] + mark
    read = partial_date(text)
    assert read.earliest <= day <= read.latest
    assert read.text == str(read) == text
    assert read.is_day is (shape == "%Y-%m-%d" and not mark)
    assert read.year == day.year
    assert read.may_equal(partial_date(day.isoformat()))


@given(DAYS, DAYS)
def test_an_interval_holds_its_ends_and_runs_forward(one: date, two: date) -> None:
    """Backwards it is refused; open at either end it holds the other end."""
    first, last = sorted((one, two))
    read = partial_date(f"{first}/{last}")
    assert (read.earliest, read.latest) == (first, last)
    assert partial_date(f"../{last}").latest == last
    assert partial_date(f"{first}/..").earliest == first
    if first < last:
        with pytest.raises(ValueError, match="before it begins"):
            partial_date(f"{last}/{first}")


@given(DAYS, DAYS, st.integers(0, 400))
def test_dates_may_be_equal_exactly_when_a_day_is_in_both(one: date, two: date, days: int) -> None:
    """In either order."""
    end = min(one, date.max - timedelta(days=400)) + timedelta(days=days)
    start = min(one, end)
    span, other = PartialDate("", start, end), partial_date(two.isoformat())
    assert span.may_equal(other) is other.may_equal(span) is (start <= two <= end)


@given(st.text(st.sampled_from("0123456789-X?~%/. "), max_size=14))
def test_whatever_is_read_fits_the_published_shape(text: str) -> None:
    """And never another exception than a sentence; the earliest day is not after the latest."""
    try:
        read = partial_date(text)
    except ValueError:
        return
    assert read.earliest <= read.latest
    assert re.fullmatch(rf"(?:{SHAPE}|\.\.|)/(?:{SHAPE}|\.\.|)|{SHAPE}", text.strip())
