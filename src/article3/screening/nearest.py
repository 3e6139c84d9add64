"""The tokens of a segment that sound like one that is asked for: by their keys, then by their sounds; compiled."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from article3.screening.assignment import Room, Tables
from article3.screening.compiled import compiled
from article3.screening.hearing import tokens_alike
from article3.screening.keys import keys_of
from article3.screening.segment import Segment
from article3.screening.vocabulary import Words

NEAREST = 40
"""Tokens taken as sounding like one that is asked for."""
CLOSE_ENOUGH = 0.72
MOST_FILED = 2_000
"""Tokens looked at for one that is asked for."""


@compiled
def lower_bound(array: NDArray[Any], value: int, low: int, high: int) -> int:
    """The first place between `low` and `high` whose value is not below `value`."""
    while low < high:
        middle = (low + high) // 2
        if array[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low


@compiled
def nearest(words: Words, segment: Segment, token: int, tables: Tables, space: Room, classes: NDArray[np.uint8],
            found: NDArray[np.int32], alike: NDArray[np.float32]) -> int:
    """The tokens filed in this segment that sound like a token, the closest first; returns how many."""
    keys, some = np.zeros(128, np.uint32), np.zeros(32, np.uint8)
    met = np.zeros(len(words.weights) // 8 + 1, np.uint8)
    looked_at, count, size, row = 0, 0, len(segment.sounds_like), space.row
    sounds_like, filed = segment.sounds_like, segment.filed
    kinds, writing, symbols = words.kinds, words.writing, words.symbols
    sounds, lengths = words.sounds, words.lengths
    substitution, insertion = tables.substitution, tables.insertion
    for place in range(keys_of(words, token, classes, some, keys)):
        at = lower_bound(sounds_like, keys[place], 0, size)
        while at < size and sounds_like[at] == keys[place] and looked_at < MOST_FILED:
            other = filed[at]
            at += 1
            if other != token and not met[other >> 3] >> (other & 7) & 1:
                met[other >> 3] |= 1 << (other & 7)
                looked_at += 1
                least = max(CLOSE_ENOUGH, alike[count - 1] if count == len(found) else 0.0)
                close = tokens_alike(kinds, writing, sounds, lengths, symbols, token, other, substitution, insertion,
                                     row, least)
                if close >= CLOSE_ENOUGH:
                    count = _kept(found, alike, count, other, close)
    return count


@compiled
def _kept(found: NDArray[np.int32], alike: NDArray[np.float32], count: int, token: int, close: float) -> int:
    """Insert in falling order, without doubles; the faintest falls off the end."""
    for place in range(count):
        if found[place] == token:
            return count
    if count == len(found):
        if close <= alike[count - 1]:
            return count
        count -= 1
    place = count
    while place > 0 and alike[place - 1] < close:
        found[place], alike[place] = found[place - 1], alike[place - 1]
        place -= 1
    found[place], alike[place] = token, close
    return count + 1
