"""How the phrases of the language files are written, read into steps the matcher can follow.

A phrase is a row of elements. An element is a word, a stem (`murder*`), alternatives (`arms|guns`), a set of the
file (`<weapon>`) or a number (`#any`, `#child` for 1 to 18). `?` after a letter makes it optional and `[sz]` is one
letter of these. Elements follow one another; `..` lets up to three other words stand between, `...` up to eight,
also over a comma. Little words (the file's `glue`) are passed over in text and phrase alike, unless an element asks
for them in quotes (`'with'`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from article3.law.offences.folding import fold

NEXT, NEAR, FAR = 0, 3, 8
"""How many other words may stand between two elements."""

_GAPS = {"..": NEAR, "...": FAR}
_CHOICE = re.compile(r"\[([^\]]+)\]|(.)\?")
_WORD = re.compile(r"#(?:any|child)|[^\W\d_]+\*?")
_SPACES = re.compile(r"('[^']*'|\S+)")


@dataclass(frozen=True, slots=True)
class Step:
    """One element of a phrase: the words and stems that satisfy it, and how far it may stand from the one before."""

    atoms: frozenset[str]
    gap: int


def steps(phrase: str, sets: Mapping[str, str], glue: Collection[str]) -> tuple[Step, ...]:
    """The steps of a phrase. AssertionError on a phrase that is not written in the form above."""
    found: list[Step] = []
    gap = NEXT
    words = _SPACES.findall(phrase)
    for word in words:
        if word in _GAPS:
            gap = max(gap, _GAPS[word])
        elif not (fold(word) in glue and len(words) > 1):
            found.append(Step(_atoms(word.strip("'"), sets), gap))
            gap = NEXT
    assert found and gap == NEXT, f"the phrase {phrase!r} begins or ends with a gap"
    assert len(found) > 1 or len(words) == 1, f"only glue stands beside {found[0].atoms} in {phrase!r}"
    return tuple(found)


def words_of(text: str) -> list[str]:
    """The words and stems of a list as the files write it, with its optional letters spelled out."""
    return [atom for word in text.split() for atom in _spelled(word)]


def _atoms(element: str, sets: Mapping[str, str]) -> frozenset[str]:
    found: set[str] = set()
    for part in element.split("|"):
        if part.startswith("<"):
            found.update(words_of(sets[part[1:-1]]))
        else:
            found.update(_spelled(part))
    return frozenset(found)


def _spelled(word: str) -> list[str]:
    """`honou?r` gives honour and honor; `organi[sz]e` gives both spellings; all folded."""
    choice = _CHOICE.search(word)
    if choice is None:
        folded = word if word.startswith("#") else fold(word)
        assert _WORD.fullmatch(folded), f"{word!r} is not one word"
        return [folded]
    letters = choice.group(1) or (choice.group(2), "")
    return [spelled for letter in letters
            for spelled in _spelled(word[:choice.start()] + letter + word[choice.end():])]
