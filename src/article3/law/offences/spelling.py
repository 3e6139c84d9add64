"""Misspelled and run-together words, read as the word of the lexicon they are nearest to."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from article3.law.offences.lexicon import LANGUAGES, lexicon, read_file
from article3.law.offences.phrases import words_of

SHORTEST = 6
"""Letters a word must have before it is compared: shorter ones are near to too many others."""
LONG = 9
"""Letters from which a wrong first letter, or two wrong letters, are still recognised."""


@cache
def spelled_words() -> frozenset[str]:
    """The words whose misspellings are recognised: the `spelling` lists of the language files."""
    return frozenset(word for language in LANGUAGES for word in words_of(read_file(language)["spelling"]))


@cache
def full_words() -> frozenset[str]:
    """Words a run-together word may be made of: those, and every whole word of the phrases."""
    return frozenset(word for word in spelled_words() | set(lexicon().words) if len(word) >= SHORTEST - 1)


@cache
def _buckets() -> dict[tuple[str, int], list[str]]:
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(spelled_words()):
        for length in range(len(word) - 2, len(word) + 3):
            found[word[0], length].append(word)
    return dict(found)


@cache
def _beheaded() -> dict[str, str]:
    return {word[1:]: word for word in sorted(spelled_words(), reverse=True) if len(word) >= LONG}


def nearest(word: str) -> str | None:
    """The word of the lexicon that this unknown word misspells: one letter away, or two in a long word."""
    if len(word) < SHORTEST:
        return None
    found = process.extractOne(word, _buckets().get((word[0], len(word)), ()), scorer=OSA.distance, score_cutoff=2)
    if found is not None and (found[1] == 1 or min(len(word), len(found[0])) >= LONG):
        return str(found[0])
    return _first_letter_wrong(word)


def _first_letter_wrong(word: str) -> str | None:
    """A letter too many in front (pparticipation), one lost (articipation), or another one (yarticipation)."""
    if len(word) < LONG:
        return None
    if word[1:] in spelled_words():
        return word[1:]
    return _beheaded().get(word) or _beheaded().get(word[1:])


def halves(word: str) -> tuple[str, str] | None:
    """The two words a run-together word is made of, the longest first half first (the second may be glue)."""
    known = full_words()
    glue = lexicon().glue
    for cut in range(len(word) - 2, 1, -1):
        first, second = word[:cut], word[cut:]
        if first in known and (second in known or second in glue):
            return first, second
    return None
