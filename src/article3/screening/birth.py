"""What two dates of birth say about each other: calendar reasoning, never the likeness of strings."""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from article3.screening.compiled import compiled
from article3.terms.dates import PartialDate


class Birth(IntEnum):
    """How two dates of birth stand to each other."""

    UNKNOWN = 0
    SAME_DAY = 1
    SWAPPED = 2
    ONE_DIGIT = 3
    SAME_DAY_NEAR_YEAR = 4
    SAME_MONTH = 5
    SAME_YEAR = 6
    YEAR_ONLY = 7
    ONE_YEAR_APART = 8
    YEARS_APART = 9
    A_GENERATION_APART = 10


POINTS = np.array([0.0, 3.0, 2.2, 1.8, 1.2, 1.0, 0.2, 1.5, -1.0, -4.5, -6.0], np.float32)
"""Points of each, in the order of `Birth`."""
SENTENCES = {
    Birth.UNKNOWN: "date of birth missing on one side",
    Birth.SAME_DAY: "same date of birth",
    Birth.SWAPPED: "day and month of birth swapped",
    Birth.ONE_DIGIT: "date of birth differs in one digit",
    Birth.SAME_DAY_NEAR_YEAR: "same day of birth, year differs a little",
    Birth.SAME_MONTH: "same month of birth, another day",
    Birth.SAME_YEAR: "same birth year, another month",
    Birth.YEAR_ONLY: "same birth year",
    Birth.ONE_YEAR_APART: "birth years one apart",
    Birth.YEARS_APART: "birth years two to ten apart",
    Birth.A_GENERATION_APART: "birth years more than ten apart",
}


def packed(born: PartialDate | None) -> int:
    """A date as one number, YYYYMMDD, with zeros for what is not known; 0 for an interval over years or no date."""
    if born is None or born.year is None:
        return 0
    number = born.year * 10_000
    if born.earliest.month == born.latest.month:
        number += born.earliest.month * 100
        if born.earliest == born.latest:
            number += born.earliest.day
    return number


def packed_text(text: str) -> int:
    """The same from YYYY, YYYY-MM or YYYY-MM-DD, also where it is uncertain (`?`, `~`, `%`); 0 for anything else."""
    parts = text.rstrip("?~%").split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return 0
    year, month, day = (*map(int, parts), 0, 0)[:3]
    return year * 10_000 + month * 100 + day if month <= 12 and day <= 31 else 0


@compiled
def digits_apart(one: int, other: int) -> int:
    """How many decimal places two numbers differ in."""
    count = 0
    while one or other:
        count += one % 10 != other % 10
        one //= 10
        other //= 10
    return count


@compiled
def compare_births(one: int, other: int) -> int:
    """How two packed dates stand to each other, as a number of `Birth`."""
    if one == 0 or other == 0:
        return 0
    year, year2 = one // 10_000, other // 10_000
    month, month2, day, day2 = one // 100 % 100, other // 100 % 100, one % 100, other % 100
    apart = abs(year - year2)
    if day and day2:
        if one == other:
            return 1
        if apart == 0 and month == day2 and day == month2:
            return 2
        if apart <= 1 and (apart == 0) + (month == month2) + (day == day2) == 2 and digits_apart(one, other) == 1:
            return 3
        if month == month2 and day == day2 and digits_apart(year, year2) == 1:
            return 4
    if apart == 0:
        if month and month2:
            return 5 if month == month2 else 6
        return 7
    return 8 if apart == 1 else 9 if apart <= 10 else 10
