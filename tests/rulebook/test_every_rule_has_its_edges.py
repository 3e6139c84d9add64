"""Every row a program decides or asks has a test class that names it; the edges of its cases are shown there."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections import defaultdict
from functools import cache

import pytest

import tests.rulebook
from article3.law.accounting import Account, Status, accounts
from article3.law.index import rows
from article3.terms.finding import Outcome

CANNOT_FAIL = {"RPD-112-1"}
"""A fourth level cannot be written down, so there is no case that refuses."""
OTHER_SUBJECTS = [account.rule for account in accounts() if account.status is Status.COMPUTED
                  and account.subject not in ("communication", "procedure")]


@cache
def told() -> dict[str, set[Outcome]]:
    """The outcomes told in the parametrised cases of each class, by the rule its docstring names."""
    outcomes: dict[str, set[Outcome]] = defaultdict(set)
    for module in pkgutil.walk_packages(tests.rulebook.__path__, "tests.rulebook."):
        if ".offences." in module.name or not module.name.rpartition(".")[2].startswith("test_"):
            continue
        for _, test_class in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            rule = (test_class.__doc__ or "").split(".")[0].strip()
            if test_class.__name__.startswith("Test") and rule in rows():
                outcomes[rule] |= set(_outcomes(test_class))
    return outcomes


def _outcomes(test_class: type) -> list[Outcome]:
    functions = [each for ancestor in test_class.__mro__ for each in vars(ancestor).values()]
    marks = [mark for function in functions for mark in getattr(function, "pytestmark", ())]
    return [value for mark in marks if mark.name == "parametrize" and mark.args[0] == ("known", "outcome")
            for _, value in mark.args[1]]


@pytest.mark.parametrize("account", [each for each in accounts() if each.status is not Status.NOT_FOR_SOFTWARE],
                         ids=lambda account: account.rule)
def test_it_has_a_class_with_its_edges(account: Account) -> None:
    """A class names the rule and tells cases; a rule that is only asked, or unsure, is never told as refusing."""
    shown = told()[account.rule]
    assert shown
    if account.status is not Status.COMPUTED:
        assert Outcome.NOT_MET not in shown
        assert Outcome.QUESTION in shown


@pytest.mark.parametrize("rule", OTHER_SUBJECTS)
def test_both_sides_of_the_edge_and_the_unknown_are_shown(rule: str) -> None:
    """Met, not met and asked, each at least once (rules on communications: see test_edges)."""
    assert told()[rule] == (set(Outcome) - {Outcome.NOT_MET} if rule in CANNOT_FAIL else set(Outcome))
