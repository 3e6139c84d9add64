"""Workload ahead: what waits, what will come, what so many reviewers will have done, and in which order least is lost.

The order: whoever has waited longer than the guard goes first, by age, whatever else there is; so nothing starves. Then
what does harm while it waits (a diffusion already at its recipients), the nearest limit first; then what can still be
in time; and last what is late already. First come, first served is what it is measured against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

GUARD_DAYS = 45
"""After so many days of waiting, age alone counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One case to decide. Days are working days from the first of the plan; earlier ones are negative."""

    id: str
    came: int
    due: int  # the last day that is in time
    harmful: bool
    effort: float = 1.0  # in cases of usual size


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A task and the day it was finished; None: not within the plan."""

    task: Task
    on: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an order of work comes to."""

    late: int
    late_harmful: int
    harmful_days: int  # days that harmful cases waited, all together
    longest_days: int
    left: int


Order = Callable[[Task, int], tuple[float, ...]]


def first_come(task: Task, today: int) -> tuple[float, ...]:
    """By age alone."""
    return (task.came,)


def least_lost(task: Task, today: int) -> tuple[float, ...]:
    """Guard, harm, what can still be in time, the rest."""
    if today - task.came >= GUARD_DAYS:
        return (0, task.came)
    if task.harmful:
        return (1, task.due, task.came)
    return (2, task.due, task.came) if task.due >= today else (3, task.came)


def worked(tasks: Iterable[Task], a_day: float, days: int, order: Order) -> list[Done]:
    """The tasks as they would be finished by a desk that does so many usual cases a day, over so many days."""
    coming = sorted(tasks, key=lambda task: (task.came, task.id))
    waiting: list[Task] = []
    left: dict[str, float] = {}
    done = []
    for today in range(days):
        while coming and coming[0].came <= today:
            task = coming.pop(0)
            waiting.append(task)
            left[task.id] = task.effort
        # what is begun is finished first
        waiting.sort(key=lambda task: (left[task.id] == task.effort, *order(task, today), task.id))
        room = a_day
        while waiting and room > 1e-9:
            spent = min(room, left[waiting[0].id])
            left[waiting[0].id] -= spent
            room -= spent
            if left[waiting[0].id] <= 1e-9:
                done.append(Done(task=waiting.pop(0), on=today))
    return done + [Done(task=task, on=None) for task in (*waiting, *coming)]


def outcome(done: Sequence[Done], days: int) -> Outcome:
    """Counted at the end of the plan; what is not finished then is late when its limit has passed."""
    ends = [(each.task, each.on if each.on is not None else days) for each in done if each.task.came < days]
    late = [task for task, end in ends if end > task.due]
    return Outcome(late=len(late), late_harmful=sum(task.harmful for task in late),
                   harmful_days=sum(end - task.came for task, end in ends if task.harmful),
                   longest_days=max((end - task.came for task, end in ends), default=0),
                   left=sum(each.on is None for each in done if each.task.came < days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The backlog at the end of a week over many drawn futures: the median and where nine in ten lie."""

    week: int
    low: int
    median: int
    high: int


def ahead(waiting: int, daily: Sequence[int], a_day: float, *, weeks: int, draws: int, lot: Callable[[], float]
          ) -> tuple[Ahead, ...]:  # fmt: skip
    """The backlog week by week: past days are drawn again by lot as days to come, work goes on as stated.

    Each future draws first from which past it learns (a bootstrap of the past days), then its own days from that: how
    little so many days tell is part of the width.
    """
    if not daily:
        return ()
    futures = [_future(waiting, daily, a_day, weeks, lot) for _ in range(draws)]
    found = []
    for week in range(weeks):
        sizes = sorted(future[week] for future in futures)
        found.append(Ahead(week=week + 1, low=sizes[int(0.05 * draws)], median=sizes[draws // 2],
                           high=sizes[min(draws - 1, int(0.95 * draws))]))
    return tuple(found)


def _future(waiting: int, daily: Sequence[int], a_day: float, weeks: int, lot: Callable[[], float]) -> list[int]:
    size, sizes = float(waiting), []
    learnt = [daily[int(lot() * len(daily))] for _ in daily]
    for _ in range(weeks):
        for _ in range(5):
            size = max(0.0, size + learnt[int(lot() * len(learnt))] - a_day)
        sizes.append(round(size))
    return sizes


def past_days(came: Iterable[int], today: int, days: int) -> list[int]:
    """How many came on each of the last working days before today, days with none included."""
    counted = [0] * days
    for day in came:
        if today - days <= day < today:
            counted[day - today + days] += 1
    return counted
