"""What people of one given name are also called: *Sasha* for Aleksandr, *Volodymyr* in one passport and *Vladimir* in
the other. A small table of our own (`called.toml`); its lines have numbers above those of any catalogue."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files

from article3.screening.names import folded
from article3.screening.vocabulary import SYMBOLS

FIRST = 2_000_000_000
"""The number of the first line: name symbols of the catalogue (`name_symbols`) lie below it."""


def called(text: str) -> tuple[int, ...]:
    """The lines a folded part of a name stands in, upwards; empty for most."""
    return _places().get(text, ())


def also_called(text: str) -> tuple[str, ...]:
    """The other words of these lines: what the bearer of this name may be filed under."""
    lines = _lines()
    others = dict.fromkeys(word for number in called(text) for word in lines[number - FIRST])
    return tuple(word for word in others if word != text)


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    table = tomllib.loads((files("article3.screening") / "called.toml").read_text(encoding="utf-8"))
    return tuple(tuple(dict.fromkeys(map(folded, line.split()))) for part in table.values() for line in part.values())


@cache
def _places() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(_lines(), FIRST):
        for word in words:
            found[word].append(number)
    return {word: tuple(numbers[:SYMBOLS]) for word, numbers in found.items()}
