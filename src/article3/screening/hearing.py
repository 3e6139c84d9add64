"""How alike two tokens sound, from 0 to 1: compiled loops over the arrays of the vocabulary."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from article3.screening.compiled import compiled, inlined, whole
from article3.screening.names import Kind
from article3.screening.readings import LONGEST, MOST, Writing
from article3.screening.vocabulary import SYMBOLS

INITIAL, _PARTICLE, _TITLE = int(Kind.INITIAL), int(Kind.PARTICLE), int(Kind.TITLE)
_NO_VOWELS = int(Writing.NO_VOWELS)
SAME_NAME = 0.92
"""Likeness of two tokens that a catalogue files under one name."""
INITIAL_FITS = 0.7
"""Likeness of an initial and a token that begins with its sound."""
FAINTEST = 0.6
"""Below this two tokens are not alike."""
FAINTEST_RUN = 0.75
"""Below this tokens written as one are not like a single token."""


Readings = NDArray[np.uint8]
"""(tokens, readings, sounds). A reading is named by its token and its number: to cut it out of the array would cost
more than to compare it."""


@compiled
def within(length: int, width: int, mode: int) -> bool:
    """False when the lengths of two readings alone rule out that they sound alike."""
    longer, shorter = max(length, width), min(length, width)
    return shorter > 0 and 10 * (longer - shorter) <= (5 if mode == 0 else 6) * longer


@inlined
def likeness(one: Readings, token: int, reading: int, length: int, other: Readings, token2: int, reading2: int,
             width: int, mode: int, substitution: NDArray[np.uint8], insertion: NDArray[np.uint8],
             row: NDArray[np.int32], least: float) -> float:
    """1 for the same sounds, less by the cost of the cheapest way to hear one as the other; 0 when the lengths alone
    rule it out. `row` is room for 26 figures.

    Below `least` it may be any figure below `least`: the comparison stops when it can no longer reach it. Costs are
    whole hundredths: adding and comparing whole numbers takes a third of the time.
    """
    if not within(length, width, mode):
        return 0.0
    share = 0.01 * (1.0 + 0.15 * mode) / (0.5 * (length + width))
    limit = np.int32((1.0 - least) / share) + 1
    row[0] = 0
    for column in range(width):
        row[column + 1] = row[column] + np.int32(insertion[mode, other[token2, reading2, column]])
    for line in range(length):
        sound, corner = one[token, reading, line], row[0]
        missing = np.int32(insertion[mode, sound])
        before = corner + missing
        row[0] = least_here = before
        for column in range(width):
            above, heard = row[column + 1], other[token2, reading2, column]
            best = min(corner + np.int32(substitution[mode, sound, heard]), above + missing)
            before = min(best, before + np.int32(insertion[mode, heard]))
            row[column + 1] = before
            least_here = min(least_here, before)
            corner = above
        if least_here > limit:
            return 0.0
    heard_as: float = 1.0 - share * whole(row[width])
    return max(0.0, heard_as)


@compiled
def loosest(first: int, second: int) -> int:
    """The loosest writing of the two decides; two tokens without vowels are compared letter by letter."""
    if first == _NO_VOWELS and second == _NO_VOWELS:
        return 0
    return int(max(first, second))


@compiled
def same_symbol(symbols: NDArray[np.int32], one: int, other: int) -> bool:
    """True when the catalogue files both under one name."""
    for first in range(SYMBOLS):
        symbol = symbols[one, first]
        if symbol == 0:
            return False
        for second in range(SYMBOLS):
            if symbols[other, second] == symbol:
                return True
    return False


@compiled
def initial_fits(sounds: Readings, lengths: NDArray[np.uint8], one: int, other: int) -> float:
    """An initial and a token beginning with its sound, or two equal initials; 0 otherwise."""
    for first in range(MOST):
        for second in range(MOST):
            if lengths[one, first] and lengths[other, second] and sounds[one, first, 0] == sounds[other, second, 0]:
                return INITIAL_FITS
    return 0.0


@inlined
def sounds_alike(sounds: Readings, lengths: NDArray[np.uint8], one: int, other: int, mode: int,
                 substitution: NDArray[np.uint8], insertion: NDArray[np.uint8], row: NDArray[np.int32],
                 least: float) -> float:
    """Likeness of two tokens by their closest readings, where it reaches `least`; at most 0.98."""
    best = 0.0
    for first in range(MOST):
        if lengths[one, first] == 0:
            break
        for second in range(MOST):
            if lengths[other, second] == 0:
                break
            best = max(best, likeness(sounds, one, first, whole(lengths[one, first]), sounds, other, second,
                                      whole(lengths[other, second]), mode, substitution, insertion, row,
                                      max(best, least)))
    return min(best, 0.98)


@inlined
def tokens_alike(kinds: NDArray[np.uint8], writing: NDArray[np.uint8], sounds: Readings, lengths: NDArray[np.uint8],
                 symbols: NDArray[np.int32], one: int, other: int, substitution: NDArray[np.uint8],
                 insertion: NDArray[np.uint8], row: NDArray[np.int32], least: float) -> float:
    """Likeness of two tokens by their closest readings, or by a name symbol they share; exact where it reaches
    `least`."""
    if one == other:
        return 1.0
    if kinds[one] == INITIAL or kinds[other] == INITIAL:
        return initial_fits(sounds, lengths, one, other)
    mode = loosest(writing[one], writing[other])
    best = sounds_alike(sounds, lengths, one, other, mode, substitution, insertion, row, least)
    return SAME_NAME if best < SAME_NAME and symbols[one, 0] and same_symbol(symbols, one, other) else best


@inlined
def join(kinds: NDArray[np.uint8], sounds: Readings, lengths: NDArray[np.uint8], name: NDArray[np.int32], start: int,
         stop: int, joined: Readings) -> int:
    """Writes neighbouring tokens of a name as one into `joined`, room for 72 sounds; returns how many sounds, 0 when
    they are not to be joined: one is an initial or a title, or all are too long for one reading."""
    length = 0
    for place in range(start, stop):
        number = name[place] >> 2
        if kinds[number] == INITIAL or kinds[number] == _TITLE:
            return 0
        for sound in range(lengths[number, 0]):
            joined[0, 0, length] = sounds[number, 0, sound]
            length += 1
    return length if length <= LONGEST else 0


@inlined
def run_alike(writing: NDArray[np.uint8], sounds: Readings, lengths: NDArray[np.uint8], name: NDArray[np.int32],
              start: int, stop: int, length: int, other: int, substitution: NDArray[np.uint8],
              insertion: NDArray[np.uint8], row: NDArray[np.int32], joined: Readings) -> float:
    """Likeness of neighbouring tokens of a name, joined, and a single token."""
    mode = 0
    for place in range(start, stop):
        mode = max(mode, loosest(writing[name[place] >> 2], writing[other]))
    best = 0.0
    for reading in range(MOST):
        if lengths[other, reading]:
            best = max(best, likeness(joined, 0, 0, length, sounds, other, reading, whole(lengths[other, reading]),
                                      mode, substitution, insertion, row, max(best, FAINTEST_RUN)))
    return min(best, 0.97)
