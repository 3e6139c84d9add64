"""The phrases of the lexicon found in a reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from article3.law.offences.lexicon import Lexicon, Offence, Phrase
from article3.law.offences.phrases import FAR, NEAR
from article3.law.offences.reading import Reading


@dataclass(frozen=True, slots=True)
class Match:
    """A named offence found from the first to the last word (their indices in the reading)."""

    offence: Offence
    first: int
    last: int


def matches(reading: Reading, book: Lexicon) -> list[Match]:
    """Every place where a phrase stands in the text, in the order of the text."""
    places = reading.places
    present = places.keys()
    found: set[tuple[int, int, str]] = set()
    for element in present & book.phrases.keys():
        for phrase in book.phrases[element]:
            if phrase.needed <= present:
                found.update((first, last, phrase.offence.name) for first, last in _occurrences(reading, phrase))
    return [Match(book.offences[name], first, last) for first, last, name in sorted(found)]


def _occurrences(reading: Reading, phrase: Phrase) -> Iterator[tuple[int, int]]:
    for first in reading.places[phrase.elements[0]]:
        last = _follow(reading, phrase, 1, first)
        if last is not None:
            yield first, last


def _follow(reading: Reading, phrase: Phrase, step: int, here: int) -> int | None:
    """The place of the phrase's last element when its element before `step` stands at `here`; the nearest one."""
    if step == len(phrase.elements):
        return here
    places, gap = reading.places[phrase.elements[step]], phrase.gaps[step]
    for there in _within(reading, here, gap):
        if there in places:
            last = _follow(reading, phrase, step + 1, there)
            if last is not None:
                return last
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
