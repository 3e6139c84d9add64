"""The phrases of the lexicon found in a reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from article3.law.offences.lexicon import Lexicon, Offence, Phrase
from article3.law.offences.phrases import FAR, NEAR
from article3.law.offences.reading import Reading


@dataclass(frozen=True, slots=True)
class Match:
    """A named offence found at these words (their indices in the reading, in the order of the phrase)."""

    offence: Offence
    places: tuple[int, ...]

    @property
    def first(self) -> int:
        return self.places[0]

    @property
    def last(self) -> int:
        return self.places[-1]


def matches(reading: Reading, book: Lexicon) -> list[Match]:
    """Every place where a phrase stands in the text, in the order of the text."""
    present = reading.places.keys()
    found: set[tuple[tuple[int, ...], str]] = set()
    for element in present & book.phrases.keys():
        for phrase in book.phrases[element]:
            if phrase.needed <= present:
                found.update((places, phrase.offence.name) for places in _occurrences(reading, phrase))
    return [Match(book.offences[name], places) for places, name in sorted(found)]


def _occurrences(reading: Reading, phrase: Phrase) -> Iterator[tuple[int, ...]]:
    for first in reading.places[phrase.elements[0]]:
        rest = _follow(reading, phrase, 1, first)
        if rest is not None:
            yield (first, *rest)


def _follow(reading: Reading, phrase: Phrase, step: int, here: int) -> tuple[int, ...] | None:
    """The places of the phrase's elements from `step` on when the one before stands at `here`; the nearest ones."""
    if step == len(phrase.elements):
        return ()
    places = reading.places[phrase.elements[step]]
    for there in _within(reading, here, phrase.gaps[step]):
        if there in places:
            rest = _follow(reading, phrase, step + 1, there)
            if rest is not None:
                return (there, *rest)
    return None


def _within(reading: Reading, here: int, gap: int) -> Iterator[int]:
    """The places after `here` that a gap reaches: never into the next clause, only a far one over a comma."""
    passed = 0
    for there in range(here + 1, len(reading.words)):
        if reading.clauses[there] != reading.clauses[here]:
            return
        if gap < FAR and reading.commas[there] != reading.commas[here]:
            return
        if gap == NEAR and reading.lines[there] != reading.lines[here]:
            return
        yield there
        passed += not reading.words[there].glue
        if passed > gap:
            return
