"""The clocks of a request: every date with the steps by which it was computed, and what made it stand still.

The limits are the Statute's (`law/commission_statute`); the figures are dated. A date here is nothing but its steps:
`recomputed` walks them again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from article3.commission.lifecycle.application import Wish
from article3.commission.lifecycle.request import CommissionRequest, Pause, Stage
from article3.law.parameters import parameter
from article3.terms.clocks import day_of, months_after
from article3.terms.facts_commission import UrgencyGround
from article3.terms.redress import Measured

URGENT_DAYS = 1
"""Ours: a request for an urgent block is looked at within a working day (users.md, walk-through 13)."""


class Limit(StrEnum):
    """What a clock measures."""

    ADMISSIBILITY = "admissibility"
    URGENT = "urgent"
    NOTIFICATION = "notification"
    DECISION = "decision"
    ANSWER = "answer"
    IMPLEMENTATION = "implementation"
    REVISION = "revision"


class Move(StrEnum):
    """One way a date is moved on."""

    MONTHS = "months"
    DAYS = "days"
    PAUSE = "pause"
    EXTENSION = "extension"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One step of a computation: by how much, from which day to which, and by which rule or reason."""

    move: Move
    count: int
    start: date
    end: date
    rule: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One time limit of one request. `due_on` is None while it has not begun or stands still."""

    limit: Limit
    rule: str
    began_on: date | None
    counted: tuple[Counted, ...] = ()
    stopped: Pause | None = None
    done_on: date | None = None
    about: str = ""

    @property
    def due_on(self) -> date | None:
        """The last day; None while the clock has not begun or stands still."""
        if self.began_on is None or self.stopped is not None:
            return None
        return self.counted[-1].end if self.counted else self.began_on

    def late_on(self, on: date) -> bool:
        """It is over and nothing was done, or what was done came after it."""
        return self.due_on is not None and (self.done_on or on) > self.due_on


def recomputed(clock: Clock) -> date | None:
    """The date walked again from the first day, step by step: what an explanation must come to."""
    if clock.began_on is None or clock.stopped is not None:
        return None
    day = clock.began_on
    for step in clock.counted:
        assert step.start == day, "a step that does not follow from the one before"
        day = months_after(day, step.count) if step.move is Move.MONTHS else day + timedelta(days=step.count)
    return day


def clocks(request: CommissionRequest) -> tuple[Clock, ...]:
    """Every clock of the request, begun or not, in the order of the procedure."""
    return (*_beginning(request), *_decision(request), *_answers(request), *_implementation(request),
            *_revision(request))


def next_due(request: CommissionRequest) -> date | None:
    """The next day on which something is owed; None when nothing is."""
    days = [clock.due_on for clock in clocks(request) if clock.done_on is None and clock.due_on is not None]
    return min(days, default=None)


def urgent(request: CommissionRequest) -> bool:
    """Asked for with urgency, and nothing has been decided on that yet."""
    said = request.application
    asked = said.wish is Wish.URGENT_BLOCK or said.urgency.ground not in (None, UrgencyGround.NONE)
    return asked and not request.measures and request.stage in (Stage.RECEIVED, Stage.ADMISSIBLE, Stage.PROPOSED)


def received_on(request: CommissionRequest) -> date:
    """The day of receipt, from which the month for admissibility runs."""
    return day_of(request.received_at)


def decision_months(wish: Wish | None, on: date) -> tuple[int, str]:
    """The months for the decision and their rule: four for access, nine for everything else (Statute 40)."""
    if wish is Wish.ACCESS:
        return int(parameter("commission.access_months", on)), "CCF-40-1"
    return int(parameter("commission.deletion_months", on)), "CCF-40-2"


def _beginning(request: CommissionRequest) -> tuple[Clock, ...]:
    on, days = received_on(request), request.days
    answered = days.admissibility_answered_on
    first = Clock(limit=Limit.ADMISSIBILITY, rule="CCF-32-2", began_on=on, done_on=answered,
                  counted=(_months(on, int(parameter("commission.admissibility_months", on)), "CCF-32-2"),))
    looked = min((measure.ordered_on for measure in request.measures if measure.measure is Measured.BLOCK),
                 default=answered)
    said = request.application
    if said.wish is not Wish.URGENT_BLOCK and said.urgency.ground in (None, UrgencyGround.NONE):
        return (first,)
    return (Clock(limit=Limit.URGENT, rule="CCF-37", began_on=on, done_on=looked,
                  counted=(_working_days(on, URGENT_DAYS),)), first)


def _decision(request: CommissionRequest) -> tuple[Clock, ...]:
    begins = request.days.admissible_on
    if begins is None:
        return (Clock(limit=Limit.DECISION, rule=decision_months(request.application.wish, received_on(request))[1],
                      began_on=None),)
    count, rule = decision_months(request.application.wish, begins)
    counted, stopped = [_months(begins, count, rule)], None
    for pause in request.pauses:
        if pause.until is None:
            stopped = pause
        else:
            counted.append(_moved(Move.PAUSE, counted[-1].end, (pause.until - pause.since).days, pause.reason.value))
    if request.extension is not None:
        counted.append(_moved(Move.EXTENSION, counted[-1].end, request.extension.days, request.extension.because))
    decided = Clock(limit=Limit.DECISION, rule=rule, began_on=begins, counted=tuple(counted), stopped=stopped,
                    done_on=request.days.decided_on)
    return (*_notification(request, begins), decided)


def _notification(request: CommissionRequest, begins: date) -> tuple[Clock, ...]:
    """The step of November 2025: Secretariat and Commission notify one another within 45 days of admissibility."""
    if not parameter("commission.secretariat_first", begins):
        return ()
    count = int(parameter("commission.notification_days", begins))
    step = Counted(move=Move.DAYS, count=count, start=begins, end=begins + timedelta(days=count), rule="CCF-33-2")
    return (Clock(limit=Limit.NOTIFICATION, rule="CCF-33-2", began_on=begins, counted=(step,),
                  done_on=request.days.secretariat_notified_on),)


def _answers(request: CommissionRequest) -> tuple[Clock, ...]:
    return tuple(Clock(limit=Limit.ANSWER, rule="CCF-34", began_on=asked.asked_on, done_on=asked.answered_on,
                       about=asked.id,
                       counted=(Counted(move=Move.GIVEN, count=(asked.due_on - asked.asked_on).days,
                                        start=asked.asked_on, end=asked.due_on, rule="CCF-34"),))
                 for asked in request.questions)


def _implementation(request: CommissionRequest) -> tuple[Clock, ...]:
    """A month for each order that carries a decision out (Statute 41); a block is effective at once."""
    found = []
    for measure in request.measures:
        received = measure.carried.received_on if measure.carried else None
        start = received or measure.ordered_on
        count = int(parameter("commission.implementation_months", start))
        done = measure.carried.on if measure.carried and measure.carried.state.value == "complete" else None
        if measure.measure not in (Measured.BLOCK, Measured.UNBLOCK, Measured.LEAVE):
            found.append(Clock(limit=Limit.IMPLEMENTATION, rule="CCF-41", began_on=start, done_on=done,
                               about=measure.id, counted=(_months(start, count, "CCF-41"),)))
    return tuple(found)


def _revision(request: CommissionRequest) -> tuple[Clock, ...]:
    """Six months from learning of a new fact: for the Commission to say what follows, and, in a request for revision,
    for having asked."""
    found = [(each.learned_on, each.told_on or each.set_aside_on, each.key) for each in request.learned]
    said = request.application
    if said.wish is Wish.REVISION and said.new_fact.discovered_on is not None:
        found.append((said.new_fact.discovered_on, received_on(request), ""))
    return tuple(Clock(limit=Limit.REVISION, rule="CCF-42-2", began_on=start, done_on=done, about=about,
                       counted=(_months(start, int(parameter("commission.revision_months", start)), "CCF-42-2"),))
                 for start, done, about in found)


def _months(start: date, count: int, rule: str) -> Counted:
    return Counted(move=Move.MONTHS, count=count, start=start, end=months_after(start, count), rule=rule)


def _moved(move: Move, start: date, days: int, reason: str) -> Counted:
    return Counted(move=move, count=days, start=start, end=start + timedelta(days=days), rule="CCF-40-3", reason=reason)


def _working_days(start: date, count: int) -> Counted:
    """Days of the week; a Friday's ends on Monday."""
    end = start
    while count:
        end += timedelta(days=1)
        count -= end.weekday() < 5
    return Counted(move=Move.DAYS, count=(end - start).days, start=start, end=end, rule="CCF-37")
