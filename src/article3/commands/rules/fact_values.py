"""Reading one fact from JSON as the type its record wants, or saying what was found and what is expected."""

from __future__ import annotations

import types
from datetime import date, datetime
from enum import Enum
from typing import Any, NewType, Union, get_args, get_origin

from article3.terms.dates import PartialDate, partial_date


def read(value: Any, kind: Any) -> Any:
    """`value` as `kind`. Raises ValueError, saying nothing: `expected` says what is wanted."""
    if isinstance(kind, NewType):
        return read(value, kind.__supertype__)
    if get_origin(kind) in (Union, types.UnionType):
        return _any_of(value, get_args(kind))
    if get_origin(kind) in (tuple, frozenset):
        return _several(value, kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return _plain(value, kind)


def expected(kind: Any) -> str:
    """What may stand for a fact of this type, in words."""
    if isinstance(kind, NewType):
        return expected(kind.__supertype__)
    if get_origin(kind) in (Union, types.UnionType):
        return " or ".join(expected(each) for each in get_args(kind) if each is not types.NoneType)
    if get_origin(kind) in (tuple, frozenset):
        return f"a list of {expected(get_args(kind)[0])}"
    if isinstance(kind, type) and issubclass(kind, Enum):
        values = [f'"{member.value}"' for member in kind]
        return values[0] if len(values) == 1 else f"one of {', '.join(values)}"
    return _WORDS[kind]


_WORDS: dict[Any, str] = {
    bool: "true or false", int: "a whole number", str: "text", date: 'a day like "2026-05-17"',
    datetime: 'an instant like "2026-05-17T09:30:00+00:00"',
    PartialDate: 'a date like "1980", "1980-05" or "1980-05-17"',
}


def _any_of(value: Any, kinds: tuple[Any, ...]) -> Any:
    for kind in kinds:
        if kind is types.NoneType:
            if value is None:
                return None
            continue
        try:
            return read(value, kind)
        except (ValueError, TypeError):
            continue
    raise ValueError


def _several(value: Any, kind: Any) -> Any:
    if not isinstance(value, list):
        raise ValueError
    read_values = [read(each, get_args(kind)[0]) for each in value]
    return tuple(read_values) if get_origin(kind) is tuple else frozenset(read_values)


def _plain(value: Any, kind: Any) -> Any:
    if kind is bool and isinstance(value, bool):
        return value
    if kind is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str):
        raise ValueError
    if kind is str:
        return value
    if kind is date:
        return date.fromisoformat(value)
    if kind is PartialDate:
        return partial_date(value)
    if kind is datetime:
        instant = datetime.fromisoformat(value)
        if instant.tzinfo is not None:
            return instant
    raise ValueError
