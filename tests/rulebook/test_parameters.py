"""Dated figures: each has a source, a beginning, and somebody who reads it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import article3
from article3.law.parameters import editions, names, parameter

FIGURES = sorted(name for name in names() if not name.startswith("editions."))
SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in Path(article3.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("name", sorted(names()))
def test_every_value_has_a_day_and_a_source(name: str) -> None:
    """Days rise, and each value says where it comes from."""
    days = [each["since"] for each in editions(name)]
    assert days == sorted(set(days))
    assert all(len(each["source"]) > 3 for each in editions(name))


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_read(name: str) -> None:
    """A figure nobody reads is a figure that can be wrong unseen."""
    assert name in SOURCE or f'f"{name.split(".")[0]}.{{' in SOURCE


@pytest.mark.parametrize(("name", "day", "value"), [
    ("red_notice.penalty_min_months", date(2012, 7, 1), 24),
    ("red_notice.sentence_min_months", date(2012, 7, 1), 6),
    ("lists.cheque_min_total_usd", date(2021, 1, 1), 10_000),
    ("lists.category_a_decided_by_charge", date(2022, 1, 27), []),
    ("lists.category_a_decided_by_charge", date(2022, 1, 28), ["prostitution", "surrogacy"]),
    ("article3.terrorist_membership_possible", date(2003, 11, 18), False),
    ("article3.terrorist_membership_possible", date(2003, 11, 19), True),
    ("article3.objection_days", date(2010, 11, 11), 30),
    ("article3.repository", date(2024, 10, 31), "2013"),
    ("article3.repository", date(2024, 11, 1), "2024"),
    ("silver.quota", date(2025, 1, 1), 500)])
def test_the_value_of_a_day(name: str, day: date, value: object) -> None:
    """On both sides of each change."""
    assert parameter(name, day) == value


def test_before_the_first_day_there_is_none() -> None:
    """To ask for a figure before its time is our bug."""
    with pytest.raises(AssertionError, match="2012-06-30"):
        parameter("red_notice.penalty_min_months", date(2012, 6, 30))


def test_an_unknown_figure_is_an_error() -> None:
    """A misspelt name never passes for a figure."""
    with pytest.raises(KeyError):
        parameter("red_notice.penalty", date(2026, 1, 1))
