"""Which token of one name answers which of the other, and what is left over on either side: compiled."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.compiled import compiled
from article3.screening.hearing import FAINTEST, run_alike, tokens_alike
from article3.screening.sounds import INSERTION, SUBSTITUTION
from article3.screening.vocabulary import Words

MOST_LINKS = 512
_WIDEST = 3


class Tables(NamedTuple):
    """What it costs to hear one sound for another, and to hear one that is not there."""

    substitution: NDArray[np.float32]
    insertion: NDArray[np.float32]


TABLES = Tables(SUBSTITUTION, INSERTION)


class Room(NamedTuple):
    """Working space of one thread: a row of figures, joined sounds, links and their worth."""

    row: NDArray[np.float32]
    joined: NDArray[np.uint8]
    links: NDArray[np.int32]
    figures: NDArray[np.float32]
    told: NDArray[np.float32]


def room() -> Room:
    """Fresh working space."""
    return Room(np.zeros(80, np.float32), np.zeros(80, np.uint8), np.zeros((MOST_LINKS, 4), np.int32),
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
def _weight(words: Words, name: NDArray[np.int32], start: int, stop: int) -> float:
    total = 0.0
    for place in range(start, stop):
        total += words.weights[name[place] >> 2]
    return total


@compiled
def _linked(space: Room, count: int, spans: tuple[int, int, int, int], alike: float, weight: float) -> int:
    if count == MOST_LINKS or alike < FAINTEST:
        return count
    for place in range(4):
        space.links[count, place] = spans[place]
    space.figures[count, 0] = alike
    space.figures[count, 1] = weight
    space.figures[count, 2] = weight * worth(alike)
    return count + 1


@compiled
def _singles(words: Words, one: NDArray[np.int32], other: NDArray[np.int32], tables: Tables, space: Room) -> int:
    count = 0
    for left in range(len(one)):
        for right in range(len(other)):
            alike = tokens_alike(words, one[left] >> 2, other[right] >> 2, tables.substitution, tables.insertion,
                                 space.row)
            weight = 0.5 * (words.weights[one[left] >> 2] + words.weights[other[right] >> 2])
            roles = (one[left] & 3) + (other[right] & 3)
            if roles == 3 and (one[left] & 3) * (other[right] & 3) == 2 and alike < 1.0:
                alike *= 0.95
            count = _linked(space, count, (left, left + 1, right, right + 1), alike, weight)
    return count


@compiled
def _runs(words: Words, one: NDArray[np.int32], other: NDArray[np.int32], tables: Tables, space: Room, count: int,
          turned: bool) -> int:
    for width in range(2, _WIDEST + 1):
        for start in range(len(one) - width + 1):
            for place in range(len(other)):
                alike = run_alike(words, one, start, start + width, other[place] >> 2, tables.substitution,
                                  tables.insertion, space.row, space.joined)
                if alike < 0.75:
                    continue
                weight = max(_weight(words, one, start, start + width), words.weights[other[place] >> 2])
                if turned:
                    count = _linked(space, count, (place, place + 1, start, start + width), alike, min(weight, 1.5))
                else:
                    count = _linked(space, count, (start, start + width, place, place + 1), alike, min(weight, 1.5))
    return count


@compiled
def _free(space: Room, link: int, taken: int, spoken: int) -> bool:
    for place in range(space.links[link, 0], space.links[link, 1]):
        if taken >> place & 1:
            return False
    blocked = False
    for place in range(space.links[link, 2], space.links[link, 3]):
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
    taken, spoken, chosen = 0, 0, 0
    space.told[:] = 0.0
    space.told[7] = 1.0
    while True:
        best, most = -1, 0.0
        for link in range(chosen, count):
            if space.figures[link, 2] > most and _free(space, link, taken, spoken):
                best, most = link, space.figures[link, 2]
        if best < 0:
            break
        for place in range(4):
            space.links[chosen, place], space.links[best, place] = space.links[best, place], space.links[chosen, place]
        for place in range(3):
            held = space.figures[chosen, place]
            space.figures[chosen, place] = space.figures[best, place]
            space.figures[best, place] = held
        for place in range(space.links[chosen, 0], space.links[chosen, 1]):
            taken |= 1 << place
        for place in range(space.links[chosen, 2], space.links[chosen, 3]):
            spoken |= 1 << place
        chosen += 1
    _tell(words, one, other, space, chosen, taken, spoken)
    return chosen


@compiled
def _tell(words: Words, one: NDArray[np.int32], other: NDArray[np.int32], space: Room, chosen: int, taken: int,
          spoken: int) -> None:
    for link in range(chosen):
        space.told[0] += space.figures[link, 2]
        space.told[1] += space.figures[link, 1] - space.figures[link, 2]
        if space.figures[link, 1] > 0.2:
            space.told[4] += 1.0
            space.told[7] = min(space.told[7], space.figures[link, 0])
    for place in range(len(one)):
        number = one[place] >> 2
        space.told[5] += words.kinds[number] == 0
        if not taken >> place & 1:
            space.told[2] += words.weights[number]
    for place in range(len(other)):
        number = other[place] >> 2
        space.told[6] += words.kinds[number] == 0
        if not spoken >> place & 1:
            space.told[3] += words.weights[number]
