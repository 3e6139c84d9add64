"""Revision within six months of a new fact: noted when the register learns one, told, asked for, ruled on, timed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone

from article3 import wiring as organization
from article3.acts.open_review import OpenReview
from article3.acts.record_fact import RecordFact
from article3.commission import wiring
from article3.commission.acts.rule_on_admissibility import RuleOnAdmissibility
from article3.commission.acts.rule_on_new_fact import RuleOnNewFact
from article3.commission.lifecycle.application import NewFact, Wish
from article3.commission.lifecycle.learned import Learned
from article3.commission.lifecycle.receipt_code import in_groups
from article3.commission.lifecycle.request import CommissionRequest, Stage
from article3.commission.lifecycle.revision import note_new_fact
from article3.commission.lifecycle.timetable import Limit, clocks, recomputed
from article3.commission.wiring.applicant import own
from article3.commission.wiring.news import note_news, watch
from article3.terms.facts_commission import CommissionOutcome, Remedy
from article3.terms.finding import Refused
from tests.commission import wing
from tests.commission.test_letter_box import assessed, decided, world  # noqa: F401  (the fixture)

pytestmark = pytest.mark.django_db(databases=["default", "commission"])
STAYS = {"outcome": CommissionOutcome.COMPLIANT, "remedies": frozenset({Remedy.NONE})}
TOLD = "A court lifted the warrant. It is a new fact."


@pytest.fixture
def ruled(world: SimpleNamespace) -> SimpleNamespace:  # noqa: F811
    """Decided last week: the data stay, and the applicant may know of them."""
    assessed(world)
    decided(world, **STAYS)
    wiring.go_round()
    return world


def found(world: SimpleNamespace) -> CommissionRequest:  # noqa: F811
    return wiring.request(world.sits[0], world.request)


def learns(world: SimpleNamespace, days: int = 10) -> datetime:  # noqa: F811
    """The task force records a fact on the file, that many days after the decision."""
    at = datetime.now(UTC) + timedelta(days=days)
    organization.perform(OpenReview(reference=world.file), sitting=world.reviewer, at=at)
    organization.perform(RecordFact(reference=world.file, fact="proceedings_valid", value=False, source="A court"),
                         sitting=world.reviewer, at=at)
    return at


def test_a_fact_the_register_learns_is_noted_on_the_decided_request_once_a_day(ruled) -> None:
    """By the clock, without anybody opening the request; again the next day it is noted no second time."""
    at = learns(ruled)
    assert watch(at) == 1 and watch(at + timedelta(hours=1)) == 0
    (learned,) = found(ruled).learned
    assert (learned.fact, learned.learned_on, learned.open) == ("proceedings_valid", at.date(), True)
    assert watch(at + timedelta(days=1)) == 1
    assert found(ruled).learned == (learned,)


def test_what_was_known_at_the_decision_or_long_ago_is_not_new(ruled) -> None:
    """The day of the decision is not after it; the last day of six months still counts."""
    on = found(ruled).decision.on
    for learned_on, at, new in ((on, on, False), (date(2027, 1, 31), date(2027, 7, 31), True),
                                (date(2027, 1, 31), date(2027, 8, 1), False)):
        instant = datetime(at.year, at.month, at.day, 12, tzinfo=UTC)
        fact = Learned(file=ruled.file, fact="proceedings_valid", learned_on=learned_on)
        if new:
            assert note_new_fact(found(ruled), fact, at=instant).learned == (fact,)
        else:
            with pytest.raises(Refused, match=r"not new|Six months"):
                note_new_fact(found(ruled), fact, at=instant)


def test_nothing_is_noted_on_a_request_that_is_not_decided(world) -> None:  # noqa: F811
    """The fact is part of the examination there."""
    assert note_news(world.desk, wiring.request(world.desk, world.request)).learned == ()


def test_its_clock_runs_six_months_from_learning_until_a_member_says_what_follows(ruled) -> None:
    """The date recomputes from its steps; it brings the request back onto the list of what is due."""
    at = learns(ruled)
    watch(at)
    clock = next(each for each in clocks(found(ruled)) if each.limit is Limit.REVISION)
    assert clock.due_on == recomputed(clock) and clock.rule == "CCF-42-2" and clock.done_on is None
    (line,) = wiring.desk(ruled.desk, (Stage.CARRIED_OUT,))
    assert line.due_on == clock.due_on
    ruled_on(ruled, could_change=False, at=at)
    clock = next(each for each in clocks(found(ruled)) if each.limit is Limit.REVISION)
    assert clock.done_on == at.date()


def ruled_on(world: SimpleNamespace, *, could_change: bool, at: datetime, words: str = TOLD, who=None) -> None:  # noqa: F811
    """A member says what follows."""
    (learned, *_) = found(world).learned
    order = RuleOnNewFact(reference=world.request, key=learned.key, could_change=could_change, words=words)
    wiring.perform(order, sitting=who or world.sits[0], at=at)


def test_only_a_member_says_what_follows_with_words_and_once(ruled) -> None:
    """The secretariat prepares; nothing is told without words; what is settled stays so."""
    at = learns(ruled)
    watch(at)
    with pytest.raises(Refused, match="mandate"):
        ruled_on(ruled, could_change=True, at=at, who=ruled.desk)
    with pytest.raises(Refused, match="missing"):
        ruled_on(ruled, could_change=True, at=at, words=" ")
    ruled_on(ruled, could_change=True, at=at)
    with pytest.raises(Refused, match="No such fact"):
        ruled_on(ruled, could_change=False, at=at)


def test_who_may_not_know_of_data_is_not_told_of_a_fact_about_them(world) -> None:  # noqa: F811
    """It would say that there are data; it can be set aside only."""
    assessed(world)
    decided(world, told=False, **STAYS)
    wiring.go_round()
    at = learns(world)
    watch(at)
    with pytest.raises(Refused, match="may not learn"):
        ruled_on(world, could_change=True, at=at)
    ruled_on(world, could_change=False, at=at)
    assert own(world.code, at).file.learned == ()


def test_the_applicant_is_told_and_asks_with_what_is_known_filled_in(ruled, monkeypatch) -> None:
    """From the own file one button leads to a new request that names the decision, the fact and the day."""
    at = learns(ruled, days=40)
    watch(at)
    ruled_on(ruled, could_change=True, at=at)
    monkeypatch.setattr(timezone, "now", lambda: at)
    page = Client()
    page.post("/portal/back/", {"code": in_groups(ruled.code)})
    assert TOLD in page.get("/portal/request/").content.decode()
    assert page.post("/portal/request/revise/").status_code == 302
    written = page.get("/portal/ask/purpose/").content.decode()
    assert ruled.request[:16] in written and TOLD in written and at.date().isoformat() in written


def test_before_an_answer_there_is_nothing_to_revise(world) -> None:  # noqa: F811
    """The button is not there, and pressing it all the same says so."""
    page = Client()
    page.post("/portal/back/", {"code": in_groups(world.code)})
    assert b"/portal/request/revise/" not in page.get("/portal/request/").content
    assert "Nothing is decided yet" in page.post("/portal/request/revise/").content.decode()


@pytest.mark.parametrize(("unknown_then", "could_change", "refused"), [
    (True, True, None), (None, True, "new"), (False, True, "no fact that was unknown"),
    (True, False, "could not have led"), (True, None, "another decision")])
def test_a_revision_is_admissible_on_a_new_fact_that_could_have_changed_the_result(ruled, unknown_then, could_change,
                                                                                   refused) -> None:
    """Both judgements are a person's; without them it is neither admissible nor forgotten."""
    today = datetime.now(UTC).date()
    said = wing.application(Wish.REVISION, new_fact=NewFact(decision=ruled.request[:16], what=TOLD,
                                                            discovered_on=today))
    _, reference = wing.sent(ruled, said)
    assert wiring.revised(ruled.desk, wiring.request(ruled.desk, reference)).reference == ruled.request
    papers = replace(wing.IN_ORDER, fact_unknown_then=unknown_then, fact_could_change=could_change)
    order = RuleOnAdmissibility(reference=reference, papers=papers, admissible=True)
    if refused is None:
        assert wiring.perform(order, sitting=ruled.desk).stage is Stage.ADMISSIBLE
        return
    with pytest.raises(Refused, match=refused):
        wiring.perform(order, sitting=ruled.desk)
