"""The worked cases hold: what the lawyers wrote is what the rulebook says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from article3.law.index import rows
from article3.law.rulebook import Assessment, assess
from article3.terms.finding import Answer, Asked, Finding, Outcome
from tests.cases.reading import WorkedCase, cases


def assessed(case: WorkedCase) -> Assessment:
    """The case under the rules of its day, with its reviewers' answers."""
    first = assess(case.facts, case.day, subject=case.subject)
    told = case.answers
    if told == "all met":
        told = {finding.rule: "met" for finding in first.of(Outcome.QUESTION) if not finding.within}
    assert isinstance(told, dict)
    answers = {rule: Answer(rule=rule, outcome=Outcome(outcome), because="As the reviewer found.", officer="reviewer",
                            on=case.day) for rule, outcome in told.items()}
    return assess(case.facts, case.day, subject=case.subject, answers=answers)


def rules(findings: tuple[Finding, ...]) -> set[str]:
    """The rules of some findings."""
    return {finding.rule for finding in findings}


@pytest.mark.parametrize("case", cases(), ids=str)
def test_the_rules_say_what_the_case_expects(case: WorkedCase) -> None:
    """Not met exactly as told; met, asked and silent at least as told; the standing as told."""
    found, expect = assessed(case), case.expect
    binding = tuple(finding for finding in found.of(Outcome.NOT_MET) if not finding.advisory)
    assert rules(binding) == set(expect.get("not_met", [])), [finding.because for finding in binding]
    asked = found.of(Outcome.QUESTION)
    for key, have in (("met", rules(found.of(Outcome.MET))), ("asked", rules(asked)),
                      ("asked_of_requester", rules(_of_requester(asked)))):
        assert set(expect.get(key, [])) <= have, f"{key}: {set(expect.get(key, [])) - have}"
    assert not set(expect.get("silent", [])) & rules(found.findings)
    if expect.get("nothing_asked_of_requester"):
        assert not _of_requester(asked), [finding.because for finding in _of_requester(asked)]
    if "standing" in expect:
        assert found.standing.value == expect["standing"]


def _of_requester(asked: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in asked if finding.asked is Asked.REQUESTER and not finding.advisory)


@pytest.mark.parametrize("case", cases(), ids=str)
def test_every_rule_a_case_names_is_in_the_index(case: WorkedCase) -> None:
    """A misspelt rule would make an expectation that cannot fail."""
    named: set[Any] = set()
    for key in ("not_met", "met", "asked", "asked_of_requester", "silent"):
        named |= set(case.expect.get(key, []))
    assert named <= set(rows())


def test_there_are_enough_cases_and_they_differ() -> None:
    """At least forty worked cases, no title twice on a day, at least eleven whose outcome turns on a date."""
    titles = [str(case) for case in cases()]
    assert len(titles) == len(set(titles))
    assert len({case.title for case in cases()}) >= 40
    by_title: dict[str, set[str]] = {}
    days: dict[str, set[date]] = {}
    for case in cases():
        by_title.setdefault(case.title, set()).add(repr(sorted(case.expect.items())))
        days.setdefault(case.title, set()).add(case.day)
    assert sum(1 for title in days if len(days[title]) > 1 and len(by_title[title]) > 1) >= 11
