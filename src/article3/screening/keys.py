"""Keys under which tokens that sound alike are filed together: consonants in rough classes, one left out or none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from article3.screening.compiled import compiled, compiled_making_arrays
from article3.screening.readings import LONGEST, MOST
from article3.screening.vocabulary import Words

MOST_KEYS = MOST * (LONGEST + 2) + 6
"""Room for the keys of one token."""
_ROUGH = ("bpfvPF", "dt", "gkhq", "jJCScszZx", "lr", "mnN")
_FINE = ("bp", "fvPF", "dt", "gkq", "h", "jJZ", "CScx", "sz", "l", "r", "m", "nN")
_VOWELS = ("ae", "iy", "ouw")


def _classes(*groups: str) -> NDArray[np.uint8]:
    table = np.zeros(128, np.uint8)
    for number, alike in enumerate(groups, 1):
        for sound in alike:
            table[ord(sound)] = number
    return table


CLASSES = np.stack([_classes(*_ROUGH), _classes(*_FINE), _classes(*_ROUGH, *_VOWELS)])
"""(3, 128): the class of each sound, 0 for none: rough consonants, fine consonants, rough with vowels."""
PARTS, MANY = 4, -1
"""Parts of a name kept beside its postings; what stands for the fourth and all that follow."""
LONG = 5
"""From so many consonants on, one may be left out of the rough classes; of fewer, only of the fine ones."""


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
def _put(classes: NDArray[np.uint8], size: int, seed: int, whole: bool, apart: bool, keys: NDArray[np.uint32],
         count: int) -> int:
    """The key of all classes, where wanted, and the keys with one left out, where wanted."""
    if whole:
        keys[count] = _hashed(classes, size, -1, seed)
        count += 1
    if apart and size >= 3:
        for without in range(size):
            keys[count] = _hashed(classes, size, without, seed)
            count += 1
    return count


@compiled
def keys_of(words: Words, token: int, table: NDArray[np.uint8], classes: NDArray[np.uint8],
            keys: NDArray[np.uint32]) -> int:
    """Writes the keys of a token into `keys` and returns how many; `classes` is room for 24, `table` is `CLASSES`."""
    count = 0
    for reading in range(MOST):
        length, sounds = words.lengths[token, reading], words.sounds[token, reading]
        if length == 0:
            continue
        size = _classed(sounds, length, table[0], classes)
        if size < 3:
            size = _classed(sounds, length, table[2], classes)
            count = _put(classes, size, 2, True, True, keys, count)
            continue
        count = _put(classes, size, 1, True, size >= LONG, keys, count)
        if size < LONG:
            size = _classed(sounds, length, table[1], classes)
            count = _put(classes, size, 3, True, True, keys, count)
    for place in range(len(words.symbols[token])):
        if words.symbols[token, place]:
            keys[count] = np.uint32(words.symbols[token, place]) ^ np.uint32(0x5BD1E995)
            count += 1
    return count


@compiled
def parts_of(words: Words, tokens: NDArray[np.int32], starts: NDArray[np.int32], parts: NDArray[np.int32]) -> None:
    """The first four parts of each name by token number, 0 for none, `MANY` as the fourth when there are more."""
    for name in range(len(starts) - 1):
        place = 0
        for at in range(starts[name], starts[name + 1]):
            if words.kinds[tokens[at] >> 2] == 0:
                parts[name, min(place, PARTS - 1)] = tokens[at] >> 2
                place += 1
        if place > PARTS:
            parts[name, PARTS - 1] = MANY


@compiled_making_arrays
def all_keys(words: Words, first: int, last: int, table: NDArray[np.uint8], keys: NDArray[np.uint32],
             tokens: NDArray[np.int32]) -> int:
    """The keys of the tokens from `first` up to `last`, unsorted, with the token of each; returns how many."""
    classes, some, count = np.zeros(LONGEST, np.uint8), np.zeros(MOST_KEYS, np.uint32), 0
    for token in range(first, last):
        if words.kinds[token] != 0:
            continue
        for place in range(keys_of(words, token, table, classes, some)):
            keys[count] = some[place]
            tokens[count] = token
            count += 1
    return count
