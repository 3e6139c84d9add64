"""Many people laid out in flat arrays, compared pair by pair in one compiled loop: the same figures as `Comparison`.

For whoever compares whole lists: what is prepared once is compared without touching Python again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from article3.screening.asking import paper_number
from article3.screening.assignment import TABLES, Room, Tables, assign, room
from article3.screening.balance import OTHER_COUNTRY, SAME_COUNTRY, SAME_DOCUMENT, name_points
from article3.screening.birth import POINTS, compare_births
from article3.screening.compiled import compiled
from article3.screening.likeness import Particulars
from article3.screening.rollcall import numbered
from article3.screening.segment import country_number
from article3.screening.vocabulary import Vocabulary, Words

_Said = TypeVar("_Said", int, str)
NOTHING = -30.0
"""Points of a name that is missing."""


class Sheet(NamedTuple):
    """People in their order: `names[i]:names[i+1]` are the names of person i, `starts` where the tokens of each begin;
    `dates`, `lands` and `papers` likewise with their `..._of`."""

    names: NDArray[np.int32]
    starts: NDArray[np.int32]
    tokens: NDArray[np.int32]
    dates_of: NDArray[np.int32]
    dates: NDArray[np.int32]
    lands_of: NDArray[np.int32]
    lands: NDArray[np.int64]
    papers_of: NDArray[np.int32]
    papers: NDArray[np.int64]


def sheet(people: Iterable[Particulars], vocabulary: Vocabulary) -> Sheet:
    """Lay people out; their tokens get numbers in the vocabulary, each distinct word of a name being read once."""
    return sheets([people], vocabulary)[0]


def sheets(lists: Iterable[Iterable[Particulars]], vocabulary: Vocabulary) -> list[Sheet]:
    """The same for several lists: a word that stands in more than one is read once."""
    everyone = list(map(list, lists))
    names = [[text for person in people for text in person.names] for people in everyone]
    counts, tokens = numbered(list(chain.from_iterable(names)), vocabulary)
    parts = np.split(counts, np.cumsum(list(map(len, names))))[:-1]
    flats = np.split(tokens, np.cumsum([part.sum() for part in parts]))[:-1]
    return list(map(_sheet, everyone, parts, flats))


def _sheet(people: list[Particulars], counts: NDArray[np.int32], tokens: NDArray[np.int32]) -> Sheet:
    dates_of, dates = _laid([person.born for person in people], int)
    lands_of, lands = _laid([person.countries for person in people], country_number)
    papers_of, papers = _laid([person.documents for person in people], paper_number)
    return Sheet(_starts([len(person.names) for person in people]), _starts(counts), tokens, dates_of,
                 dates.astype(np.int32), lands_of, lands, papers_of, papers)


def _starts(counts: ArrayLike) -> NDArray[np.int32]:
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)


def _laid(each: Sequence[Collection[_Said]],
          number: Callable[[_Said], int]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:  # fmt: skip
    """Where the figures of each person start, and the figures; a distinct one is worked out once, 0 left out."""
    figures = {said: number(said) for said in set(chain.from_iterable(each))}
    flat = np.fromiter(map(figures.__getitem__, chain.from_iterable(each)), np.int64)
    owners = np.repeat(np.arange(len(each)), list(map(len, each)))
    return _starts(np.bincount(owners[flat != 0], minlength=len(each))), flat[flat != 0]


Points = NDArray[np.float64]


def compared_pairs(left: Sheet, right: Sheet, vocabulary: Vocabulary) -> tuple[Points, Points]:
    """Points of each pair, person i of the left with person i of the right: by the names alone, and with all else."""
    count = min(len(left.names), len(right.names)) - 1
    alone, together = np.zeros(count), np.zeros(count)
    _pairs(vocabulary.words, left, right, TABLES, room(), POINTS, alone, together)
    return alone, together


@compiled
def _pairs(words: Words, left: Sheet, right: Sheet, tables: Tables, space: Room, points: NDArray[np.float32],
           alone: NDArray[np.float64], together: NDArray[np.float64]) -> None:
    for pair in range(len(alone)):
        best = NOTHING
        for one in range(left.names[pair], left.names[pair + 1]):
            ours = left.tokens[left.starts[one]:left.starts[one + 1]]
            for other in range(right.names[pair], right.names[pair + 1]):
                theirs = right.tokens[right.starts[other]:right.starts[other + 1]]
                if len(ours) and len(theirs):
                    assign(words, ours, theirs, tables, space)
                    best = max(best, name_points(space.told))
        alone[pair] = best
        together[pair] = best + _births(left.dates, left.dates_of[pair], left.dates_of[pair + 1], right.dates,
                                        right.dates_of[pair], right.dates_of[pair + 1], points)
        if left.lands_of[pair + 1] > left.lands_of[pair] and right.lands_of[pair + 1] > right.lands_of[pair]:
            shared = _shared(left.lands, left.lands_of[pair], left.lands_of[pair + 1], right.lands,
                             right.lands_of[pair], right.lands_of[pair + 1])
            together[pair] += SAME_COUNTRY if shared else OTHER_COUNTRY
        if _shared(left.papers, left.papers_of[pair], left.papers_of[pair + 1], right.papers, right.papers_of[pair],
                   right.papers_of[pair + 1]):
            together[pair] += SAME_DOCUMENT


@compiled
def _births(ours: NDArray[np.int32], low: int, high: int, theirs: NDArray[np.int32], low2: int, high2: int,
            points: NDArray[np.float32]) -> float:
    best, known = 0.0, False
    for one in range(low, high):
        for other in range(low2, high2):
            if ours[one] and theirs[other]:
                value = float(points[compare_births(ours[one], theirs[other])])
                if not known or value > best:
                    best, known = value, True
    return best


@compiled
def _shared(ours: NDArray[np.int64], low: int, high: int, theirs: NDArray[np.int64], low2: int, high2: int) -> bool:
    for one in range(low, high):
        for other in range(low2, high2):
            if ours[one] == theirs[other]:
                return True
    return False
