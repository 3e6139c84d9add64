"""Every rule on communications has its test class; the edges told there reach both sides, the unknown, every fact."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from functools import cache
from typing import Any

import pytest

import tests.rulebook
from article3.law.provision import EXCEPTIONS, PROVISIONS, Provision, Unless
from article3.law.rulebook import applied
from article3.terms.finding import Outcome
from tests.rulebook.edges import RECORDS, Known, case, rule_of, told_in

OURS = [rule for rule in PROVISIONS if rule.subject in RECORDS]
RULES = sorted({rule.rule for rule in OURS})



class Watched:
    """A record of facts that remembers which of them were looked at."""

    def __init__(self, record: Any, seen: set[str]) -> None:
        self._record, self._seen = record, seen

    def __getattr__(self, name: str) -> Any:
        self._seen.add(name)
        return getattr(self._record, name)


@cache
def told() -> dict[str, list[tuple[Known, Outcome]]]:
    """The edges of every rule, from the test classes of the rooms that mirror law/."""
    found: dict[str, list[tuple[Known, Outcome]]] = defaultdict(list)
    for module in pkgutil.walk_packages(tests.rulebook.__path__, "tests.rulebook."):
        if module.name.count(".") < 3 or module.ispkg or ".offences." in module.name:
            continue
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and each.__name__.startswith("Test"):
                for ancestor in each.__mro__[:-1]:
                    found[rule_of(each)].extend(told_in(ancestor))
    return found


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_has_edges(rule: str) -> None:
    """A class whose docstring is the rule's id tells at least one edge."""
    assert told()[rule]


@pytest.mark.parametrize("rule", [rule for rule in OURS if rule.computed], ids=lambda rule: rule.rule)
def test_a_computed_rule_is_tested_on_two_sides(rule: Provision) -> None:
    """A rule that computes is told with at least two outcomes, and none of them is an assumption."""
    outcomes = {outcome for known, outcome in told()[rule.rule] if case(rule.rule, known)[0] is rule}
    assert len(outcomes) >= 2, f"{rule.rule} is only told as {outcomes}"


@pytest.mark.parametrize("rule", OURS, ids=lambda rule: rule.rule)
def test_a_rule_that_can_refuse_has_an_edge_that_refuses(rule: Provision) -> None:
    """Where the function can answer not met there is an edge that shows it; where not, none claims it."""
    can = "not_met" in rule.rule_function.__code__.co_names or "yes_or_no" in rule.rule_function.__code__.co_names
    can = can or "excluded_as_such" in rule.rule_function.__code__.co_names
    refuses = any(outcome is Outcome.NOT_MET for known, outcome in told()[rule.rule])
    assert refuses == (can and not rule.advisory)


@pytest.mark.parametrize("rule", OURS, ids=lambda rule: rule.rule)
def test_it_reads_exactly_what_it_says(rule: Provision) -> None:
    """Over its edges a rule looks at every fact it names and at no other."""
    seen: set[str] = set()
    for known, _ in told()[rule.rule]:
        found, facts, on = case(rule.rule, known)
        if found is rule:
            rule.rule_function(Watched(facts, seen), on)
    assert seen == set(rule.reads)


@pytest.mark.parametrize("exception", [each for each in EXCEPTIONS if each.rule != "RPD-83-1-b"],
                         ids=lambda each: f"{each.rule} lifts {each.to[0]}")
def test_an_exception_reads_exactly_what_it_says(exception: Unless) -> None:
    """Over the edges of the rules it lifts an exception looks at every fact it names and at no other."""
    seen: set[str] = set()
    for rule in exception.to:
        for known, _ in told()[rule]:
            _, facts, on = case(rule, known)
            exception.rule_function(Watched(facts, seen), on)
    assert seen == set(exception.reads)


@pytest.mark.parametrize("rule", OURS, ids=lambda rule: rule.rule)
def test_nothing_known_never_refuses(rule: Provision) -> None:
    """Of a communication about which nothing is known no rule says not met: a missing fact is a question."""
    _, facts, on = case(rule.rule, {} if rule.rule not in ("RPD-94", "LST-C-1-OLD") else {"on": rule.since})
    assert applied(rule, facts, on).outcome is not Outcome.NOT_MET
