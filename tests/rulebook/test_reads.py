"""A provision reads the facts it says it reads, no more and no fewer: findings rest on what they name.

Here for the subjects beside communications and their procedure, whose edges are watched in test_edges.
"""

from __future__ import annotations

import random
from dataclasses import fields
from typing import Any

import pytest

from article3.law.provision import PROVISIONS, Provision, Subject
from article3.law.rulebook import load
from article3.law.subjects import record_of
from tests.rulebook.judging import TODAY, any_record

load()
LEAST, MOST = 400, 8_000
OTHERS = [rule for rule in PROVISIONS if rule.subject not in (Subject.COMMUNICATION, Subject.PROCEDURE)]


class Watched:
    """A record of facts that remembers which of them were looked at."""

    def __init__(self, record: Any, seen: set[str]) -> None:
        self._record, self._seen = record, seen

    def __getattr__(self, name: str) -> Any:
        self._seen.add(name)
        return getattr(self._record, name)


def seen_by(rule: Provision) -> set[str]:
    """The facts a provision looked at, over records made until each named one was seen, and many more."""
    dice, seen, record = random.Random(rule.rule), set[str](), record_of(rule.subject)
    for drawn in range(MOST):
        if drawn >= LEAST and seen >= set(rule.reads):
            break
        rule.rule_function(Watched(any_record(record, dice), seen), TODAY)
    return seen


@pytest.mark.parametrize("rule", OTHERS, ids=lambda rule: rule.rule)
def test_it_reads_what_it_says(rule: Provision) -> None:
    """Every fact looked at is named, and every fact named is looked at in some case."""
    assert seen_by(rule) == set(rule.reads)


@pytest.mark.parametrize("rule", PROVISIONS, ids=lambda rule: rule.rule)
def test_what_it_reads_exists(rule: Provision) -> None:
    """A fact named in `reads` is a field of the subject's record."""
    assert set(rule.reads) <= {field.name for field in fields(record_of(rule.subject))}
