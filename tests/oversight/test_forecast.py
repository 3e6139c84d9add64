"""The order of work: less late, less harm than first come, and nothing starves, whatever comes."""

from __future__ import annotations

import random
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from article3.commands.evaluate.forecast import measured
from article3.oversight.forecast import GUARD_DAYS, Task, ahead, first_come, least_lost, outcome, past_days, worked
from article3.oversight.signals import LIKE_CASES, RETURNS_AT_LEAST, signals
from article3.terms.counting import Signal
from tests.oversight.made import DAY, Journal

tasks = st.lists(st.builds(
    lambda came, limit, harmful, effort: (came, came + limit, harmful, effort),
    st.integers(-80, 40), st.integers(0, 30), st.booleans(), st.sampled_from([0.5, 1.0, 2.0])), max_size=60)


def made(rows: list[tuple[int, int, bool, float]]) -> list[Task]:
    """Tasks with ids in order."""
    return [Task(id=f"{number:03}", came=came, due=due, harmful=harmful, effort=effort)
            for number, (came, due, harmful, effort) in enumerate(rows)]


@settings(max_examples=150, deadline=None)
@given(tasks, st.sampled_from([0.5, 1.0, 3.0]))
def test_nothing_starves(rows: list[tuple[int, int, bool, float]], a_day: float) -> None:
    """Once something has waited past the guard, only what came before it, or what is begun, is finished before it."""
    done = worked(made(rows), a_day, 120, least_lost)
    ended = {each.task.id: each.on for each in done}
    for each in done:
        guarded = max(each.task.came + GUARD_DAYS, 0)
        if each.on is None or each.on <= guarded:
            continue
        younger = [other.task for other in done if other.task.came > each.task.came
                   and other.on is not None and guarded < other.on < each.on]  # fmt: skip
        begun = [task for task in younger if task.effort / a_day + 1 >= ended[task.id] - guarded]
        assert len(younger) - len(begun) <= 0, (each, younger)


@settings(max_examples=50, deadline=None)
@given(tasks)
def test_every_order_does_the_same_work(rows: list[tuple[int, int, bool, float]]) -> None:
    """An order saves nobody work: as much is done, nothing twice, nothing lost."""
    for order in (first_come, least_lost):
        done = worked(made(rows), 1.0, 400, order)
        assert sorted(each.task.id for each in done) == [f"{number:03}" for number in range(len(rows))]
        assert all(each.on is None or each.on >= each.task.came for each in done)


def test_planted_loads_are_done_better_than_first_come() -> None:
    """Fewer late, fewer late and harmful, fewer days of harm; the forecast holds what it states."""
    told = measured(1, 4)
    assert told["better"]
    assert told["loads"]["heavy"]["least_lost"]["late"] < told["loads"]["heavy"]["first_come"]["late"]


def test_an_endless_flood_of_harm_lets_the_ordinary_case_through() -> None:
    """More harmful cases every day than can be done: the one ordinary case is done all the same."""
    flood = [Task(id=f"h{day}:{number}", came=day, due=day + 1, harmful=True)
             for day in range(200) for number in (1, 2)]
    ordinary = Task(id="ordinary", came=5, due=20, harmful=False)
    done = {each.task.id: each.on for each in worked([*flood, ordinary], 1.0, 200, least_lost)}
    assert done["ordinary"] is not None and done["ordinary"] > ordinary.due


def test_an_outcome_is_counted_on_both_sides_of_its_limit() -> None:
    """On the last day it is in time; a day later it is late."""
    for due, late in ((0, 0), (-1, 1)):
        done = worked([Task(id="a", came=-3, due=due, harmful=True)], 1.0, 5, first_come)
        found = outcome(done, 5)
        assert (found.late, found.late_harmful, found.harmful_days, found.left) == (late, late, 3, 0)


def test_the_weeks_ahead() -> None:
    """Twice as many reviewers, less waiting; nothing known, nothing said."""
    few, many = (ahead(100, [10, 12, 8], a_day, weeks=4, draws=50, lot=random.Random(1).random) for a_day in (5, 20))
    assert few[-1].median > 100 > many[-1].median
    assert all(week.low <= week.median <= week.high for week in (*few, *many))
    assert ahead(3, [], 1, weeks=2, draws=5, lot=random.Random(1).random) == ()
    assert past_days([7, 8, 8, 9, 10], 10, 3) == [1, 2, 1]


class TestSignals:
    """Questions, on both sides of their edges; each asked under the same name tomorrow."""

    def test_refused_files_that_come_back(self) -> None:
        """Three in a year and not two."""
        for count, asked in ((RETURNS_AT_LEAST - 1, 0), (RETURNS_AT_LEAST, 1)):
            made_up = Journal()
            for _ in range(count):
                made_up.write("ArrivalExamined", made_up.file(), DAY, held="linked", repeats="1")
            found = list(signals(made_up.book, DAY + timedelta(days=1)))
            assert [each.signal for each in found] == [Signal.RETURNING] * asked
            assert found == list(signals(made_up.book, DAY + timedelta(days=1)))
            assert not list(signals(made_up.book, DAY + timedelta(days=400)))

    def test_like_cases_that_ended_unlike_in_different_hands(self) -> None:
        """One approves all, another none; the same hands differing with themselves are no signal."""
        made_up = Journal()
        for _ in range(LIKE_CASES // 2):
            made_up.passed()
        for _ in range(LIKE_CASES // 2):
            reference = made_up.file()
            made_up.write("DecisionTaken", reference, DAY, first="other", ground="purpose", public="other")
            made_up.write("RequestRefused", reference, DAY, public="other", code="refused")
        (found,) = signals(made_up.book, DAY + timedelta(days=30))
        assert found.signal is Signal.CONSISTENCY and len(found.files) == LIKE_CASES
