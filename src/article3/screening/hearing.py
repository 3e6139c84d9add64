"""How alike two tokens sound, from 0 to 1: compiled loops over the arrays of the vocabulary."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from article3.screening.compiled import compiled
from article3.screening.names import Kind
from article3.screening.readings import LONGEST, MOST, Writing
from article3.screening.vocabulary import SYMBOLS, Words

_INITIAL, _PARTICLE, _TITLE = int(Kind.INITIAL), int(Kind.PARTICLE), int(Kind.TITLE)
_NO_VOWELS = int(Writing.NO_VOWELS)
SAME_NAME = 0.92
"""Likeness of two tokens that a catalogue files under one name."""
INITIAL_FITS = 0.7
"""Likeness of an initial and a token that begins with its sound."""
FAINTEST = 0.6
"""Below this two tokens are not alike."""


@compiled
def distance(one: NDArray[np.uint8], length: int, other: NDArray[np.uint8], width: int,
             substitution: NDArray[np.float32], insertion: NDArray[np.float32], row: NDArray[np.float32],
             limit: float) -> float:
    """The cheapest way to hear one as the other, or something above `limit`; `row` is room for 26 figures."""
    row[0] = 0.0
    for column in range(width):
        row[column + 1] = row[column] + insertion[other[column]]
    for line in range(length):
        sound, corner = one[line], row[0]
        row[0] = corner + insertion[sound]
        least = row[0]
        for column in range(width):
            above = row[column + 1]
            best = corner + substitution[sound, other[column]]
            best = min(best, above + insertion[sound])
            best = min(best, row[column] + insertion[other[column]])
            row[column + 1] = best
            least = min(least, best)
            corner = above
        if least > limit:
            return float(least)
    return float(row[width])


@compiled
def likeness(one: NDArray[np.uint8], length: int, other: NDArray[np.uint8], width: int, mode: int,
             substitution: NDArray[np.float32], insertion: NDArray[np.float32], row: NDArray[np.float32]) -> float:
    """1 for the same sounds, less by the cost of the difference; 0 when the lengths alone rule it out."""
    longer, shorter = max(length, width), min(length, width)
    if shorter == 0 or 10 * (longer - shorter) > (5 if mode == 0 else 6) * longer:
        return 0.0
    share = (1.0 + 0.15 * mode) / (0.5 * (length + width))
    cost = distance(one, length, other, width, substitution[mode], insertion[mode], row, (1.0 - FAINTEST) / share)
    return max(0.0, 1.0 - cost * share)


@compiled
def mode_of(words: Words, one: int, other: int) -> int:
    """The loosest writing of the two decides; two tokens without vowels are compared letter by letter."""
    first, second = words.writing[one], words.writing[other]
    if first == _NO_VOWELS and second == _NO_VOWELS:
        return 0
    return int(max(first, second))


@compiled
def same_symbol(words: Words, one: int, other: int) -> bool:
    """True when the catalogue files both under one name."""
    for first in range(SYMBOLS):
        symbol = words.symbols[one, first]
        if symbol == 0:
            return False
        for second in range(SYMBOLS):
            if words.symbols[other, second] == symbol:
                return True
    return False


@compiled
def initial_fits(words: Words, one: int, other: int) -> float:
    """An initial and a token beginning with its sound, or two equal initials; 0 otherwise."""
    for first in range(MOST):
        for second in range(MOST):
            if words.lengths[one, first] and words.lengths[other, second] and (
                words.sounds[one, first, 0] == words.sounds[other, second, 0]
            ):
                return INITIAL_FITS
    return 0.0


@compiled
def tokens_alike(words: Words, one: int, other: int, substitution: NDArray[np.float32],
                 insertion: NDArray[np.float32], row: NDArray[np.float32]) -> float:
    """Likeness of two tokens by their closest readings, or by a name symbol they share."""
    if one == other:
        return 1.0
    if words.kinds[one] == _INITIAL or words.kinds[other] == _INITIAL:
        return initial_fits(words, one, other)
    mode, best = mode_of(words, one, other), 0.0
    for first in range(MOST):
        if words.lengths[one, first] == 0:
            break
        for second in range(MOST):
            if words.lengths[other, second] == 0:
                break
            best = max(best, likeness(words.sounds[one, first], words.lengths[one, first], words.sounds[other, second],
                                      words.lengths[other, second], mode, substitution, insertion, row))
    best = min(best, 0.98)
    return SAME_NAME if best < SAME_NAME and same_symbol(words, one, other) else best


@compiled
def run_alike(words: Words, name: NDArray[np.int32], start: int, stop: int, other: int,
              substitution: NDArray[np.float32], insertion: NDArray[np.float32], row: NDArray[np.float32],
              joined: NDArray[np.uint8]) -> float:
    """Likeness of neighbouring tokens of a name, written as one, and a single token; `joined` is room for 72 sounds."""
    length, mode = 0, 0
    for place in range(start, stop):
        number = name[place] >> 2
        if words.kinds[number] == _INITIAL or words.kinds[number] == _TITLE:
            return 0.0
        for sound in range(words.lengths[number, 0]):
            joined[length] = words.sounds[number, 0, sound]
            length += 1
        mode = max(mode, mode_of(words, number, other))
    if length > LONGEST or words.kinds[other] != 0:
        return 0.0
    best = 0.0
    for reading in range(MOST):
        if words.lengths[other, reading]:
            best = max(best, likeness(joined, length, words.sounds[other, reading], words.lengths[other, reading], mode,
                                      substitution, insertion, row))
    return min(best, 0.97)
