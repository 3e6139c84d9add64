"""Questions answered in one compiled call: what sounds alike, the likeliest names, and the full comparison of these.

The interpreter's lock is not held meanwhile, and the arrays are handed over once.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.assignment import Room, Tables
from article3.screening.chorus import Chorus
from article3.screening.compiled import compiled, whole
from article3.screening.nearest import Memory, remember
from article3.screening.questions import Block
from article3.screening.segment import Segment
from article3.screening.vocabulary import Words
from article3.screening.walk import KEPT, Marks, Question, candidates, compared


class Likely(NamedTuple):
    """Room for the tokens a question may mean: their numbers, what each counts, which place of the name it answers."""

    tokens: NDArray[np.int32]
    gains: NDArray[np.float32]
    places: NDArray[np.uint8]


@compiled
def _likely(words: Words, numbers: NDArray[np.int32], places: NDArray[np.int32], rows: NDArray[np.int32],
            held: Memory, likely: Likely) -> int:
    """Each token asked for and those that sound like it; returns how many."""
    count = 0
    for at in range(len(numbers)):
        weight = words.weights[numbers[at]]
        likely.tokens[count], likely.gains[count], likely.places[count] = numbers[at], weight, places[at]
        count += 1
        for near in range(held.counts[rows[at]]):
            likely.tokens[count] = held.near[rows[at], near]
            likely.gains[count] = held.gains[rows[at], near] * weight
            likely.places[count] = places[at]
            count += 1
    return count


@compiled
def _also(found: NDArray[np.int32], count: int, owned: NDArray[np.int32]) -> int:
    """The names of who holds a document asked for, beside the likeliest."""
    for name in owned:
        there = False
        for place in range(count):
            there |= found[place] == name
        if not there and count < len(found):
            found[count] = name
            count += 1
    return count


@compiled
def answer(words: Words, segment: Segment, told: NDArray[np.int32], born: NDArray[np.int32],
           countries: NDArray[np.int16], owned: NDArray[np.int32], held: Memory, likely: Likely, marks: Marks,
           tables: Tables, points: NDArray[np.float32], classes: NDArray[np.uint8], space: Room, voices: Chorus,
           budget: int, stamp: int, lowest: float, kept: int, found: NDArray[np.int32], rough: NDArray[np.float32],
           scores: NDArray[np.float32]) -> int:
    """The likeliest names of a segment, up to `kept`, and the points of each, written into `found` and `scores`;
    returns how many.

    `told` holds how many tokens the name has, how many of them and of joined neighbours are asked for, how many are
    parts; then the tokens with roles; then of those asked for the numbers, the places in the name, the rows of the
    memory, and 1 where that row is written already.
    """
    length, many = told[0], told[1]
    name, rest = told[3:3 + length], told[3 + length:]
    numbers, places, rows = rest[:many], rest[many:2 * many], rest[2 * many:3 * many]
    for at in range(many):
        if not rest[3 * many + at]:
            remember(words, segment, whole(numbers[at]), tables, voices, classes, held, whole(rows[at]))
    count = _likely(words, numbers, places, rows, held, likely)
    question = Question(name, likely.tokens[:count], likely.gains[:count], likely.places[:count], born, countries,
                        told[2:3])
    count = candidates(words, segment, question, marks, points, budget, stamp, lowest, found[:kept], rough[:kept])
    count = _also(found, count, owned)
    compared(words, segment, question, tables, space, points, found, count, scores)
    return count


class Told(NamedTuple):
    """What many questions found: the name asked, the name found and its points, a row each."""

    asked: NDArray[np.int32]
    names: NDArray[np.int32]
    points: NDArray[np.float32]


@compiled
def remember_all(words: Words, segment: Segment, tokens: NDArray[np.int32], rows: NDArray[np.int32], tables: Tables,
                 classes: NDArray[np.uint8], voices: Chorus, held: Memory) -> None:
    """Writes the row of each of these tokens."""
    for at in range(len(tokens)):
        remember(words, segment, whole(tokens[at]), tables, voices, classes, held, whole(rows[at]))


@compiled
def answer_all(words: Words, segment: Segment, block: Block, turn: NDArray[np.int32], rows: NDArray[np.int32],
               held: Memory, likely: Likely, marks: Marks, tables: Tables, points: NDArray[np.float32], space: Room,
               budget: int, stamp: int, lowest: float, wanted: float, found: NDArray[np.int32],
               rough: NDArray[np.float32], scores: NDArray[np.float32], told: Told) -> int:
    """Names asked for, answered one after another in `turn`; `rows` are those of the distinct tokens in the memory.

    Writes into `told` what has more points than `wanted` and returns how many. Each takes a stamp from `stamp` on.
    """
    many = 0
    for at in range(len(turn)):
        asked = turn[at]
        name = block.tokens[block.starts[asked]:block.starts[asked + 1]]
        first, last, owner = block.firsts[asked], block.firsts[asked + 1], block.owners[asked]
        count = _likely(words, block.numbers[first:last], block.places[first:last], rows[first:last], held, likely)
        born = block.born[block.born_from[owner]:block.born_from[owner + 1]]
        countries = block.countries[block.countries_from[owner]:block.countries_from[owner + 1]]
        question = Question(name, likely.tokens[:count], likely.gains[:count], likely.places[:count], born, countries,
                            block.parts[asked:asked + 1])
        count = candidates(words, segment, question, marks, points, budget, stamp + at, lowest, found[:KEPT],
                           rough[:KEPT])
        compared(words, segment, question, tables, space, points, found, count, scores)
        for place in range(count):
            if scores[place] > wanted:
                told.asked[many], told.names[many], told.points[many] = asked, found[place], scores[place]
                many += 1
    return many
