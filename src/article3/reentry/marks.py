"""Features behind a key. A trace of a file keeps marks of two sorts, and nothing else of what it said:

- marks to *find* it by: the same for the same feature in every trace, only of features few persons share;
- marks to *weigh* it by: made with the trace's own reference, so that no two traces have one in common.

Every mark is a keyed BLAKE2b digest, cut short: without the key nothing can be guessed at, not even by trying names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from heapq import nsmallest
from itertools import combinations

from article3.reentry.features import Features, Rendering, beside, near_days
from article3.reentry.readings import Word
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import Reference

FIND_BYTES, WEIGH_BYTES = 12, 8
TOLD_TO_FIND, TOLD_TO_WEIGH = 12, 48
"""Of the threes of words, those with the smallest keyed digests: the same choice on both sides."""
NEAR_IN_A_TEXT = 3
_LEAST_ANAGRAM = 5
_COUNTS = {"n": 5, "b": 4, "w": 3, "a": 3, "p": 2, "y": 2, "s": 1}
"""By the first letter of a feature: number of a paper, birth date, case number, letters of the name, pair of words,
word and year, three words of the facts."""

Has = Callable[[str], bool]
"""Whether the trace in hand was made of this feature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What is kept of one refused, recalled or cancelled file."""

    reference: Reference
    since: datetime
    find: frozenset[bytes]
    weigh: frozenset[bytes]


def trace(features: tuple[Features, ...], *, reference: Reference, since: datetime, grounds: Iterable[RefusedOn],
          key: bytes) -> Trace:
    """The trace of a file, of everything it said over time, with the grounds it ended on."""
    find: set[str] = set()
    weigh = {f"ground|{ground}" for ground in grounds}
    for said in features:
        told = _smallest(said.told, key)
        find |= _finds(said) | {f"s|{three}" for three in told[:TOLD_TO_FIND]}
        weigh |= _weighs(said) | {f"s|{three}" for three in told}
    own = own_key(key, reference)
    return Trace(reference=reference, since=since, find=frozenset(found(feature, key) for feature in find),
                 weigh=frozenset(_digest(feature, own, WEIGH_BYTES) for feature in weigh))


def sought(features: Features, key: bytes) -> dict[bytes, int]:
    """The marks by which traces are looked for, of the features themselves and of what lies near them, and how much
    each counts when the likeliest traces are chosen."""
    near = {other for day in features.births for other in near_days(day)}
    years = features.birth_years | {day.year for day in near}
    wanted = _finds(features) | {f"b|{day}" for day in near} | _words_and_years(features, years)
    wanted |= {f"s|{three}" for three in features.told[:2_000]}
    return {found(feature, key): _COUNTS[feature[0]] for feature in wanted}


def holds(kept: Trace, key: bytes) -> Has:
    """Asks one trace about one feature at a time; each answer is remembered while it is weighed."""
    own, known = own_key(key, kept.reference), dict[str, bool]()

    def has(feature: str) -> bool:
        if feature not in known:
            known[feature] = _digest(feature, own, WEIGH_BYTES) in kept.weigh
        return known[feature]

    return has


def found(feature: str, key: bytes) -> bytes:
    """The mark of a feature to find traces by."""
    return _digest(feature, key, FIND_BYTES)


def own_key(key: bytes, reference: Reference) -> bytes:
    """The key of one trace."""
    return hashlib.blake2b(reference.encode(), key=key, digest_size=32, person=b"article3.trace").digest()


def grounds_of(has: Has) -> tuple[RefusedOn, ...]:
    """The grounds the file of a trace ended on."""
    return tuple(ground for ground in RefusedOn if has(f"ground|{ground}")) or (RefusedOn.OTHER,)


def one_less(text: str) -> set[str]:
    """The text with one sign left out, each in turn."""
    return {text[:place] + text[place + 1:] for place in range(len(text))}


def anagram(rendering: Rendering) -> str:
    """All consonants of a name in alphabetical order: the same in every order and however its words are cut."""
    letters = "".join(sorted("".join(word.skeletons[0] for word in rendering if word.skeletons)))
    return letters if len(letters) >= _LEAST_ANAGRAM else ""


def _finds(said: Features) -> set[str]:
    wanted = {f"b|{day}" for day in said.births} | {f"w|{number}" for number in said.case_numbers}
    wanted |= {f"n|{short}" for number in said.numbers for short in {number, *one_less(number)}}
    wanted |= {f"a|{letters}" for name in said.names if (letters := anagram(name))}
    for name in said.names:
        wanted |= _pairs(combinations((*name, *beside(name)), 2))
    wanted |= _pairs((one, other) for place, one in enumerate(said.text)
                     for other in said.text[place + 1:place + 1 + NEAR_IN_A_TEXT])
    return wanted | _words_and_years(said, said.birth_years)


def _pairs(pairs: Iterable[tuple[Word, Word]]) -> set[str]:
    return {"p|" + "|".join(sorted((a, b))) for one, other in pairs for a in _spoken(one) for b in _spoken(other)}


def _spoken(word: Word) -> tuple[str, ...]:
    """The skeletons of a word; a word of one consonant or none by its reading."""
    long = tuple(skeleton for skeleton in word.skeletons if len(skeleton) > 1)
    return long or (word.reading,)


def _words_and_years(said: Features, years: Iterable[int]) -> set[str]:
    heard = {spoken for name in said.names for word in (*name, *beside(name)) for spoken in _spoken(word)}
    heard |= {spoken for word in said.text[:2_000] for spoken in _spoken(word) if len(spoken) > 2}
    return {f"y|{spoken}|{year}" for spoken in heard for year in years}


def _weighs(said: Features) -> set[str]:
    kept = {f"b|{day}" for day in said.births} | {f"by|{year}" for year in said.birth_years}
    kept |= {"births"} if said.births else set()
    for name in said.names:
        kept |= _of_words((*name, *beside(name))) | ({f"a|{anagram(name)}"} if anagram(name) else set())
    kept |= _of_words(said.text[:400]) if not said.names else set()
    kept |= {f"n|{short}" for number in said.numbers for short in {number, *one_less(number)}}
    kept |= {f"n={number}" for number in said.numbers}
    return kept | _of_facts(said)


def _of_words(heard: Iterable[Word]) -> set[str]:
    kept: set[str] = set()
    for word in heard:
        kept |= {f"t|{word.reading}"} | {f"k|{skeleton}" for skeleton in word.skeletons if len(skeleton) > 1}
        kept |= {f"d|{short}" for skeleton in word.skeletons if len(skeleton) > 3 for short in one_less(skeleton)}
    return kept


def _of_facts(said: Features) -> set[str]:
    each: dict[str, Iterable[str | date]] = {
        "c": said.countries, "pl": said.places, "re": said.relatives, "w": said.case_numbers, "ad": said.act_days,
        "ap": said.act_places, "pd": said.paper_days, "m": said.matters}
    return {f"{kind}|{value}" for kind, values in each.items() for value in values}


def _smallest(told: tuple[str, ...], key: bytes) -> list[str]:
    return nsmallest(TOLD_TO_WEIGH, told, key=lambda three: _digest(three, key, 8))


def _digest(feature: str, key: bytes, size: int) -> bytes:
    return hashlib.blake2b(feature.encode(), key=key, digest_size=size).digest()
