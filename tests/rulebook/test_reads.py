"""A provision reads the facts it says it reads, no more and no fewer: findings rest on what they name."""

from __future__ import annotations

import random
from dataclasses import fields
from typing import Any

import pytest

from article3.law.provision import PROVISIONS, Provision
from article3.law.rulebook import load
from article3.law.subjects import record_of
from tests.rulebook.judging import TODAY, any_record

load()
LEAST, MOST = 400, 8_000
SHOWN_TO_A_PERSON = ("ROP-07", "RPD-42", "RPD-77-b", "RPD-83-X-1", "RPD-84-b", "RPD-94")
"""Rules whose question rests on facts that a person weighs and the function does not look into."""
IN_FORCE = [rule for rule in PROVISIONS if rule.in_force(TODAY)]


class Watched:
    """A record of facts that remembers which of them were looked at."""

    def __init__(self, record: Any, seen: set[str]) -> None:
        self._record, self._seen = record, seen

    def __getattr__(self, name: str) -> Any:
        self._seen.add(name)
        return getattr(self._record, name)


FORM = ("channel", "colour", "aim")
"""What decides whether a rule on communications concerns one."""


def seen_by(rule: Provision) -> set[str]:
    """The facts a provision looked at, over records made until each named one was seen, and many more."""
    dice, seen, record = random.Random(rule.rule), set[str](), record_of(rule.subject)
    names = tuple(dict.fromkeys((*rule.reads, *(name for name in FORM if name in record.__dataclass_fields__))))
    for drawn in range(MOST):
        if drawn >= LEAST and seen >= set(rule.reads):
            break
        facts = any_record(record, names, dice)
        if rule.concerns(facts):
            rule.rule_function(Watched(facts, seen), TODAY)
    return seen


@pytest.mark.parametrize("rule", IN_FORCE, ids=lambda rule: rule.rule)
def test_it_reads_what_it_says(rule: Provision) -> None:
    """Every fact looked at is named; and every fact named is looked at, or shown to the person who is asked."""
    seen = seen_by(rule)
    assert seen <= set(rule.reads)
    assert seen == set(rule.reads) or rule.rule in SHOWN_TO_A_PERSON


@pytest.mark.parametrize("rule", PROVISIONS, ids=lambda rule: rule.rule)
def test_what_it_reads_exists(rule: Provision) -> None:
    """A fact named in `reads` is a field of the subject's record."""
    assert set(rule.reads) <= {field.name for field in fields(record_of(rule.subject))}
