"""Workload ahead from the journal: what waits, what comes, what so many reviewers would have done, in which order."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from article3.access.decision import role_of
from article3.access.words import Role
from article3.acts.ports import NotFound
from article3.law.parameters import parameter
from article3.oversight.entry import History
from article3.oversight.forecast import Ahead, Outcome, Task, ahead, first_come, least_lost, outcome, past_days, worked
from article3.oversight.intake_figures import outcome as outcome_of
from article3.oversight.office_figures import WAITED_FOR
from article3.register.reader import Reader
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting
from article3.wiring.figure_room import book

LOOKED_BACK = 60
"""Working days that are learnt from."""
WEEKS, DRAWS, PLAN_DAYS, SHOWN = 8, 200, 60, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """The desk today, the weeks ahead with so many reviewers, and what each order of work would come to."""

    waiting: int
    reviewers: int  # who decided something in the days looked back on
    a_day: float  # cases decided a working day, all together
    staff: int
    ahead: tuple[Ahead, ...]
    first_come: Outcome
    least_lost: Outcome
    order: tuple[tuple[Task, str], ...]  # the next ones, with why


def workload(sitting: Sitting, staff: int | None = None, at: datetime | None = None) -> Workload:
    """For the task force and oversight. Raises NotFound for others."""
    if role_of(sitting) not in (Role.REVIEWER, Role.OVERSIGHT):
        raise NotFound
    at = at or timezone.now()
    counted, today = book(), _working_day(at.date())
    waiting = [history for history in counted if _waits(history, at)]
    decided = [entry for history in counted for entry in history.all("DecisionTaken")
               if today - LOOKED_BACK <= _working_day(entry.at.date()) < today]
    hands = {hand for entry in decided for hand in (entry.officer, entry.codes.get("first", entry.officer))}
    reviewers = max(len(hands), 1)
    staff = reviewers if staff is None else staff
    a_day = len(decided) / LOOKED_BACK * staff / reviewers
    came = past_days((_working_day(history.received.at.date()) for history in counted
                      if history.received and history.channel in WAITED_FOR), today, LOOKED_BACK)
    tasks = [_task(history, today) for history in waiting]
    plans = [outcome(worked(tasks, a_day, PLAN_DAYS, order), PLAN_DAYS) for order in (first_come, least_lost)]
    return Workload(waiting=len(waiting), reviewers=reviewers, a_day=round(a_day, 2), staff=staff,
                    ahead=ahead(len(waiting), came, a_day, weeks=WEEKS, draws=DRAWS, lot=random.Random(1).random),
                    first_come=plans[0], least_lost=plans[1], order=_next(tasks, sitting, at))


def _next(tasks: list[Task], sitting: Sitting, at: datetime) -> tuple[tuple[Task, str], ...]:
    ordered = sorted(tasks, key=lambda task: (*least_lost(task, 0), task.id))
    all_of_it = role_of(sitting) is Role.OVERSIGHT
    seen = [task for task in ordered if all_of_it or Reader.in_sight(sitting, at, Reference(task.id))]
    return tuple((task, ("age", "harm", "time", "late")[int(least_lost(task, 0)[0])]) for task in seen[:SHOWN])


def _waits(history: History, at: datetime) -> bool:
    return (history.channel in WAITED_FOR and history.received is not None and history.received.at <= at
            and outcome_of(history) is None)


def _task(history: History, today: int) -> Task:
    assert history.received is not None, "only what was received waits"
    came, delivered = history.received.at.date(), history.channel == "diffusion"
    limits = parameter("review_order.delivered_days" if delivered else "review_order.request_days", came)
    return Task(id=history.reference, came=_working_day(came) - today, harmful=delivered,
                due=_working_day(came + timedelta(days=max(limits))) - today)


def _working_day(on: date) -> int:
    """Working days since a Monday long ago; a weekend counts with its Friday."""
    weeks, day = divmod((on - date(2000, 1, 3)).days, 7)
    return weeks * 5 + min(day, 4)

