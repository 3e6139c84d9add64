"""Keys under which tokens that sound alike are filed together: consonants in rough classes, one left out or none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from article3.screening.compiled import compiled
from article3.screening.readings import LONGEST, MOST
from article3.screening.vocabulary import Words

MOST_KEYS = MOST * (LONGEST + 1) + 6
"""Room for the keys of one token."""


def _classes(vowels: bool) -> NDArray[np.uint8]:
    table = np.zeros(128, np.uint8)
    for number, alike in enumerate(("bpfvPF", "dt", "gkhq", "jJCScszZx", "lr", "mnN"), 1):
        for sound in alike:
            table[ord(sound)] = number
    for number, alike in enumerate(("ae", "iy", "ouw"), 7):
        for sound in alike * vowels:
            table[ord(sound)] = number
    return table


CONSONANTS, ALL_SOUNDS = _classes(False), _classes(True)


@compiled
def _hashed(classes: NDArray[np.uint8], length: int, without: int, seed: int) -> int:
    value = np.uint32(2166136261 + seed)
    for place in range(length):
        if place != without:
            value = np.uint32((value ^ np.uint32(classes[place])) * np.uint32(16777619))
    return int(value)


@compiled
def _classed(sounds: NDArray[np.uint8], length: int, table: NDArray[np.uint8], classes: NDArray[np.uint8]) -> int:
    """Classes of the sounds, doubles as one; returns how many."""
    count = 0
    for place in range(length):
        number = table[sounds[place]]
        if number and (count == 0 or classes[count - 1] != number):
            classes[count] = number
            count += 1
    return count


@compiled
def keys_of(words: Words, token: int, consonants: NDArray[np.uint8], all_sounds: NDArray[np.uint8],
            classes: NDArray[np.uint8], keys: NDArray[np.uint32]) -> int:
    """Writes the keys of a token into `keys` and returns how many; `classes` is room for 24."""
    count = 0
    for reading in range(MOST):
        length = words.lengths[token, reading]
        if length == 0:
            continue
        size, seed = _classed(words.sounds[token, reading], length, consonants, classes), 1
        if size < 3:
            size, seed = _classed(words.sounds[token, reading], length, all_sounds, classes), 2
        keys[count] = _hashed(classes, size, -1, seed)
        count += 1
        if size >= 3:
            for without in range(size):
                keys[count] = _hashed(classes, size, without, seed)
                count += 1
    for place in range(len(words.symbols[token])):
        if words.symbols[token, place]:
            keys[count] = np.uint32(words.symbols[token, place]) ^ np.uint32(0x5BD1E995)
            count += 1
    return count


@compiled
def all_keys(words: Words, first: int, last: int, consonants: NDArray[np.uint8], all_sounds: NDArray[np.uint8],
             keys: NDArray[np.uint32], tokens: NDArray[np.int32]) -> int:
    """The keys of the tokens from `first` up to `last`, unsorted, with the token of each; returns how many."""
    classes, some, count = np.zeros(LONGEST, np.uint8), np.zeros(MOST_KEYS, np.uint32), 0
    for token in range(first, last):
        if words.kinds[token] != 0:
            continue
        for place in range(keys_of(words, token, consonants, all_sounds, classes, some)):
            keys[count] = some[place]
            tokens[count] = token
            count += 1
    return count
