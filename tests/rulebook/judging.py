"""How the rulebook's tests judge: one rule on one record, and records made at random from a record's own types."""

from __future__ import annotations

import random
import types
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

import pytest

from article3.law.accounting import provisions_of
from article3.terms.dates import PartialDate, partial_date
from article3.terms.finding import Finding, Outcome

TODAY = date(2026, 11, 24)
MET, NOT_MET, QUESTION = Outcome.MET, Outcome.NOT_MET, Outcome.QUESTION


def judge(rule: str, facts: Any, on: date = TODAY) -> Finding:
    """The finding of the provision that states a row and concerns these facts."""
    found = [each for each in provisions_of(rule) if each.in_force(on) and each.concerns(facts)]
    assert len(found) == 1, f"{len(found)} provisions of {rule} concern the case"
    return found[0].apply(facts, on)


def cases(*told: tuple[dict[str, Any], Outcome]) -> pytest.MarkDecorator:
    """What is changed in a record where everything is in order, and what the rule then says."""
    return pytest.mark.parametrize(("change", "outcome"), told,
                                   ids=[f"{change} -> {outcome}"[:120] for change, outcome in told])


def outcome_of(rule: str, good: Any, change: dict[str, Any], on: date = TODAY) -> Outcome:
    """The outcome on a record that differs from a good one by a change."""
    return judge(rule, replace(good, **change), on).outcome


DAYS = tuple(date(2026, month, day) for month in (1, 6, 11, 12) for day in (1, 24)) + (date(2019, 3, 31),)

WORDS = ("", "XA", "XB", "conformity", "quality", "kind", "outcome", "delay", "good", "none", "en", "death", "life",
         "RPD-83-1-a-i-A", "RPD-83-1-a-ii-P", "politician", "health")
"""Words some rules look for, and words none does."""


def any_record(record: type[Any], names: tuple[str, ...], dice: random.Random) -> Any:
    """A record with something or nothing in each of the named fields, as the dice fall; nothing in the others."""
    hints, charges = _hints(record), dice.randrange(3)
    return record(**{name: _any(hints[name], dice, charges if name.startswith("charge") else None) for name in names})


@cache
def _hints(record: type[Any]) -> dict[str, Any]:
    return get_type_hints(record)


def _any(kind: Any, dice: random.Random, length: int | None = None) -> Any:
    """Something of a kind; the tuples that hold one member a charge are all of one `length`."""
    if isinstance(kind, NewType):
        return _any(kind.__supertype__, dice)
    if get_origin(kind) in (Union, types.UnionType):
        known = [each for each in get_args(kind) if each is not types.NoneType]
        return None if dice.random() < 0.2 else _any(dice.choice(known), dice)
    if get_origin(kind) is tuple:
        return tuple(_any(get_args(kind)[0], dice) for _ in range(dice.randrange(3) if length is None else length))
    if get_origin(kind) is frozenset:
        return frozenset(_any(get_args(kind)[0], dice) for _ in range(dice.randrange(7)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return dice.choice(list(kind))
    return _PLAIN[kind](dice)


_PLAIN: dict[Any, Any] = {
    bool: lambda dice: dice.random() < 0.5,
    int: lambda dice: dice.choice((0, 1, 2, 5, 6, 7, 12, 24, 36, 60, 2025)),
    str: lambda dice: dice.choice(WORDS),
    date: lambda dice: dice.choice(DAYS),
    datetime: lambda dice: datetime.combine(dice.choice(DAYS), datetime.min.time(), UTC),
    PartialDate: lambda dice: partial_date(dice.choice(("1980", "1980-05", "2026-05-17"))),
}
