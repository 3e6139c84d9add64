"""What of a communication is looked through: the person's particulars, and every text in it with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from article3.screening.birth import packed
from article3.screening.likeness import Particulars
from article3.terms.communication import Communication, Name, Person
from article3.terms.dates import PartialDate

UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Signs nobody sees, with which a name could be cut in two (abuse case A21)."""
_CODES = frozenset({"reference", "source", "sha256", "media_type", "script", "language", "mrz", "kind", "country"})
"""Fields that hold codes and no words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text and where it stands: the field, or the name of a paper."""

    where: str
    text: str


def particulars(person: Person) -> Particulars:
    """A person as the comparison reads one: names in every script, partial dates, countries, papers."""
    return Particulars(
        names=tuple(dict.fromkeys(text for name in person.names for text in _written(name))),
        born=tuple(number for day in person.birth_dates if (number := packed(day))),
        countries=frozenset(code.lower() for code in person.nationalities),
        documents=frozenset(f"{paper.country or ''}{paper.number}" for paper in person.documents if paper.number),
    )


def passages(sent: Communication) -> tuple[Passage, ...]:
    """Every text of the communication but the person's own names, in the order of its fields."""
    return tuple(_texts(sent, ""))


def _written(name: Name) -> Iterator[str]:
    yield f"{name.given} {name.family}".strip()
    latin = f"{name.latin_given} {name.latin_family}".strip()
    if latin:
        yield latin


def _texts(value: Any, where: str) -> Iterator[Passage]:
    if isinstance(value, Enum | bool | int | float | date | PartialDate | Name) or value is None:
        return
    if isinstance(value, str):
        if len(text := UNSEEN.sub("", value)) > 2:
            yield Passage(where=where, text=text)
    elif isinstance(value, tuple):
        for place, part in enumerate(value, 1):
            yield from _texts(part, f"{where} {place}" if len(value) > 1 else where)
    else:
        assert is_dataclass(value) and not isinstance(value, type), f"no text is read from {type(value)}"
        for field in fields(value):
            if field.name not in _CODES:
                yield from _texts(getattr(value, field.name), field.name)
