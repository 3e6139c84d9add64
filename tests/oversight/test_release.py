"""Public statistics against an attacker who holds every release and a solver."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog

from article3.oversight import release as public
from article3.oversight.suppression import FLOOR, TOTAL, left_out, width, with_totals
from article3.terms.counting import CountedGround
from article3.terms.finding import Refused
from tests.oversight.made import DAY, Journal

RELEASES = 10
KINDS = ("red", "blue", "yellow", "black", "diffusion")
COLUMNS = ("compliant", *(ground.value for ground in CountedGround if ground is not CountedGround.OTHER), "withdrawn")


def years(seed: int) -> list[dict[str, dict[Any, int]]]:
    """Ten invented years: a few large cells, many small ones, and a stock that follows from them."""
    chance, standing, found = random.Random(seed), 30, []
    for _ in range(RELEASES):
        cells = {(kind, column): chance.choice((0, 0, 1, 2, 3, 4, 6, 9, 20, 60))
                 for kind in KINDS for column in COLUMNS}
        passed = sum(value for (_, column), value in cells.items() if column == "compliant")
        standing = standing + passed - chance.randrange(0, passed // 2 + 1)
        found.append({"outcomes": cells, "received": {("files", TOTAL): sum(cells.values()) + 3},
                      "standing": {("files", TOTAL): standing}, "days_to_decision": {}})
    return found


def released(counted: Sequence[dict[str, dict[Any, int]]], *, complementary: bool = True) -> list[public.Release]:
    """The releases of those years."""
    made: list[public.Release] = []
    for year, counts in enumerate(counted, 2015):
        made.append(public.release(year, counts, made, complementary=complementary))
    return made


class Attacker:
    """Holds everything published and nothing else: every sum, every stock, that no count is negative."""

    def __init__(self, made: Sequence[public.Release]) -> None:
        self.unknown: dict[tuple[int, str, str], int] = {}
        self.known: dict[tuple[int, str, str], int] = {}
        self.equal: list[tuple[dict[int, float], float]] = []
        self.most: list[tuple[dict[int, float], float]] = []
        for one in made:
            for place, value in one.table("outcomes").cells.items():
                if value is None:
                    self.unknown[one.year, *place] = len(self.unknown)
                else:
                    self.known[one.year, *place] = value
        for one in made:
            self._sums(one)
        self._stocks(made)

    def interval(self, year: int, row: str, column: str) -> tuple[float, float]:
        """The least and the most a left-out number can be."""
        wanted = np.zeros(len(self.unknown))
        wanted[self.unknown[year, row, column]] = 1
        low, high = (self._solved(sign * wanted) * sign for sign in (1, -1))
        return low, high

    def _sums(self, one: public.Release) -> None:
        places = list(one.table("outcomes").cells)
        rows, columns = ({place[side] for place in places} for side in (0, 1))
        for row in rows:
            self._adds_up(one.year, [(row, column) for column in columns - {TOTAL}], (row, TOTAL))
        for column in columns:
            self._adds_up(one.year, [(row, column) for row in rows - {TOTAL}], (TOTAL, column))

    def _adds_up(self, year: int, parts: list[tuple[str, str]], whole: tuple[str, str]) -> None:
        weights: dict[int, float] = {}
        right = 0.0
        for place, weight in [*((part, 1.0) for part in parts), (whole, -1.0)]:
            if (year, *place) in self.unknown:
                weights[self.unknown[year, *place]] = weight
            else:
                right -= weight * self.known.get((year, *place), 0)
        if weights:
            self.equal.append((weights, right))

    def _stocks(self, made: Sequence[public.Release]) -> None:
        """No more can be added to the stock between two releases than was found compliant between them."""
        shown = [(one.year, one.table("standing").cells.get(("files", TOTAL))) for one in made]
        shown = [(year, value) for year, value in shown if value is not None]
        for (earlier, before), (later, after) in pairwise(shown):
            weights, right = {}, float(before - after)  # type: ignore[operator]
            for year in range(earlier + 1, later + 1):
                place = (year, TOTAL, "compliant")
                if place in self.unknown:
                    weights[self.unknown[place]] = -1.0
                else:
                    right += self.known.get(place, 0)
            if weights:
                self.most.append((weights, right))

    def _solved(self, wanted: Any) -> float:
        def matrix(rows: list[tuple[dict[int, float], float]]) -> tuple[Any, Any]:
            left = np.zeros((len(rows), len(self.unknown)))
            for line, (weights, _) in enumerate(rows):
                for place, weight in weights.items():
                    left[line, place] = weight
            return (left, [right for _, right in rows]) if rows else (None, None)

        (equal, equals), (most, mosts) = matrix(self.equal), matrix(self.most)
        found = linprog(wanted, A_eq=equal, b_eq=equals, A_ub=most, b_ub=mosts, bounds=(0, 10_000), method="highs")
        assert found.status == 0, found.message
        return float(found.fun)


def small(counted: Sequence[dict[str, dict[Any, int]]]) -> list[tuple[int, str, str]]:
    """Every number to be protected, small totals among them."""
    return [(year, *place) for year, counts in enumerate(counted, 2015)
            for place, value in with_totals(counts["outcomes"]).items() if 0 < value < FLOOR]


@pytest.mark.parametrize("seed", [1, 2])
def test_over_ten_releases_no_protected_cell_is_narrowed_beyond_the_bound(seed: int) -> None:
    """The attacker's interval around every small number stays at least as wide as the floor."""
    counted = years(seed)
    attacker = Attacker(released(counted))
    protected = small(counted)
    assert len(protected) > 50
    for year, row, column in random.Random(seed).sample(protected, 40):
        low, high = attacker.interval(year, row, column)
        true = with_totals(counted[year - 2015]["outcomes"])[row, column]
        assert low - 1e-6 <= true <= high + 1e-6, "the attacker is wrong: the test is"
        assert high - low >= FLOOR - 1e-6, (year, row, column, low, high)


def test_without_complementary_cells_the_same_releases_break() -> None:
    """The attacker computes small numbers exactly: the test above has teeth."""
    counted = years(1)
    attacker = Attacker(released(counted, complementary=False))
    broken = [place for place in small(counted)[:60] if np.ptp(attacker.interval(*place)) < 1e-6]
    assert len(broken) >= 10


def test_the_stock_would_give_a_flow_away_and_is_not_published_again() -> None:
    """Once the number found compliant was left out, the stock is gone from that release and every later one."""
    counted = years(3)
    counted[2]["outcomes"] = {("red", "compliant"): 3, ("blue", "article_3"): 40, ("red", "article_3"): 9,
                              ("blue", "compliant"): 0}  # fmt: skip
    shown = [bool(one.table("standing").cells) for one in released(counted)]
    assert not any(shown[2:])
    assert all(bool(one.table("standing").cells) for one in released(counted, complementary=False))


def test_a_year_is_released_once_and_in_order() -> None:
    """Two releases of one year could be subtracted from each other."""
    counted = years(1)[0]
    first = public.release(2020, counted, [])
    for year in (2020, 2019):
        with pytest.raises(Refused):
            public.release(year, counted, [first])
    assert public.same_as_before(public.as_data(first), public.as_data(first))
    other = replace(first, tables=first.tables[1:])
    assert not public.same_as_before(public.as_data(first), public.as_data(other))


def test_a_year_that_is_not_over_is_not_released() -> None:
    """On the last day it is not; on the first of the next it is."""
    journal = Journal()
    journal.passed()
    last = datetime(2025, 12, 31, 23, 59, tzinfo=UTC)
    assert public.releases(journal.book, last) == ()
    assert [one.year for one in public.releases(journal.book, last + timedelta(minutes=1))] == [2025]


def test_a_table_that_cannot_hide_its_small_numbers_is_not_published() -> None:
    """One line with one small and nothing to exchange it with."""
    whole = with_totals({("red", "compliant"): 2})
    assert left_out(whole) == frozenset(whole)
    assert left_out(with_totals({("red", "compliant"): FLOOR})) == frozenset()
    assert left_out(with_totals({("red", "compliant"): FLOOR - 1})) != frozenset()


def test_a_total_goes_the_way_of_what_it_adds_up() -> None:
    """Three and nine in a line can change places by three one way and by nine the other, their totals with them."""
    whole = with_totals({("a", "x"): 3, ("a", "y"): 9, ("b", "x"): 8, ("b", "y"): 7})
    move = {("a", "x"): 1, ("a", "y"): -1, (TOTAL, "x"): 1, (TOTAL, "y"): -1}
    assert width(whole, move) == 3 + FLOOR


def test_no_release_names_a_country_and_the_sheet_says_what_the_data_say() -> None:
    """Nothing by requester; left out is null in one and empty in the other."""
    journal = Journal()
    for _ in range(7):
        journal.passed(DAY, source="XA")
        journal.refused(DAY, source="XB")
    journal.refused(DAY, ground="purpose", source="XC")
    (made,) = public.releases(journal.book, datetime(2026, 1, 1, tzinfo=UTC))
    text = public.as_csv([made])
    assert not any(country in text for country in ("XA", "XB", "XC"))
    lines = text.splitlines()
    cells = sum(len(table.cells) for table in made.tables)
    assert len(lines) == cells + 1 and any(line.endswith(",,left_out") for line in lines)
    assert set(public.DICTIONARY) >= {table.name for table in made.tables}
