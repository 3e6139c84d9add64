"""A part of the index: records, their names, and for every token the names that hold it, in flat arrays."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.keys import CLASSES, MOST_KEYS, PARTS, all_keys, parts_of
from article3.screening.vocabulary import ROLE_BITS, Words

COUNTRIES, DATES = 3, 2
"""Countries and dates of birth kept of a record."""


class Segment(NamedTuple):
    """Arrays over records (`keys` sorted, `alive`, `born`, `countries`), names (`owners`, `starts`, `tokens`), tokens
    that occur (`listed` sorted, `lists`, `postings` by date of birth, `dates` and `parts` beside), keys of tokens
    (`sounds_like` sorted, `filed`), documents (`papers` sorted, `holders`), and of a large segment the tokens that
    sound like each token of its own, heard once for all (`alike_from`, `alike`, `alike_gains`; else empty)."""

    keys: NDArray[np.int64]
    alive: NDArray[np.uint8]
    born: NDArray[np.int32]
    countries: NDArray[np.int16]
    owners: NDArray[np.int32]
    starts: NDArray[np.int32]
    tokens: NDArray[np.int32]
    listed: NDArray[np.int32]
    lists: NDArray[np.int32]
    postings: NDArray[np.int32]
    dates: NDArray[np.int32]
    parts: NDArray[np.int32]
    sounds_like: NDArray[np.uint32]
    filed: NDArray[np.int32]
    papers: NDArray[np.int64]
    holders: NDArray[np.int32]
    alike_from: NDArray[np.int32]
    alike: NDArray[np.int32]
    alike_gains: NDArray[np.float32]


Alike = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]


def not_heard() -> Alike:
    """What stands in a segment whose tokens were not heard beforehand."""
    return np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True)
class Record:
    """What a segment keeps of a person: the caller's key, prepared names, packed dates, countries, document digests."""

    key: int
    names: tuple[list[int], ...]
    born: tuple[int, ...]
    countries: tuple[int, ...]
    papers: tuple[int, ...]


def country_number(code: str) -> int:
    """The first two letters of a country's code as a number from 1; 0 when they are none."""
    one, other = (code + "  ")[0].lower(), (code + "  ")[1].lower()
    return (ord(one) - 96) * 27 + ord(other) - 96 if one.isascii() and one.isalpha() and other.isalpha() else 0


def build(records: Iterable[Record], words: Callable[[], Words], first: int, last: Callable[[], int]) -> Segment:
    """A segment of these records, their keys rising; it files the tokens numbered from `first` under their keys.

    `words` and `last` are asked when all records have been taken: reading them may give new tokens their numbers.
    """
    keys, born, countries, owners, starts, tokens = (array(kind) for kind in "qihiii")
    papers: list[tuple[int, int]] = []
    starts.append(0)
    for place, record in enumerate(records):
        assert not keys or keys[-1] <= record.key, "records come in the order of their keys"
        keys.append(record.key)
        born.extend((*record.born, 0, 0)[:DATES])
        countries.extend((*record.countries, 0, 0, 0)[:COUNTRIES])
        papers += [(paper, place) for paper in record.papers]
        for name in record.names:
            owners.append(place)
            tokens.extend(name)
            starts.append(len(tokens))
    papers.sort()
    return _arrayed(_plain(keys, np.int64), _plain(born, np.int32).reshape(-1, DATES),
                    _plain(countries, np.int16).reshape(-1, COUNTRIES), _plain(owners, np.int32),
                    _plain(starts, np.int32), _plain(tokens, np.int32), words(), (first, last()), papers)


def _plain(values: array[int], kind: type[Any]) -> NDArray[Any]:
    return np.array(values, kind)


def _arrayed(keys: NDArray[np.int64], born: NDArray[np.int32], countries: NDArray[np.int16],
             owners: NDArray[np.int32], starts: NDArray[np.int32], tokens: NDArray[np.int32], words: Words,
             new: tuple[int, int], papers: list[tuple[int, int]]) -> Segment:
    parts = np.zeros((len(owners), PARTS), np.int32)
    parts_of(words, tokens, starts, parts)
    listed, lists, postings, dates = posted(tokens, starts, owners, born)
    sounds_like, filed = _filed(words, *new)
    return Segment(keys, np.ones(len(keys), np.uint8), born, countries, owners, starts, tokens, listed, lists, postings,
                   dates, parts[postings], sounds_like, filed, np.array([paper for paper, _ in papers], np.int64),
                   np.array([place for _, place in papers], np.int32), *not_heard())


Posted = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]


def posted(tokens: NDArray[np.int32], starts: NDArray[np.int32], owners: NDArray[np.int32],
            born: NDArray[np.int32]) -> Posted:
    """For every token that occurs the names that hold it, by date of birth; 0 is unknown or more than one.

    Returns the tokens, where the list of each begins, the names, and their dates.
    """
    numbers = tokens >> ROLE_BITS
    names = np.repeat(np.arange(len(owners), dtype=np.int32), np.diff(starts))
    dates = np.where(born[:, 1] == 0, born[:, 0], 0)[owners[names]].astype(np.int32)
    order = np.lexsort((names, dates, numbers))
    numbers, names, dates = numbers[order], names[order], dates[order]
    listed, first = np.unique(numbers, return_index=True)
    return listed.astype(np.int32), np.append(first, len(numbers)).astype(np.int32), names, dates


def _filed(words: Words, first: int, last: int) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    keys, tokens = np.zeros((last - first) * MOST_KEYS, np.uint32), np.zeros((last - first) * MOST_KEYS, np.int32)
    count = all_keys(words, first, last, CLASSES, keys, tokens)
    pairs = np.unique(keys[:count].astype(np.uint64) << np.uint64(32) | tokens[:count].astype(np.uint64))
    return (pairs >> np.uint64(32)).astype(np.uint32), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int32)
