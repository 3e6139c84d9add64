"""The phrases of the lexicon found in a reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from article3.law.offences.lexicon import Lexicon, Offence, Phrase
from article3.law.offences.phrases import FAR, NEAR
from article3.law.offences.reading import Reading

_FARTHEST = 40

class Match(NamedTuple):
    """A named offence found at these words (their indices in the reading, in the order of the phrase)."""

    offence: Offence
    places: tuple[int, ...]
    first: int
    last: int


def found_at(offence: Offence, places: tuple[int, ...]) -> Match:
    """The match of an offence at these places."""
    return Match(offence, places, places[0], places[-1])


def matches(reading: Reading, book: Lexicon) -> list[Match]:
    """Every place where a phrase stands in the text, in the order of the text."""
    present = reading.elements
    found: set[tuple[tuple[int, ...], str]] = set()
    for element in present:
        for phrase in book.phrases.get(element, ()):
            if phrase.needed <= present:
                found.update((places, phrase.offence.name) for places in _occurrences(reading, phrase))
    return [found_at(book.offences[name], places) for places, name in sorted(found)]


def _occurrences(reading: Reading, phrase: Phrase) -> Iterator[tuple[int, ...]]:
    for first in reading.where(phrase.elements[0]):
        rest = _follow(reading, phrase, 1, first) if len(phrase.elements) > 1 else ()
        if rest is not None:
            yield (first, *rest)


def _follow(reading: Reading, phrase: Phrase, step: int, here: int) -> tuple[int, ...] | None:
    """The places of the phrase's elements from `step` on when the one before stands at `here`; the nearest ones.

    A gap never reaches into the next clause, only a far one over a comma, and a near one with words in it not over a
    line; a phrase that only hides does not reach over a conjunction.
    """
    element, gap = phrase.elements[step], phrase.gaps[step]
    _, _, _, clause, comma, line = reading.places[here]
    passed = 0
    for there in range(here + 1, min(len(reading.places), here + _FARTHEST)):
        word, _, _, its_clause, its_comma, its_line = reading.places[there]
        if its_clause != clause or (gap < FAR and its_comma != comma) or (gap == NEAR and passed and its_line != line):
            return None
        if element in word.elements:
            rest = _follow(reading, phrase, step + 1, there) if step + 1 < len(phrase.elements) else ()
            if rest is not None:
                return (there, *rest)
        passed += not word.glue
        if passed > gap or (word.joins and phrase.offence.silent):
            return None
    return None
