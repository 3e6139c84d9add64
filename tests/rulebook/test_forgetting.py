"""Forgetting a fact never changes a yes into a no or a no into a yes: it changes nothing, or it raises a question."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from article3.law.provision import PROVISIONS, Provision, Subject
from article3.law.rulebook import load
from article3.law.subjects import record_of
from article3.terms.finding import Outcome
from tests.rulebook.judging import any_record

load()
AFTERWARDS = date(2026, 12, 31)
"""A day after every day the dice know, so that nothing told lies in the future."""
SETTINGS = {"draft_sequence"}
"""Not facts: a setting is off, never unknown."""
OTHERS = [rule for rule in PROVISIONS if rule.subject not in (Subject.COMMUNICATION, Subject.PROCEDURE)]


@pytest.mark.parametrize("rule", OTHERS, ids=lambda rule: rule.rule)
def test_a_forgotten_fact_is_asked_for_or_does_not_matter(rule: Provision) -> None:
    """Each fact of many records forgotten in turn (rules on communications: see test_missing_facts)."""
    dice, record = random.Random(rule.rule), record_of(rule.subject)
    unknown = record()
    for _ in range(300):
        facts = any_record(record, dice)
        outcome = rule.rule_function(facts, AFTERWARDS).outcome
        for name in set(rule.reads) - SETTINGS:
            forgotten = replace(facts, **{name: getattr(unknown, name)})
            then = rule.rule_function(forgotten, AFTERWARDS).outcome
            assert then in (outcome, Outcome.QUESTION), f"{name} forgotten: {outcome} becomes {then} for {facts}"
