"""A draft of rules against records: the short way finds exactly what asking the whole rulebook twice finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article3.acts.simulated import Known, flip_of, known_of, summed
from article3.commands.bench.invented_requests import request_lines
from article3.intake.reading import read_communication
from article3.law.brief import brief
from article3.law.drafts import Draft, draftable, reached, read_draft
from article3.law.parameters import parameter
from article3.law.provision import PROVISIONS, Subject
from article3.law.rulebook import Standing, assess, in_force
from article3.law.simulation import Simulation
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import State
from article3.terms.finding import Refused
from tests.acts.situations import SITUATIONS, desk_in
from tests.desk import DAY, REFERENCE, Desk

SINCE = date(2027, 1, 1)
HEAD = 'title = "A draft"\nsince = 2027-01-01\n'
RECORDS = 60


@cache
def records() -> tuple[Any, ...]:
    """Facts of invented requests of every kind."""
    return tuple(brief(read_communication(line, reference="0" * 32), None, SINCE) for line in request_lines(RECORDS, 7))


@cache
def rules() -> tuple[str, ...]:
    """Every provision on communications in force that day."""
    return tuple(rule.rule for rule in in_force(Subject.COMMUNICATION, SINCE))


@cache
def elsewhen() -> tuple[str, ...]:
    """Provisions on communications that are not in force that day."""
    return tuple(rule.rule for rule in PROVISIONS if rule.subject is Subject.COMMUNICATION and not rule.in_force(SINCE))


def changed_values(name: str) -> st.SearchStrategy[Any]:
    """Another value of the same kind for a figure."""
    now = parameter(name, SINCE)
    if isinstance(now, bool):
        return st.just(not now)
    if isinstance(now, int):
        return st.integers(0, 500)
    if isinstance(now, list):
        return st.lists(st.sampled_from(now), unique=True) if now else st.just(now)
    return st.just(now)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Any few figures, any few provisions that end or stand again."""
    names = draw(st.lists(st.sampled_from(draftable()), max_size=3, unique=True))
    ends = draw(st.frozensets(st.sampled_from(rules()), max_size=4))
    begins = draw(st.frozensets(st.sampled_from(elsewhen()), max_size=2))
    figures = {name: draw(changed_values(name)) for name in names}
    return Draft(title="A draft", since=SINCE, figures=figures, ends=ends, begins=begins)


@settings(max_examples=25, deadline=None)
@given(drafts())
def test_the_short_way_is_the_long_way(draft: Draft) -> None:
    """Equal to brute force on random drafts, record by record, reason by reason."""
    simulation = Simulation(draft)
    for facts in records()[:20]:
        assert simulation.compare(facts) == simulation.in_full(facts)


@pytest.mark.parametrize("name", [name for name in draftable() if reached(
    Draft(title="", since=SINCE, figures={name: None}))])
def test_every_figure_that_reaches_a_rule_is_simulated_like_brute_force(name: str) -> None:
    """Each figure alone, at both ends of its kind."""
    now = parameter(name, SINCE)
    values = [not now] if isinstance(now, bool) else [0, 10_000] if isinstance(now, int) else [now]
    for value in values:
        simulation = Simulation(Draft(title="", since=SINCE, figures={name: value}))
        assert [simulation.compare(facts) for facts in records()] == [simulation.in_full(facts) for facts in records()]


class TestBothWays:
    """Who flips, and why."""

    def test_a_higher_threshold_hinders_what_lies_below_it(self) -> None:
        """Murder, twenty-five years: on the edge it stands, a month above it falls."""
        for months, flips in ((300, False), (301, True)):
            draft = read_draft(f'{HEAD}[figures]\n"red_notice.penalty_min_months" = {months}\n')
            flip = flip_of(published(), Simulation(draft))
            assert (flip is not None and flip.newly_hindered) == flips
        assert flip is not None and flip.known is Known.STANDS
        ((rule, now, then, because),) = flip.rules
        assert (rule, now, then) == ("RPD-83-1-a-ii-P", "met", "not_met") and "301" in because

    def test_a_rule_that_ends_clears_what_it_alone_stopped(self) -> None:
        """The other way: nothing would stand in the way any more."""
        stopped = next(facts for facts in records() if assess(facts, SINCE).standing is Standing.NOT_COMPLIANT)
        found = Simulation(Draft(title="", since=SINCE, ends=frozenset(rules()))).compare(stopped)
        assert found is not None and found.newly_clear and found.then is Standing.CLEAR

    def test_what_is_erased_says_nothing(self) -> None:
        """Content erased by order is not simulated on."""
        draft = read_draft(f'{HEAD}[figures]\n"red_notice.penalty_min_months" = 360\n')
        assert flip_of(replace(published(), deleted_on=date(2026, 5, 1)), Simulation(draft)) is None

    def test_the_reviewers_answers_are_part_of_the_record(self) -> None:
        """A file whose questions were answered is simulated with the answers, as brute force does."""
        for situation in SITUATIONS:
            file = desk_in(situation).register.files.get(REFERENCE)
            if file is None:
                continue
            for months in (24, 400):
                draft = read_draft(f'{HEAD}[figures]\n"red_notice.penalty_min_months" = {months}\n')
                short, long = (flip_of(file, Simulation(draft), in_full=full) for full in (False, True))
                assert short == long, situation

    def test_the_sum_is_the_sum_of_the_files(self) -> None:
        """Numbers for members; the same files give the same digest."""
        draft = read_draft(f'{HEAD}[figures]\n"red_notice.penalty_min_months" = 360\n')
        flip = flip_of(published(), Simulation(draft))
        assert flip is not None
        told = summed([flip, replace(flip, known=Known.OVERTURNED)], 9, DAY)
        assert (told.records, told.newly_hindered, told.sound_now_hindered, told.harmful_now_hindered) == (9, 2, 1, 1)
        assert told.digest == summed([flip, replace(flip, known=Known.OVERTURNED)], 9, DAY).digest


class TestHowAFileFared:
    """From its state, and whether it was ever approved."""

    @pytest.mark.parametrize(("state", "known"), [
        (State.RECEIVED, Known.WAITS), (State.PUBLISHED, Known.STANDS), (State.WITHDRAWN, Known.ENDED),
        (State.CANCELLED, Known.OVERTURNED)])
    def test_of_a_notice_that_was_published(self, state: State, known: Known) -> None:
        """Whatever became of it."""
        assert known_of(replace(published(), state=state)) is known

    def test_of_a_request_that_was_refused(self) -> None:
        """Never approved: found not compliant."""
        assert known_of(replace(published(), published=None, review=None, former_reviews=(), state=State.REFUSED)
                        ) is Known.NOT_COMPLIANT


@pytest.mark.parametrize(("text", "says"), [
    ("title =", "not TOML"), ('title = "x"\n', "no day"), ("since = 2027-01-01\n", "no title"),
    (HEAD, "changes nothing"), (f"{HEAD}colour = 3\n", "no colour"),
    (f'{HEAD}[figures]\n"red_notice.penalty" = 3\n', "no figure"),
    (f'{HEAD}[figures]\n"editions.RPD" = 3\n', "no figure"),
    (f'{HEAD}[figures]\n"red_notice.penalty_min_months" = "3"\n', "same kind"),
    (f'{HEAD}[provisions]\n"RPD-0" = "ends"\n', "no provision"),
    (f'{HEAD}[provisions]\n"LST-A-5" = "away"\n', "either"), (f"{HEAD}figures = 3\n", "a table"),
])
def test_a_draft_that_cannot_be_read_says_what_to_do(text: str, says: str) -> None:
    """Each fault in a sentence."""
    with pytest.raises(Refused, match=says):
        read_draft(text)


@cache
def published() -> CaseFile:
    """A clear case, published."""
    return Desk().published()
