"""A part of the index: records, their names, and for every token the names that hold it, in flat arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.keys import CLASSES, MOST_KEYS, SIGNS, all_keys, signs_of
from article3.screening.vocabulary import ROLE_BITS, Words

COUNTRIES, DATES = 3, 2
"""Countries and dates of birth kept of a record."""


class Segment(NamedTuple):
    """Arrays over records (`keys` sorted, `alive`, `born`, `countries`), names (`owners`, `starts`, `tokens`), tokens
    that occur (`listed` sorted, `lists`, `postings` by date of birth, `dates` and `signs` beside), keys of tokens
    (`sounds_like` sorted, `filed`), and documents (`papers` sorted, `holders`)."""

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
    signs: NDArray[np.uint8]
    sounds_like: NDArray[np.uint32]
    filed: NDArray[np.int32]
    papers: NDArray[np.int64]
    holders: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Record:
    """What a segment keeps of a person: the caller's key, prepared names, packed dates, countries, document digests."""

    key: int
    names: tuple[NDArray[np.int32], ...]
    born: tuple[int, ...]
    countries: tuple[int, ...]
    papers: tuple[int, ...]


def country_number(code: str) -> int:
    """The first two letters of a country's code as a number from 1; 0 when they are none."""
    one, other = (code + "  ")[0].lower(), (code + "  ")[1].lower()
    return (ord(one) - 96) * 27 + ord(other) - 96 if one.isascii() and one.isalpha() and other.isalpha() else 0


def build(records: Sequence[Record], words: Words, first: int, last: int) -> Segment:
    """A segment of these records; it files the tokens numbered from `first` up to `last` under their keys."""
    names = [(place, name) for place, record in enumerate(records) for name in record.names]
    starts = np.zeros(len(names) + 1, np.int32)
    np.cumsum([len(name) for _, name in names], out=starts[1:])
    tokens = np.concatenate([name for _, name in names]) if names else np.zeros(0, np.int32)
    owners = np.array([place for place, _ in names], np.int32)
    born = _columns([record.born for record in records], DATES, np.int32)
    papers = sorted((paper, place) for place, record in enumerate(records) for paper in record.papers)
    signs = np.zeros((len(names), SIGNS), np.uint8)
    signs_of(words, tokens.astype(np.int32), starts, CLASSES, signs)
    listed, lists, postings, dates = posted(tokens.astype(np.int32), starts, owners, born)
    sounds_like, filed = _filed(words, first, last)
    countries = _columns([record.countries for record in records], COUNTRIES, np.int16)
    return Segment(np.array([record.key for record in records], np.int64), np.ones(len(records), np.uint8), born,
                   countries, owners, starts, tokens.astype(np.int32), listed, lists, postings, dates, signs[postings],
                   sounds_like, filed, np.array([paper for paper, _ in papers], np.int64),
                   np.array([place for _, place in papers], np.int32))


def _columns(rows: list[tuple[int, ...]], width: int, kind: type[Any]) -> NDArray[Any]:
    table: NDArray[Any] = np.zeros((len(rows), width), kind)
    for place, row in enumerate(rows):
        for column, value in enumerate(row[:width]):
            table[place, column] = value
    return table


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
