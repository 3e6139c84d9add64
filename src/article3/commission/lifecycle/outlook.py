"""What an applicant may know of a request today: the same steps, days and words whether or not data exist.

Until data may be told (Statute 35), nothing here is computed from anything but the application, the days of receipt and
admissibility, the questions put to the applicant, and that the answer is ready. The answer leaves on a fixed day that
follows from those alone, so that neither its day nor its haste tells anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.commission.lifecycle.request import Asked, CommissionRequest, Question, Stage
from article3.commission.lifecycle.ruling import Measured
from article3.commission.lifecycle.timetable import Clock, Limit, clocks, received_on
from article3.terms.facts_commission import CommissionOutcome
from article3.terms.reasons import ToPerson
from article3.terms.redress import CountryReport

BEAT_DAYS = (1, 15)
"""Answers leave on these days of a month, all together."""


class Told(StrEnum):
    """The only words about where a request stands."""

    RECEIVED = "received"
    INADMISSIBLE = "inadmissible"
    ADMISSIBLE = "admissible"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What was done, for somebody who may know of the data: each measure, and country by country who has done it."""

    measure: Measured
    ordered_on: date
    complete: bool
    countries: tuple[CountryReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The applicant's view."""

    told: Told
    steps: tuple[tuple[Told, date], ...]
    clock: Clock
    questions: tuple[Question, ...]
    mends: tuple[str, ...]
    answer: ToPerson | None = None
    outcome: CommissionOutcome | None = None
    reasons: str = ""
    certificate: tuple[Certificate, ...] = ()


def outlook(request: CommissionRequest, on: date) -> Outlook:
    """The applicant's view on a day."""
    days = request.days
    steps = [(Told.RECEIVED, received_on(request))]
    if days.admissibility_answered_on:
        told = Told.ADMISSIBLE if days.admissible_on else Told.INADMISSIBLE
        steps.append((told, days.admissibility_answered_on))
    answered_on = answer_day(request)
    ready = answered_on is not None and answered_on <= on
    if ready and answered_on is not None:
        steps.append((Told.ANSWERED, answered_on))
    asked = tuple(question for question in request.questions if question.of is Asked.APPLICANT)
    shown = Outlook(told=steps[-1][0], steps=tuple(steps), clock=_clock(request), questions=asked,
                    mends=request.mends if steps[-1][0] is Told.INADMISSIBLE else ())
    return _answered(request, shown) if ready else shown


def answer_day(request: CommissionRequest) -> date | None:
    """The day the answer leaves: where data may be told, the next beat after the decision was carried out; otherwise
    the last beat before the time is over, however soon it was decided. None while there is no decision."""
    decision, due = request.decision, _clock(request).due_on
    if decision is None or due is None:
        return None
    if decision.data_may_be_told:
        return next_beat(decision.on) if request.stage is Stage.CARRIED_OUT else None
    return max(last_beat(due), next_beat(decision.on))


def next_beat(day: date) -> date:
    """The first beat on or after a day."""
    for beat in BEAT_DAYS:
        if day.day <= beat:
            return day.replace(day=beat)
    year, month = divmod(day.year * 12 + day.month, 12)
    return date(year, month + 1, BEAT_DAYS[0])


def last_beat(day: date) -> date:
    """The last beat on or before a day."""
    return day.replace(day=max(beat for beat in BEAT_DAYS if beat <= day.day))


def _clock(request: CommissionRequest) -> Clock:
    """The applicant's one clock: for admissibility until that is answered, then for the decision."""
    wanted = Limit.DECISION if request.days.admissible_on else Limit.ADMISSIBILITY
    found = next(clock for clock in clocks(request) if clock.limit is wanted)
    return Clock(limit=found.limit, rule=found.rule, began_on=found.began_on, counted=found.counted,
                 stopped=found.stopped)


def _answered(request: CommissionRequest, shown: Outlook) -> Outlook:
    decision = request.decision
    assert decision is not None, "answered without a decision"
    if not decision.data_may_be_told:
        return Outlook(told=shown.told, steps=shown.steps, clock=shown.clock, questions=shown.questions,
                       mends=shown.mends, answer=ToPerson.NOTHING_TO_SAY)
    deleted = any(measure.measure is Measured.DELETE for measure in request.measures)
    exist = ToPerson.IN_FILES if request.identified else ToPerson.NOT_PUBLISHED
    return Outlook(told=shown.told, steps=shown.steps, clock=shown.clock, questions=shown.questions,
                   mends=shown.mends, answer=ToPerson.REMOVED if deleted else exist, outcome=decision.outcome,
                   reasons=decision.reasons, certificate=certificate(request))


def certificate(request: CommissionRequest) -> tuple[Certificate, ...]:
    """Every measure that was reported on; an order without a report is not complete."""
    return tuple(Certificate(measure=each.measure, ordered_on=each.ordered_on, countries=each.carried.countries,
                             complete=each.carried.state.value == "complete")
                 for each in request.measures if each.carried is not None)
