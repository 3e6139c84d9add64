"""Reading worked cases: YAML into the record of facts, with an error that names the fact when something is misspelt.

A case holds: `case` (its title), `why` (one or two sentences), `like` (a starting point from starting_points.yaml),
`subject` (communication unless said), `facts`, `answers` (by rule, or "all met"), and either `day` with `expect`, or
`days` with one expectation for each day. An expectation holds `not_met` (exactly these binding rules), `met`, `asked`,
`asked_of_requester` and `silent` (at least these), `nothing_asked_of_requester`, `standing`.
Charges are written as words with their kinds and matters.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

import yaml

from article3.law.provision import Subject
from article3.law.subjects import record_of
from article3.terms.dates import PartialDate, partial_date
from article3.terms.offences import Matter, OffenceKind
from tests.rulebook.edges import record

FOLDER = Path(__file__).parent
EXPECTED = frozenset({"not_met", "met", "asked", "asked_of_requester", "silent", "nothing_asked_of_requester",
                      "standing"})
KNOWN_KEYS = frozenset({"case", "why", "like", "subject", "facts", "answers", "day", "expect", "days"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedCase:
    """One case on one day."""

    title: str
    day: date
    subject: Subject
    facts: Any
    answers: dict[str, str] | str
    expect: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.title} ({self.day})"


@cache
def cases() -> tuple[WorkedCase, ...]:
    """Every worked case of the folder."""
    return tuple(case for file in sorted(FOLDER.glob("*.yaml")) if file.name != "starting_points.yaml"
                 for told in yaml.safe_load(file.read_text(encoding="utf-8")) for case in _of(told))


def _of(told: dict[str, Any]) -> Iterator[WorkedCase]:
    assert told.keys() <= KNOWN_KEYS, f"{told.get('case')}: unknown {told.keys() - KNOWN_KEYS}"
    assert told["case"] and told["why"], "a case has a title and a reason"
    subject = Subject(told.get("subject", "communication"))
    facts = facts_of(subject, {**starting_point(told.get("like")), **told.get("facts", {})})
    days = told.get("days") or {told["day"]: told["expect"]}
    for day, expect in days.items():
        assert expect.keys() <= EXPECTED, f"{told['case']}: unknown {expect.keys() - EXPECTED}"
        yield WorkedCase(title=told["case"], day=day, subject=subject, facts=facts, answers=told.get("answers", {}),
                         expect=expect)


@cache
def _starting_points() -> dict[str, dict[str, Any]]:
    points: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / "starting_points.yaml").read_text(encoding="utf-8"))
    return points


def starting_point(name: str | None) -> dict[str, Any]:
    """The facts of a starting point, and of the one it is like."""
    if name is None:
        return {}
    told = dict(_starting_points()[name])
    return {**starting_point(told.pop("like", None)), **told}


def facts_of(subject: Subject, told: dict[str, Any]) -> Any:
    """The record of facts; raises AssertionError naming a fact that does not exist or cannot be read."""
    told = dict(told)
    hints = get_type_hints(record_of(subject))
    charged = told.pop("charges", None)
    unknown = told.keys() - hints.keys()
    assert not unknown, f"no fact is called {sorted(unknown)}"
    known = {name: _read(name, hints[name], value) for name, value in told.items()}
    return record(subject, known if charged is None else {**known, "charged": tuple(map(_charge, charged))})


def _charge(told: dict[str, Any]) -> tuple[str, frozenset[OffenceKind], frozenset[Matter]]:
    return (told["words"], frozenset(map(OffenceKind, told.get("kinds", []))),
            frozenset(map(Matter, told.get("matters", []))))


def _read(name: str, hint: Any, value: Any) -> Any:
    if value is None or value == "unknown":
        return None
    if get_origin(hint) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not types.NoneType]
        fitting = [kind for kind in kinds if _fits(kind, value)]
        assert fitting, f"{name}: {value!r} is not one of {kinds}"
        return _read(name, fitting[0], value)
    if isinstance(hint, NewType):
        return value
    if get_origin(hint) in (tuple, frozenset):
        return get_origin(hint)(_read(name, get_args(hint)[0], each) for each in value)
    if hint is PartialDate:
        return partial_date(str(value))
    return hint(value) if isinstance(hint, type) and issubclass(hint, Enum) else value


def _fits(kind: Any, value: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return value in {each.value for each in kind}
    if isinstance(kind, NewType) or kind is PartialDate or get_origin(kind):
        return True
    return type(value) is kind
