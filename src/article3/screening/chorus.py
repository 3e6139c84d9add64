"""One token heard against many, sixteen at a time: the same figures as `hearing.tokens_alike` in a quarter of the time.

Each step of a comparison waits for the one before. Sixteen comparisons side by side wait together. Places are unsigned
numbers throughout: an index that may be negative costs a test each time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from article3.screening.assignment import Tables
from article3.screening.compiled import compiled, whole
from article3.screening.hearing import INITIAL, SAME_NAME, initial_fits, loosest, same_symbol, within
from article3.screening.readings import LONGEST, MOST
from article3.screening.vocabulary import Words

MOST_FILED = 2_000
"""Tokens looked at for one that is asked for."""
_place = cast(Callable[[Any], int], np.uint64)
_VOICES, _LINE, _NONE, _ONE, _OTHER_ROW = map(_place, (16, LONGEST, 0, 1, (LONGEST + 1) * 16))
_SOUNDS = 128


class Chorus(NamedTuple):
    """Working space of one thread. `near` and `alike`: tokens to hear and what came of it; `costs`, `missing` and
    `extra`: what the sounds of the reading asked for cost as any other, left out, and what others cost beside it;
    `heard`, `widths`, `whose`: sixteen readings; `figures`, `steps`, `added`, `result`: their comparison."""

    near: NDArray[np.int32]
    alike: NDArray[np.float64]
    costs: NDArray[np.float32]
    missing: NDArray[np.float32]
    extra: NDArray[np.float32]
    heard: NDArray[np.uint8]
    widths: NDArray[np.uint64]
    whose: NDArray[np.int64]
    figures: NDArray[np.float32]
    steps: NDArray[np.uint64]
    added: NDArray[np.float32]
    result: NDArray[np.float32]


def chorus() -> Chorus:
    """Fresh working space."""
    def figures(count: int) -> NDArray[np.float32]:
        return np.zeros(count, np.float32)

    return Chorus(np.zeros(MOST_FILED, np.int32), np.zeros(MOST_FILED), figures(_SOUNDS * LONGEST), figures(LONGEST),
                  figures(_SOUNDS), np.zeros(16 * LONGEST, np.uint8), np.zeros(16, np.uint64), np.zeros(16, np.int64),
                  figures(2 * 16 * (LONGEST + 1)), np.zeros(16, np.uint64), figures(16), figures(16))


@compiled
def hear(words: Words, token: int, many: int, tables: Tables, space: Chorus) -> None:
    """Writes into `alike` the likeness of a token and each of the first `many` of `near`, by their closest readings
    or by a name symbol they share."""
    near, alike, kinds, symbols = space.near, space.alike, words.kinds, words.symbols
    alike[:many] = 0.0
    for mode in range(3):
        for reading in range(MOST):
            if words.lengths[token, reading]:
                _hear(words, token, reading, mode, many, tables, space)
    for place in range(many):
        other = whole(near[place])
        if kinds[token] == INITIAL or kinds[other] == INITIAL:
            alike[place] = initial_fits(words.sounds, words.lengths, token, other)
            continue
        alike[place] = min(alike[place], 0.98)
        if alike[place] < SAME_NAME and symbols[token, 0] and same_symbol(symbols, token, other):
            alike[place] = SAME_NAME


@compiled
def _hear(words: Words, token: int, reading: int, mode: int, many: int, tables: Tables, space: Chorus) -> None:
    """One reading of the token against all readings of those whose writing asks for this way of hearing."""
    length, voices = whole(words.lengths[token, reading]), whole(0)
    writing, lengths, sounds, near, heard = words.writing, words.lengths, words.sounds, space.near, space.heard
    laid = False
    for place in range(many):
        other = whole(near[place])
        if loosest(writing[token], writing[other]) != mode:
            continue
        if not laid:
            laid = True
            _lay_out(words, token, reading, length, mode, tables, space)
        for second in range(MOST):
            width = whole(lengths[other, second])
            if within(length, width, mode):
                for at in range(width):
                    heard[at * 16 + voices] = sounds[other, second, at]
                space.widths[voices], space.whose[voices] = width, place
                voices += 1
                if voices == 16:
                    _told(space, length, mode, voices)
                    voices = whole(0)
    _told(space, length, mode, voices)


@compiled
def _lay_out(words: Words, token: int, reading: int, length: int, mode: int, tables: Tables, space: Chorus) -> None:
    costs, substitution, insertion = space.costs, tables.substitution, tables.insertion
    for other in range(_SOUNDS):
        space.extra[other] = insertion[mode, other]
    for place in range(length):
        sound = words.sounds[token, reading, place]
        space.missing[place] = insertion[mode, sound]
        for other in range(_SOUNDS):
            costs[other * LONGEST + place] = substitution[mode, sound, other]


@compiled
def _told(space: Chorus, length: int, mode: int, voices: int) -> None:
    """Hears the readings gathered, and keeps for each token the best so far."""
    most = _place(0)
    for voice in range(voices):
        most = max(most, _place(space.widths[voice]))
    _sing(space.costs, space.missing, _place(length), space.heard, space.extra, space.widths, most, space.figures,
          space.steps, space.added, space.result)
    for voice in range(voices):
        width = whole(space.widths[voice])
        share = 0.01 * (1.0 + 0.15 * mode) / (0.5 * (length + width))
        place = space.whose[voice]
        space.alike[place] = max(space.alike[place], 1.0 - share * space.result[voice])


@compiled
def _sing(costs: NDArray[np.float32], missing: NDArray[np.float32], length: int, heard: NDArray[np.uint8],
          extra: NDArray[np.float32], widths: NDArray[np.uint64], most: int, figures: NDArray[np.float32],
          steps: NDArray[np.uint64], added: NDArray[np.float32], result: NDArray[np.float32]) -> None:
    """The cheapest way to hear the reading laid out as each of sixteen others, in hundredths: a row of figures for
    each sound of theirs, made from the row before."""
    before, here = _NONE, _OTHER_ROW
    for voice in range(_VOICES):
        figures[voice] = np.float32(0.0)
    for place in range(length):
        for voice in range(_VOICES):
            figures[(place + _ONE) * _VOICES + voice] = figures[place * _VOICES + voice] + missing[place]
    for column in range(most):
        for voice in range(_VOICES):
            sound = _place(heard[column * _VOICES + voice])
            steps[voice], added[voice] = sound * _LINE, extra[sound]
            figures[here + voice] = figures[before + voice] + added[voice]
        for place in range(length):
            _step(figures, before + place * _VOICES, here + place * _VOICES, costs, steps, place, added, missing[place])
        for voice in range(_VOICES):
            if widths[voice] == column + _ONE:
                result[voice] = figures[here + length * _VOICES + voice]
        before, here = here, before


@compiled
def _step(figures: NDArray[np.float32], before: int, here: int, costs: NDArray[np.float32], steps: NDArray[np.uint64],
          place: int, added: NDArray[np.float32], left_out: float) -> None:
    for voice in range(_VOICES):
        another = figures[before + voice] + costs[steps[voice] + place]
        more = figures[before + _VOICES + voice] + added[voice]
        less = figures[here + voice] + left_out
        another = another if another < more else more
        figures[here + _VOICES + voice] = another if another < less else less
