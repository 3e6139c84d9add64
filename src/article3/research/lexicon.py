"""The words of the grounds in every language at hand, as one search of a text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_HELD = tomllib.loads((files("article3.research") / "words.toml").read_text(encoding="utf-8"))
_BARE = frozenset({"says", "factor"})
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1780-\u17ff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_CLITIC = "(?:[وفبكل]?(?:ال|لل)?)"
_TAIL = 6
"""Letters an ending may add to the beginning of a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a group of words says, and the factor of RPD 34(3) it bears on."""

    name: str
    says: str
    factor: str


GROUNDS = {
    name: Ground(name=name, says=entry["says"], factor=entry["factor"]) for name, entry in _HELD["ground"].items()
}
LANGUAGES = tuple(dict.fromkeys(code for entry in _HELD["ground"].values() for code in entry if code not in _BARE))
"""The languages that have words, in the order of the file."""


def beginning(written: str, tail: int = _TAIL) -> str:
    """A pattern for a word or phrase as a text may write it: an ending after it, an Arabic article before it; in
    scripts without spaces wherever it stands."""
    pattern = r"\s+".join(map(re.escape, written.split()))
    if _UNSPACED.search(written):
        return pattern
    front = rf"(?<!\w){_CLITIC}" if _ARABIC.search(written) else r"(?<!\w)"
    return rf"{front}{pattern}\w{{0,{tail}}}(?!\w)"


@lru_cache(maxsize=1)
def ground_pattern() -> re.Pattern[str]:
    """Every word of every ground and language, each group under its ground's name."""
    groups = [
        f"(?P<{name}>{'|'.join(beginning(word) for word in _listed(entry))})" for name, entry in _HELD["ground"].items()
    ]
    return re.compile("|".join(groups), re.IGNORECASE)


def asked_with(language: str) -> tuple[str, ...]:
    """What a source is asked with about a country's justice: the first word of each ground in that language."""
    return tuple(entry[language][0] for entry in _HELD["ground"].values() if language in entry)


def offence_word(kind: str, language: str) -> str:
    """What a source is asked with about an offence of that kind; empty where there is no word."""
    return str(_HELD["offence"].get(kind, {}).get(language, ""))


def _listed(entry: dict[str, Any]) -> list[str]:
    words = [word for code, listed in entry.items() if code not in _BARE for word in listed]
    return sorted(dict.fromkeys(words), key=len, reverse=True)
