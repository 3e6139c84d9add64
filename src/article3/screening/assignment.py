"""Which token of one name answers which of the other, and what is left over on either side: compiled."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.compiled import compiled
from article3.screening.hearing import FAINTEST, FAINTEST_RUN, join, run_alike, tokens_alike
from article3.screening.sounds import INSERTION, SUBSTITUTION
from article3.screening.vocabulary import Words

MOST_LINKS = 512
_WIDEST = 3


class Tables(NamedTuple):
    """What it costs to hear one sound for another, and to hear one that is not there."""

    substitution: NDArray[np.uint8]
    insertion: NDArray[np.uint8]


TABLES = Tables(SUBSTITUTION, INSERTION)


class Room(NamedTuple):
    """Working space of one thread: a row of figures, joined sounds, links and their worth."""

    row: NDArray[np.int32]
    joined: NDArray[np.uint8]
    links: NDArray[np.int32]
    figures: NDArray[np.float32]
    told: NDArray[np.float32]


def room() -> Room:
    """Fresh working space."""
    return Room(np.zeros(80, np.int32), np.zeros((1, 1, 80), np.uint8), np.zeros((MOST_LINKS, 4), np.int32),
                np.zeros((MOST_LINKS, 3), np.float32), np.zeros(8, np.float32))


@compiled
def worth(alike: float) -> float:
    """What a link of this likeness counts: all of it when the same, a third at 0.7, nothing below 0.6."""
    if alike >= 0.9:
        return 0.88 + (alike - 0.9) * 1.2
    if alike >= 0.8:
        return 0.62 + (alike - 0.8) * 2.6
    return max(0.0, 0.05 + (alike - FAINTEST) * 2.85)


@compiled
def _weight(weights: NDArray[np.float32], name: NDArray[np.int32], start: int, stop: int) -> float:
    total = 0.0
    for place in range(start, stop):
        total += weights[name[place] >> 2]
    return total


@compiled
def _linked(links: NDArray[np.int32], figures: NDArray[np.float32], count: int, spans: tuple[int, int, int, int],
            alike: float, weight: float) -> int:
    if count == MOST_LINKS or alike < FAINTEST:
        return count
    for place in range(4):
        links[count, place] = spans[place]
    figures[count, 0] = alike
    figures[count, 1] = weight
    figures[count, 2] = weight * worth(alike)
    return count + 1


@compiled
def _singles(words: Words, one: NDArray[np.int32], other: NDArray[np.int32], tables: Tables, space: Room) -> int:
    """Every token of one against every token of the other. Loops take arrays, not the records that hold them: handing
    a record to a function costs more than the comparison."""
    count, weights, kinds, writing = 0, words.weights, words.kinds, words.writing
    sounds, lengths, symbols = words.sounds, words.lengths, words.symbols
    substitution, insertion, row = tables.substitution, tables.insertion, space.row
    links, figures = space.links, space.figures
    for left in range(len(one)):
        for right in range(len(other)):
            first, second = one[left] >> 2, other[right] >> 2
            alike = tokens_alike(kinds, writing, sounds, lengths, symbols, first, second, substitution, insertion, row,
                                 FAINTEST)
            weight = 0.5 * (weights[first] + weights[second])
            roles = (one[left] & 3) + (other[right] & 3)
            if roles == 3 and (one[left] & 3) * (other[right] & 3) == 2 and alike < 1.0:
                alike *= 0.95
            count = _linked(links, figures, count, (left, left + 1, right, right + 1), alike, weight)
    return count


@compiled
def _runs(words: Words, one: NDArray[np.int32], other: NDArray[np.int32], tables: Tables, space: Room, count: int,
          turned: bool) -> int:
    weights, kinds, writing, sounds, lengths = words.weights, words.kinds, words.writing, words.sounds, words.lengths
    substitution, insertion, row, joined = tables.substitution, tables.insertion, space.row, space.joined
    links, figures = space.links, space.figures
    for width in range(2, _WIDEST + 1):
        for start in range(len(one) - width + 1):
            length = join(kinds, sounds, lengths, one, start, start + width, joined)
            if length == 0:
                continue
            for place in range(len(other)):
                second = other[place] >> 2
                if kinds[second] != 0:
                    continue
                alike = run_alike(writing, sounds, lengths, one, start, start + width, length, second, substitution,
                                  insertion, row, joined)
                if alike < FAINTEST_RUN:
                    continue
                weight = min(max(_weight(weights, one, start, start + width), weights[second]), 1.5)
                if turned:
                    count = _linked(links, figures, count, (place, place + 1, start, start + width), alike, weight)
                else:
                    count = _linked(links, figures, count, (start, start + width, place, place + 1), alike, weight)
    return count


@compiled
def _free(links: NDArray[np.int32], link: int, taken: int, spoken: int) -> bool:
    for place in range(links[link, 0], links[link, 1]):
        if taken >> place & 1:
            return False
    blocked = False
    for place in range(links[link, 2], links[link, 3]):
        blocked |= bool(spoken >> place & 1)
    return not blocked


@compiled
def assign(words: Words, one: NDArray[np.int32], other: NDArray[np.int32], tables: Tables, space: Room) -> int:
    """Links the two names, the worthiest first; returns how many links stand first in `space.links`.

    `space.told` then holds: worth of the links, weight in doubt, weight left over on the left and on the right,
    number of links, number of tokens that are parts on the left and right, likeness of the faintest link.
    """
    count = _singles(words, one, other, tables, space)
    if len(one) != len(other) or count < len(one):
        count = _runs(words, one, other, tables, space, count, False)
        count = _runs(words, other, one, tables, space, count, True)
    chosen, taken, spoken = _chosen(space.links, space.figures, count)
    _tell(words, one, other, space, chosen, taken, spoken)
    return chosen


@compiled
def _chosen(links: NDArray[np.int32], figures: NDArray[np.float32], count: int) -> tuple[int, int, int]:
    """The worthiest link, then the worthiest that is still free, and so on: brought to the front."""
    taken, spoken, chosen = 0, 0, 0
    while True:
        best, most = -1, 0.0
        for link in range(chosen, count):
            if figures[link, 2] > most and _free(links, link, taken, spoken):
                best, most = link, figures[link, 2]
        if best < 0:
            return chosen, taken, spoken
        for place in range(4):
            links[chosen, place], links[best, place] = links[best, place], links[chosen, place]
        for place in range(3):
            held = figures[chosen, place]
            figures[chosen, place] = figures[best, place]
            figures[best, place] = held
        for place in range(links[chosen, 0], links[chosen, 1]):
            taken |= 1 << place
        for place in range(links[chosen, 2], links[chosen, 3]):
            spoken |= 1 << place
        chosen += 1


@compiled
def _tell(words: Words, one: NDArray[np.int32], other: NDArray[np.int32], space: Room, chosen: int, taken: int,
          spoken: int) -> None:
    told, figures, kinds, weights = space.told, space.figures, words.kinds, words.weights
    told[:] = 0.0
    told[7] = 1.0
    for link in range(chosen):
        told[0] += figures[link, 2]
        told[1] += figures[link, 1] - figures[link, 2]
        if figures[link, 1] > 0.2:
            told[4] += 1.0
            told[7] = min(told[7], figures[link, 0])
    for place in range(len(one)):
        number = one[place] >> 2
        told[5] += kinds[number] == 0
        if not taken >> place & 1:
            told[2] += weights[number]
    for place in range(len(other)):
        number = other[place] >> 2
        told[6] += kinds[number] == 0
        if not spoken >> place & 1:
            told[3] += weights[number]
