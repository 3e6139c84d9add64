"""The tokens of a segment that sound like one that is asked for: by their keys, then by their sounds; compiled."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.assignment import Tables, worth
from article3.screening.chorus import Chorus, hear
from article3.screening.compiled import compiled, compiled_making_arrays, whole
from article3.screening.keys import keys_of
from article3.screening.segment import Segment
from article3.screening.vocabulary import RESERVED, Words

NEAREST = 40
"""Tokens taken as sounding like one that is asked for."""
CLOSE_ENOUGH = 0.72


class Memory(NamedTuple):
    """Tokens asked for, a row each: up to `NEAREST` tokens that sound like it, what each counts, and how many."""

    near: NDArray[np.int32]
    gains: NDArray[np.float32]
    counts: NDArray[np.int32]


def memory(rows: int) -> Memory:
    """Room for so many tokens; the system gives it when it is written."""
    return Memory(np.zeros((rows, NEAREST), np.int32), np.zeros((rows, NEAREST), np.float32), np.zeros(rows, np.int32))


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
def from_here(array: NDArray[Any], value: int, low: int, high: int) -> int:
    """The same for a place that is likely near `low`: steps that double touch less memory than halves of the whole."""
    at, step = low, 1
    while at < high and array[at] < value:
        low = at + 1
        at += step
        step *= 2
    return lower_bound(array, value, low, min(at, high))


@compiled
def remember(words: Words, segment: Segment, token: int, tables: Tables, space: Chorus, classes: NDArray[np.uint8],
             held: Memory, row: int) -> None:
    """Writes the tokens filed in this segment that sound like a token into a row, the closest first."""
    near, gains = held.near[row], held.gains[row]
    at = token - RESERVED
    if 0 <= at < len(segment.alike_from) - 1:
        first = whole(segment.alike_from[at])
        many = whole(segment.alike_from[at + 1]) - first
        for place in range(many):
            near[place], gains[place] = segment.alike[first + place], segment.alike_gains[first + place]
        held.counts[row] = many
        return
    many, count = _filed_alike(words, segment.sounds_like, segment.filed, token, classes, space.near), 0
    hear(words, token, many, tables, space)
    for place in range(many):
        if space.alike[place] >= CLOSE_ENOUGH:
            count = _kept(near, gains, whole(count), whole(space.near[place]), space.alike[place])
    for place in range(count):
        gains[place] = worth(gains[place])
    held.counts[row] = count


@compiled_making_arrays
def _filed_alike(words: Words, sounds_like: NDArray[np.uint32], filed: NDArray[np.int32], token: int,
                 classes: NDArray[np.uint8], near: NDArray[np.int32]) -> int:
    """Other tokens filed under a key of the token, each once; returns how many."""
    keys, some = np.zeros(128, np.uint32), np.zeros(32, np.uint8)
    met = np.zeros(len(words.weights) // 8 + 1, np.uint8)
    count, size = 0, len(sounds_like)
    for place in range(keys_of(words, token, classes, some, keys)):
        at = lower_bound(sounds_like, whole(keys[place]), 0, size)
        while at < size and sounds_like[at] == keys[place] and count < len(near):
            other = filed[at]
            at += 1
            if other != token and not met[other >> 3] >> (other & 7) & 1:
                met[other >> 3] |= 1 << (other & 7)
                near[count] = other
                count += 1
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
