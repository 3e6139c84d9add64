"""What would change an outcome: the smallest sets, checked against trying everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article3.law.levers import Lever, levers_for, plain
from article3.law.provision import EXCEPTIONS, Subject
from article3.law.rulebook import Standing, assess, in_force
from article3.law.would_change import WouldChange, would_change
from article3.terms.communication import Channel, Colour, IssuerType, Purpose, WantedFor
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Answer, Outcome
from article3.terms.offences import Matter, OffenceKind

DAY = date(2024, 5, 2)
RED = CommunicationFacts(channel=Channel.NOTICE_REQUEST, colour=Colour.RED, purpose=Purpose.WANTED,
                         wanted_for=WantedFor.PROSECUTION)
ROBBERY = (frozenset({OffenceKind.ROBBERY_THEFT}), frozenset[Matter]())
CHEQUE = (frozenset({OffenceKind.PRIVATE_DISPUTE_CHEQUE}), frozenset({Matter.UNFUNDED_CHEQUE}))


def _charged(*pairs: tuple[frozenset[OffenceKind], frozenset[Matter]], **known: object) -> CommunicationFacts:
    kinds, matters = tuple(kind for kind, _ in pairs), tuple(matter for _, matter in pairs)
    known = {"charges_without_penalty": 0} | known
    return replace(RED, charges=tuple(f"charge {number}" for number, _ in enumerate(pairs, 1)), charge_kinds=kinds,
                   charge_matters=matters, offence_kinds=frozenset().union(*kinds), matters=frozenset().union(*matters),
                   **known)


def _asked(facts: CommunicationFacts) -> WouldChange:
    return would_change(facts, assess(facts, DAY))


def _names(change: WouldChange) -> set[frozenset[str]]:
    return {frozenset(lever.fact for lever in levers) for levers in change.lifts}


class TestNotCompliant:
    """The smallest sets of other facts that lift every rule not met."""

    def test_one_month_too_few(self) -> None:
        """RPD 83(1)(a)(ii): the figure that just helps is told."""
        change = _asked(_charged(ROBBERY, penalty_max_months=23))
        assert change.standing is Standing.NOT_COMPLIANT
        told = {lever.fact: lever for (lever,) in change.lifts}
        assert told["penalty_max_months"].now == "23"
        assert told["penalty_max_months"].would_be == "at least 24"

    def test_two_rules_not_met_need_both_facts(self) -> None:
        change = _asked(_charged(ROBBERY, penalty_max_months=23, language="de"))
        assert {"language", "penalty_max_months"} in _names(change)
        assert all("language" in names and len(names) == 2 for names in _names(change))

    def test_values_that_help_alike_are_told_as_one(self) -> None:
        change = _asked(_charged(ROBBERY, language="de"))
        assert [[lever.would_be for lever in levers] for levers in change.lifts] == [["ar, or en, or fr, or es"]]

    def test_an_unfunded_cheque_is_lifted_by_what_the_charge_shows_or_by_the_exception(self) -> None:
        change = _asked(_charged(CHEQUE, penalty_max_months=36))
        assert {"charges"} in _names(change)
        assert "unfunded" in " ".join(finding.because for finding in assess(_charged(CHEQUE), DAY).of(Outcome.NOT_MET))

    def test_a_refusal_by_a_reviewers_answer_is_lifted_by_no_fact(self) -> None:
        facts = _charged(ROBBERY)
        answers = {"CON-3": Answer(rule="CON-3", outcome=Outcome.NOT_MET, because="Political.", officer="xa-1", on=DAY)}
        change = would_change(facts, assess(facts, DAY, answers=answers))
        assert change.fixed == ("CON-3",)
        assert change.lifts == ()

    def test_forgetting_is_no_answer(self) -> None:
        """No lever makes a known fact unknown."""
        facts = _charged(CHEQUE, penalty_max_months=12, warrant_issuer=IssuerType.POLICE, issuer_competent=False,
                         acquitted=True, minor=True)
        names = [name for rule in in_force(Subject.COMMUNICATION, DAY) for name in rule.reads]
        assert "not known" not in {lever.would_be for lever in levers_for(facts, DAY, names)}


class TestOpen:
    """What settles it, and what ends it."""

    def test_the_questions_told_settle_it_and_none_is_spare(self) -> None:
        facts = _charged(ROBBERY, penalty_max_months=48)
        change = _asked(facts)
        assert change.standing is Standing.OPEN
        asked = [finding.rule for finding in change.settles]
        assert _answered(facts, asked, Outcome.MET).standing is Standing.CLEAR
        for spare in asked:
            rest = [rule for rule in asked if rule != spare]
            assert _answered(facts, rest, Outcome.MET).standing is Standing.OPEN, spare

    def test_any_single_answer_not_met_ends_it(self) -> None:
        facts = _charged(ROBBERY, penalty_max_months=48)
        change = _asked(facts)
        binding = {finding.rule for finding in assess(facts, DAY).of(Outcome.QUESTION) if not finding.advisory}
        assert set(change.ends) == binding
        for rule in change.ends:
            assert _answered(facts, [rule], Outcome.NOT_MET).standing is Standing.NOT_COMPLIANT, rule


def _answered(facts: CommunicationFacts, rules: list[str], outcome: Outcome):  # type: ignore[no-untyped-def]
    answers = {rule: Answer(rule=rule, outcome=outcome, because="Read.", officer="xa-1", on=DAY) for rule in rules}
    return assess(facts, DAY, answers=answers)


CASES = st.builds(
    _charged,
    st.sampled_from([ROBBERY, CHEQUE, (frozenset({OffenceKind.DRUGS}), frozenset({Matter.DRUG_OWN_USE}))]),
    penalty_max_months=st.sampled_from([None, 6, 24, 60]), language=st.sampled_from(["", "en", "de"]),
    wanted_for=st.sampled_from(list(WantedFor)), remaining_months=st.sampled_from([None, 2, 9]),
    issuer_competent=st.sampled_from([None, True, False]), seeks_extradition=st.sampled_from([None, True, False]),
    acquitted=st.sampled_from([None, False, True]), source_answered=st.sampled_from([None, True, False]))


@settings(max_examples=12, deadline=None)
@given(CASES)
def test_the_smallest_sets_are_those_found_by_trying_everything(facts: CommunicationFacts) -> None:
    """Brute force over every lever on every fact the rules not met read, up to two facts."""
    change = _asked(facts)
    tried = {names for names in _by_trying(facts) if len(names) <= 2}
    assert {names for names in _names(change) if len(names) <= 2} == tried


def _by_trying(facts: CommunicationFacts) -> Iterator[frozenset[str]]:
    blocked = [finding.rule for finding in assess(facts, DAY).of(Outcome.NOT_MET) if not finding.advisory]
    if not blocked:
        return
    rules = {rule.rule: rule for rule in in_force(Subject.COMMUNICATION, DAY)}
    read = [name for rule in blocked for name in (*rules[rule].reads, *(
        name for each in EXCEPTIONS if rule in each.to for name in each.reads))]
    by_fact: dict[str, list[Lever]] = {}
    for lever in levers_for(facts, DAY, read):
        by_fact.setdefault(lever.fact, []).append(lever)
    found: list[frozenset[str]] = []
    for size in (1, 2):
        for names in combinations(by_fact, size):
            if not any(smaller <= set(names) for smaller in found) and any(
                    _lifted(facts, levers) for levers in product(*(by_fact[name] for name in names))):
                found.append(frozenset(names))
    yield from found


def _lifted(facts: CommunicationFacts, levers: tuple[Lever, ...]) -> bool:
    changes = {name: value for lever in levers for name, value in lever.values}
    return assess(replace(facts, **changes), DAY).standing is not Standing.NOT_COMPLIANT


@pytest.mark.parametrize(("value", "words"), [(None, "not known"), (True, "yes"), (False, "no"), (24, "24"),
                                              (WantedFor.SENTENCE, "sentence"), (frozenset({"b", "a"}), "a, b")])
def test_values_are_told_in_ordinary_words(value: object, words: str) -> None:
    """A lawyer reads them, not a programmer."""
    assert plain(value) == words
