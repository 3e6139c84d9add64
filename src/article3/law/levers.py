"""Levers: one fact changed to one other known value, in plain words. What `law.would_change` tries.

The values come from the type of the fact; a number that helps is brought down to the least that does. A lever never
makes a known fact unknown: forgetting is not an answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from article3.law.dictionary import in_words
from article3.terms.dates import PartialDate, partial_date
from article3.terms.offences import Matter, OffenceKind

MUCH = 1_000_000
"""More than any figure of the law asks for; `with_number` then finds the least that is enough."""
_TEN_YEARS = timedelta(days=3_652)
_WORDS: dict[str, tuple[str, ...]] = {
    "language": ("ar", "en", "fr", "es"),
    "photograph": ("good",),
    "penalty_worse": ("life",),
    "declarations": ("quality", "conditions", "interest", "conformity", "authority", "extradition", "recourse"),
}
"""Facts held as words of which only some mean anything to a rule."""
_TOLD_BY_CHARGES = frozenset({"charges", "charge_kinds", "charge_matters", "offence_kinds", "matters"})
_COUNTED = frozenset({"charges_without_penalty", "charges_without_law", "charge_penalties_months", "acts_missing"})
"""Facts counted from others: they change with those and are no levers of their own."""
_FORM = frozenset({"channel", "colour", "aim", "wanted_for", "source"})
"""What is asked and by whom: another form would be another request, not an answer about this one."""

_NO_LEVERS = _TOLD_BY_CHARGES | _COUNTED | _FORM


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One fact (`fact`) that would be otherwise: what it is now, what it would be, and the record's new values."""

    fact: str
    now: str
    would_be: str
    order: int
    values: tuple[tuple[str, Any], ...] = field(repr=False)

    @property
    def plain(self) -> str:
        """The fact in ordinary words."""
        return in_words(self.fact)


def levers_for(facts: Any, on: date, names: Iterable[str]) -> tuple[Lever, ...]:
    """Every lever on these facts, in a stable order."""
    wanted = tuple(dict.fromkeys(names))
    kinds = _kinds(_record(facts))
    found = [lever for name in wanted if name in kinds and name not in _NO_LEVERS
             for lever in _single(facts, name, kinds[name], on)]
    if _TOLD_BY_CHARGES.intersection(wanted) and hasattr(facts, "charge_matters"):
        found += _charge_levers(facts)
    return tuple(found)


def _single(facts: Any, name: str, kind: Any, on: date) -> Iterator[Lever]:
    """One lever for each other value the fact may have."""
    now = getattr(facts, name)
    base = _places(_record(facts))[name] * 100
    for place, value in enumerate(_other_values(name, kind, now, on)):
        if value != now:
            yield Lever(fact=name, now=plain(now), would_be=plain(value), order=base + place, values=((name, value),))


def _other_values(name: str, kind: Any, now: Any, on: date) -> Iterator[Any]:
    choices = _choices(kind)
    if name in _WORDS and kind is str:
        yield from _WORDS[name]
    elif bool in choices:
        yield from (True, False)
    elif int in choices:
        yield from (0, MUCH)
    elif date in choices:
        yield from (on, on + _TEN_YEARS, on - _TEN_YEARS)
    elif PartialDate in choices:
        yield from (partial_date((on + _TEN_YEARS).isoformat()), partial_date((on - _TEN_YEARS).isoformat()))
    elif get_origin(kind) is frozenset:
        yield from _other_sets(name, kind, now)
    elif get_origin(kind) is tuple and now:
        return
    else:
        yield from (member for choice in choices if isinstance(choice, type) and issubclass(choice, StrEnum)
                    for member in choice)


def _other_sets(name: str, kind: Any, now: frozenset[Any]) -> Iterator[frozenset[Any]]:
    (inner,) = get_args(kind)
    members = tuple(inner) if isinstance(inner, type) and issubclass(inner, StrEnum) else _WORDS.get(name, ())
    yield from (now | {member} for member in members if member not in now)
    if members and not now >= set(members):
        yield now | set(members)
    if len(now) > 1:
        yield from (now - {member} for member in sorted(now))


def _charge_levers(facts: Any) -> Iterator[Lever]:
    """The charges as they would be: one of them no such matter but an ordinary offence, or one more beside them."""
    base = _places(_record(facts))["charges"] * 100
    ordinary: tuple[frozenset[OffenceKind], frozenset[Matter]] = (frozenset({OffenceKind.ROBBERY_THEFT}), frozenset())
    pairs = list(zip(facts.charge_kinds, facts.charge_matters, strict=True))
    count = len(pairs)
    for number, _ in enumerate(pairs):
        changed = [*pairs[:number], ordinary, *pairs[number + 1:]]
        yield _charges(facts, base + number, changed, facts.charges,
                       f"charge {number + 1}: {facts.charges[number][:80]}",
                       "the facts show an offence under ordinary law instead")
    yield _charges(facts, base + len(pairs), [*pairs, ordinary], (*facts.charges, "an offence under ordinary law"),
                   f"{count} charge{'s' if count != 1 else ''}", "an offence under ordinary law is charged as well")


def _charges(facts: Any, order: int, pairs: list[Any], texts: tuple[str, ...], now: str, would_be: str) -> Lever:
    kinds, matters = tuple(kind for kind, _ in pairs), tuple(matter for _, matter in pairs)
    values = {"charges": texts, "charge_kinds": kinds, "charge_matters": matters,
              "offence_kinds": frozenset().union(*kinds), "matters": frozenset().union(*matters)}
    return Lever(fact="charges", now=now, would_be=would_be, order=order, values=tuple(values.items()))


def with_number(lever: Lever, number: int) -> Lever:
    """The same lever with the figure that just helps, told as a bound."""
    bound = "at least" if lever.values[0][1] == MUCH else "at most"
    return replace(lever, would_be=f"{bound} {number}", values=((lever.fact, number),))


def merged(levers: tuple[Lever, ...]) -> Lever:
    """Several values of one fact that help alike, told as one lever; the first stands for them."""
    first = levers[0]
    return replace(first, would_be=", or ".join(dict.fromkeys(lever.would_be for lever in levers)))


def plain(value: Any) -> str:
    """A value in ordinary words."""
    if value is None or value == "" or value == () or value == frozenset():
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset | tuple):
        return ", ".join(sorted(map(plain, value)))
    return str(value).replace("_", " ") if isinstance(value, StrEnum) else str(getattr(value, "text", value))


def _record(facts: Any) -> Any:
    return type(facts)


@cache
def _places(record: Hashable) -> dict[str, int]:
    return {each.name: place for place, each in enumerate(fields(record))}  # type: ignore[arg-type]


@cache
def _kinds(record: Hashable) -> dict[str, Any]:
    return get_type_hints(record)


@cache
def _choices(kind: Any) -> tuple[Any, ...]:
    if isinstance(kind, UnionType):
        return tuple(choice for choice in get_args(kind) if choice is not type(None))
    return (kind,)
