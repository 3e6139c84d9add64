"""How the rulebook's tests judge: one rule on one record, and records made at random from a record's own types."""

from __future__ import annotations

import random
import types
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

import pytest

from article3.law.accounting import provisions_of
from article3.law.rulebook import applied
from article3.law.subjects import record_of
from article3.terms.dates import PartialDate, partial_date
from article3.terms.finding import Finding, Outcome
from tests.rulebook.edges import short

TODAY = date(2026, 11, 24)
MET, NOT_MET, QUESTION = Outcome.MET, Outcome.NOT_MET, Outcome.QUESTION


def ruled(test: object, known: dict[str, Any]) -> Outcome:
    """What the rule named in the class docstring says of a record; `on` among what is known is the day."""
    return judged((type(test).__doc__ or "").split(".")[0], known).outcome


def judged(rule: str, known: dict[str, Any]) -> Finding:
    """The finding of the provision that states a row and concerns a record with these facts."""
    facts = record_of(provisions_of(rule)[0].subject)(**{name: fact for name, fact in known.items() if name != "on"})
    on = known.get("on", TODAY)
    found = [each for each in provisions_of(rule) if each.in_force(on) and each.concerns(facts)]
    assert len(found) == 1, f"{len(found)} provisions of {rule} concern the case"
    return applied(found[0], facts, on)


def edges_of(good: dict[str, Any], *told: tuple[dict[str, Any], Outcome]) -> pytest.MarkDecorator:
    """Cases that differ from one where everything is in order by one change each, and what the rule then says."""
    return pytest.mark.parametrize(("known", "outcome"), [({**good, **change}, outcome) for change, outcome in told],
                                   ids=[_named(change) for change, _ in told])


def _named(change: dict[str, Any]) -> str:
    return ", ".join(f"{name}={short(value)}" for name, value in change.items())[:100] or "all in order"


DAYS = (*(date(2026, month, day) for month in (1, 6, 11, 12) for day in (1, 24)), date(2019, 3, 31))


def any_record(record: type[Any], dice: random.Random) -> Any:
    """A record with something or nothing in each field, as the dice fall."""
    return record(**{name: _any(kind, dice) for name, kind in _hints(record).items()})


@cache
def _hints(record: type[Any]) -> dict[str, Any]:
    return get_type_hints(record)


def _any(kind: Any, dice: random.Random) -> Any:
    if isinstance(kind, NewType):
        return _any(kind.__supertype__, dice)
    if get_origin(kind) in (Union, types.UnionType):
        known = [each for each in get_args(kind) if each is not types.NoneType]
        return None if dice.random() < 0.2 else _any(dice.choice(known), dice)
    if get_origin(kind) is tuple:
        return tuple(_any(get_args(kind)[0], dice) for _ in range(dice.randrange(3)))
    if get_origin(kind) is frozenset:
        return frozenset(_any(get_args(kind)[0], dice) for _ in range(dice.randrange(7)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return dice.choice(list(kind))
    return _PLAIN[kind](dice)


_PLAIN: dict[Any, Any] = {
    bool: lambda dice: dice.random() < 0.5,
    int: lambda dice: dice.choice((0, 1, 2, 5, 6, 7, 12, 24, 36, 60, 2025)),
    str: lambda dice: dice.choice(("", "XA", "XB", "none", "kind", "outcome", "delay")),
    date: lambda dice: dice.choice(DAYS),
    PartialDate: lambda dice: partial_date(dice.choice(("1980", "2025-05", "2026-05-17"))),
    types.NoneType: lambda dice: None,
    datetime: lambda dice: datetime.combine(dice.choice(DAYS), datetime.min.time(), UTC),
}
