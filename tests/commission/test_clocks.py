"""Clocks of the Statute: every date recomputes from its steps, whatever the kind, the edition, pauses and leap days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article3.commission.lifecycle.application import Application, Urgency, Wish
from article3.commission.lifecycle.facts import request_facts
from article3.commission.lifecycle.outlook import last_beat, next_beat
from article3.commission.lifecycle.request import (
    Asked,
    CommissionRequest,
    Days,
    Extension,
    Pause,
    PauseReason,
    Question,
    Stage,
)
from article3.commission.lifecycle.ruling import Carried, Measure, Measured, ReportState
from article3.commission.lifecycle.timetable import Limit, clocks, next_due, recomputed
from article3.law.provision import Subject
from article3.law.rulebook import assess
from article3.terms.clocks import months_after
from article3.terms.facts_commission import UrgencyGround
from article3.terms.finding import Outcome

DAYS = st.dates(date(2017, 3, 11), date(2040, 12, 31))
SPANS = st.integers(0, 200)


@st.composite
def requests(draw: st.DrawFn) -> CommissionRequest:
    """Any request, at any stage, with any pauses, questions, extension and orders."""
    received = draw(DAYS)
    admissible = draw(st.none() | SPANS.map(lambda span: received + timedelta(days=span)))
    begins = admissible or received
    pauses, since = [], begins
    for _ in range(draw(st.integers(0, 3))):
        since += timedelta(days=draw(SPANS))
        until = since + timedelta(days=draw(SPANS))
        pauses.append(Pause(reason=draw(st.sampled_from(PauseReason)), since=since, until=until))
        since = until
    if draw(st.booleans()):
        pauses.append(Pause(reason=PauseReason.APPLICANT_ASKED, since=since))
    extension = draw(st.none() | st.integers(1, 366).map(lambda days: Extension(days=days, because="x", on=begins)))
    asked = [Question(id=str(n), of=draw(st.sampled_from(Asked)), about=None, text="?", asked_on=begins,
                      due_on=begins + timedelta(days=draw(SPANS))) for n in range(draw(st.integers(0, 2)))]
    measure = Measure(id="m", file="f", measure=draw(st.sampled_from(Measured)), ordered_on=begins, due_on=begins,
                      by="o", carried=draw(st.none() | st.just(Carried(state=ReportState.COMPLETE, on=begins,
                                                                        received_on=begins))))
    urgency = Urgency(ground=draw(st.none() | st.sampled_from(UrgencyGround)))
    return CommissionRequest(
        reference="r", application=Application(wish=draw(st.sampled_from(Wish)), urgency=urgency),
        received_at=datetime.combine(received, datetime.min.time(), UTC), stage=Stage.ADMISSIBLE,
        days=Days(admissible_on=admissible), pauses=tuple(pauses), extension=extension, questions=tuple(asked),
        measures=(measure,) if draw(st.booleans()) else ())


@given(requests())
def test_every_date_recomputes_from_its_explanation(request: CommissionRequest) -> None:
    """The steps shown lead from the first day to the day due, each beginning where the one before ended."""
    for clock in clocks(request):
        assert recomputed(clock) == clock.due_on
        assert (clock.due_on is None) == (clock.began_on is None or clock.stopped is not None)
        assert all(step.rule for step in clock.counted)


@given(requests())
def test_the_next_day_due_is_the_earliest_of_the_clocks_that_run(request: CommissionRequest) -> None:
    """No clock is forgotten in the desk's order."""
    running = [clock.due_on for clock in clocks(request) if clock.done_on is None and clock.due_on]
    assert next_due(request) == (min(running) if running else None)


@given(requests(), DAYS)
def test_the_clock_and_the_rule_agree_on_what_is_late(request: CommissionRequest, on: date) -> None:
    """Without pause or extension the provision says not met exactly when the clock says late."""
    if request.pauses or request.extension or request.days.admissible_on is None or on < request.days.admissible_on:
        return
    clock = next(each for each in clocks(request) if each.limit is Limit.DECISION)
    findings = assess(request_facts(request), on, subject=Subject.COMMISSION_REQUEST).findings
    found = {each.rule: each for each in findings}
    assert (found[clock.rule].outcome is Outcome.NOT_MET) == clock.late_on(on)


@given(requests(), st.integers(0, 366))
def test_a_pause_moves_the_day_by_exactly_its_days(request: CommissionRequest, days: int) -> None:
    """And an extension by exactly its own."""
    if request.days.admissible_on is None or any(stop.until is None for stop in request.pauses):
        return
    clock = next(each for each in clocks(request) if each.limit is Limit.DECISION)
    months = 4 if request.application.wish is Wish.ACCESS else 9
    moved = sum((stop.until - stop.since).days for stop in request.pauses)
    moved += request.extension.days if request.extension else 0
    assert clock.due_on == months_after(request.days.admissible_on, months) + timedelta(days=moved)


@pytest.mark.parametrize(("received", "due"), [
    (date(2024, 1, 31), date(2024, 2, 29)), (date(2025, 1, 31), date(2025, 2, 28)),
    (date(2024, 2, 29), date(2024, 3, 29)), (date(2025, 12, 31), date(2026, 1, 31))])
def test_a_month_never_runs_into_a_month_it_was_not_given_for(received: date, due: date) -> None:
    """Leap days and short months, both sides."""
    request = CommissionRequest(reference="r", application=Application(wish=Wish.ACCESS),
                                received_at=datetime.combine(received, datetime.min.time(), UTC))
    assert next(c for c in clocks(request) if c.limit is Limit.ADMISSIBILITY).due_on == due


@pytest.mark.parametrize(("admissible", "has_step"), [(date(2025, 11, 26), False), (date(2025, 11, 27), True)])
def test_the_step_of_45_days_exists_from_its_edition_on(admissible: date, has_step: bool) -> None:
    """A request found admissible the day before is judged by the Statute of its day."""
    request = CommissionRequest(reference="r", application=Application(wish=Wish.DELETION),
                                received_at=datetime.combine(admissible, datetime.min.time(), UTC),
                                days=Days(admissible_on=admissible))
    found = [clock for clock in clocks(request) if clock.limit is Limit.NOTIFICATION]
    assert bool(found) is has_step
    assert not found or found[0].due_on == admissible + timedelta(days=45)


@given(DAYS)
def test_answers_leave_on_beats_only(day: date) -> None:
    """The first and the fifteenth, never in between."""
    assert next_beat(day).day in (1, 15) and last_beat(day).day in (1, 15)
    assert last_beat(day) <= day <= next_beat(day) and (next_beat(day) - last_beat(day)).days <= 17
