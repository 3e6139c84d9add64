"""Two names side by side, word by word: which words are the same, nearly the same, or stand on one side only."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from article3.terms.communication import Name

NEAR = 0.7
"""Words at least this alike are shown as nearly the same. Shown to a person, decides nothing."""


@dataclass(frozen=True, slots=True)
class WordPair:
    """One row of the comparison; an empty side has no counterpart. `how` is same, near or absent."""

    left: str
    right: str
    how: str


def latin(name: Name) -> str:
    """The Latin form if one was computed, else the name as written."""
    return f"{name.latin_family or name.family} {name.latin_given or name.given}".strip()


def compared(left: str, right: str) -> tuple[WordPair, ...]:
    """Pair the words of two Latin names in any order: equal words first, then the most alike, then the rest."""
    ours, theirs = left.split(), right.split()
    pairs = []
    for one, other, likeness in _most_alike_first(ours, theirs):
        if one in ours and other in theirs:
            ours.remove(one)
            theirs.remove(other)
            pairs.append(WordPair(one, other, "same" if likeness == 1 else "near"))
    return (*pairs, *(WordPair(one, "", "absent") for one in ours), *(WordPair("", one, "absent") for one in theirs))


def _most_alike_first(ours: list[str], theirs: list[str]) -> list[tuple[str, str, float]]:
    found = [(one, other, SequenceMatcher(None, one.casefold(), other.casefold()).ratio())
             for one in ours for other in theirs]
    return sorted((row for row in found if row[2] >= NEAR), key=lambda row: -row[2])
