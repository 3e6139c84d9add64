"""The search itself, compiled: tokens that sound like those asked for, the records that hold them, and the best few."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.assignment import Room, Tables, assign
from article3.screening.balance import LINKED, OTHER_COUNTRY, SAME_COUNTRY, START, name_points
from article3.screening.birth import compare_births
from article3.screening.compiled import compiled, whole
from article3.screening.keys import MANY, PARTS
from article3.screening.nearest import from_here, lower_bound
from article3.screening.segment import COUNTRIES, DATES, Segment
from article3.screening.vocabulary import Words

KEPT = 20
"""Candidates that are compared in full."""


class Question(NamedTuple):
    """What is asked, in arrays: `name` tokens with roles; for each likely token (`tokens`) what it counts (`gains`)
    and which place of the name it answers (`places`); packed dates, country numbers; `parts` how many tokens are
    parts of the name, initials aside."""

    name: NDArray[np.int32]
    tokens: NDArray[np.int32]
    gains: NDArray[np.float32]
    places: NDArray[np.uint8]
    born: NDArray[np.int32]
    countries: NDArray[np.int16]
    parts: NDArray[np.int32]


class Marks(NamedTuple):
    """Memory of one thread: what each token counts in the question asked now, which names were seen by it, and the
    stretches of postings to walk with their order."""

    gains: NDArray[np.float32]
    places: NDArray[np.uint8]
    seen: NDArray[np.int32]
    spans: NDArray[np.int32]
    order: NDArray[np.float32]
    turn: NDArray[np.int32]


@compiled
def birth_points(born: NDArray[np.int32], others: NDArray[np.int32], points: NDArray[np.float32]) -> float:
    """Points of the closest pair of dates; 0 when none is known on one side."""
    best, known = 0.0, False
    for one in range(len(born)):
        for other in range(DATES):
            if born[one] and others[other]:
                value = points[compare_births(born[one], others[other])]
                if not known or value > best:
                    best, known = value, True
    return best


@compiled
def country_points(countries: NDArray[np.int16], others: NDArray[np.int16]) -> float:
    """Points of a country in common, of none, or of countries unknown."""
    if len(countries) == 0 or others[0] == 0:
        return 0.0
    for one in range(len(countries)):
        for other in range(COUNTRIES):
            if countries[one] == others[other]:
                return SAME_COUNTRY
    return OTHER_COUNTRY


@compiled
def _estimate(total: float, answered: int, asked: int, held: int) -> float:
    """About the points of a name: `answered` parts of the `asked` and the `held` count `total`, the rest against it."""
    left, right = asked - answered, held - answered
    return START + LINKED * total - 3.2 * max(0, min(left, right)) - 0.8 * abs(left - right)


@compiled
def _rough(words: Words, segment: Segment, question: Question, marks: Marks, points: NDArray[np.float32],
           name: int) -> float:
    """About how well a name answers: what its tokens count, each place of the question once; dates and countries."""
    answered, total, held, count = 0, 0.0, 0, 0
    for at in range(segment.starts[name], segment.starts[name + 1]):
        token = segment.tokens[at] >> 2
        gain, place = marks.gains[token], marks.places[token]
        held += words.kinds[token] == 0
        if gain > 0.0 and not answered >> place & 1:
            answered |= 1 << place
            total += gain
            count += 1
    record = segment.owners[name]
    total = _estimate(total, count, question.parts[0], held)
    total += birth_points(question.born, segment.born[record], points)
    return total + country_points(question.countries, segment.countries[record])


@compiled
def _likely(parts: NDArray[np.int32], dates: NDArray[np.int32], marks_gains: NDArray[np.float32],
            marks_places: NDArray[np.uint8], born: NDArray[np.int32], asked: int, extra: float,
            points: NDArray[np.float32], at: int, stop: int, wanted: float) -> int:
    """The first posting from `at` on whose estimate can lie above `wanted`, or `stop`: no record is touched.

    It goes by what stands beside a posting. Flat arrays are passed and not the records that hold them: handing a
    record over costs more than all the rest of the loop. `extra` is the most that countries can add.
    """
    without = len(born) == 0
    while at < stop:
        if parts[at, PARTS - 1] == MANY:
            return at
        total, answered, count, held = np.float32(0.0), 0, 0, 0
        for slot in range(PARTS):
            token = parts[at, slot]
            if token == 0:
                break
            held += 1
            gain = marks_gains[token]
            if gain > 0.0:
                place = 1 << marks_places[token]
                if not answered & place:
                    answered |= place
                    total += gain
                    count += 1
        most = _estimate(float(total), count, asked, held) + extra
        if without:
            if most > wanted:
                return at
        elif most + 3.0 > wanted:
            birth = 3.0
            if dates[at]:
                birth = -6.0
                for one in range(len(born)):
                    birth = max(birth, float(points[compare_births(born[one], dates[at])]))
            if most + birth > wanted:
                return at
        at += 1
    return stop


@compiled
def _slices(segment: Segment, question: Question, budget: int, marks: Marks) -> int:
    """Which stretches of which posting lists to walk, and their order: rare tokens first; long lists by year only."""
    count, spans, order, turn = 0, marks.spans, marks.order, marks.turn
    for place in range(len(question.tokens)):
        at = lower_bound(segment.listed, whole(question.tokens[place]), 0, len(segment.listed))
        if at == len(segment.listed) or segment.listed[at] != question.tokens[place]:
            continue
        low, high = whole(segment.lists[at]), whole(segment.lists[at + 1])
        if high - low <= budget // 16 or len(question.born) == 0:
            count = _span(spans, order, turn, count, low, high, question.gains[place])
            continue
        dated = from_here(segment.dates, 1, low, high)
        count = _span(spans, order, turn, count, low, dated, question.gains[place])
        for one in range(len(question.born)):
            year = whole(question.born[one]) // 10_000
            start = lower_bound(segment.dates, (year - 1) * 10_000, dated, high)
            stop = from_here(segment.dates, (year + 2) * 10_000, start, high)
            count = _span(spans, order, turn, count, start, stop, question.gains[place])
    return count


@compiled
def _span(spans: NDArray[np.int32], order: NDArray[np.float32], turn: NDArray[np.int32], count: int, low: int,
          high: int, gain: float) -> int:
    """Write one down and put it in its turn."""
    if high <= low or count == len(spans):
        return count
    spans[count, 0], spans[count, 1] = low, high
    order[count] = np.float32((high - low + 4) / (gain * gain * gain + 1e-3))
    at = count
    while at > 0 and order[turn[at - 1]] > order[count]:
        turn[at] = turn[at - 1]
        at -= 1
    turn[at] = count
    return count + 1


@compiled
def candidates(words: Words, segment: Segment, question: Question, marks: Marks, points: NDArray[np.float32],
               budget: int, stamp: int, lowest: float, found: NDArray[np.int32], rough: NDArray[np.float32]) -> int:
    """The names that answer best by a cheap estimate above `lowest`, as many as `found` holds.

    Walks `budget` postings or fewer.
    """
    for place in range(len(question.tokens) - 1, -1, -1):
        marks.gains[question.tokens[place]] = question.gains[place]
        marks.places[question.tokens[place]] = question.places[place]
    count, walked, spans = 0, 0, marks.spans
    many = _slices(segment, question, budget, marks)
    parts, dates, gains, places = segment.parts, segment.dates, marks.gains, marks.places
    born, asked, extra = question.born, question.parts[0], SAME_COUNTRY if len(question.countries) else 0.0
    for span in marks.turn[:many]:
        if walked >= budget:
            break
        low, high = whole(spans[span, 0]), min(whole(spans[span, 1]), spans[span, 0] + budget - walked)
        walked += high - low
        at = low
        while True:
            wanted = rough[count - 1] if count == len(found) else lowest
            at = _likely(parts, dates, gains, places, born, asked, extra, points, at, high, wanted)
            if at == high:
                break
            name = segment.postings[at]
            at += 1
            if marks.seen[name] != stamp:
                marks.seen[name] = stamp
                if segment.alive[segment.owners[name]]:
                    count = _better(found, rough, count, name, _rough(words, segment, question, marks, points, name))
    for place in range(len(question.tokens)):
        marks.gains[question.tokens[place]] = 0.0
    return count


@compiled
def _better(found: NDArray[np.int32], rough: NDArray[np.float32], count: int, name: int, value: float) -> int:
    """Keep the best in falling order."""
    if count == len(found):
        if value <= rough[count - 1]:
            return count
        count -= 1
    place = count
    while place > 0 and rough[place - 1] < value:
        found[place], rough[place] = found[place - 1], rough[place - 1]
        place -= 1
    found[place], rough[place] = name, value
    return count + 1


@compiled
def compared(words: Words, segment: Segment, question: Question, tables: Tables, space: Room,
             points: NDArray[np.float32], found: NDArray[np.int32], count: int, scores: NDArray[np.float32]) -> None:
    """The points of each candidate by the full comparison."""
    for place in range(count):
        name = found[place]
        tokens = segment.tokens[segment.starts[name]:segment.starts[name + 1]]
        record = segment.owners[name]
        assign(words, question.name, tokens, tables, space)
        scores[place] = (name_points(space.told) + birth_points(question.born, segment.born[record], points)
                         + country_points(question.countries, segment.countries[record]))


@compiled
def meetings(segment: Segment, places: NDArray[np.int32], numbers: NDArray[np.int32], widest: int,
             last: NDArray[np.int32], result: NDArray[np.int32]) -> int:
    """Names two tokens of which stand within `widest` words of each other in a text.

    `places` (rising) and `numbers` are the words of the text and the tokens each may be; `last` (names, 2) is filled
    with -1; writes name, first and last word into `result` and returns how many, as many as it holds.
    """
    count = 0
    for place in range(len(places)):
        at = lower_bound(segment.listed, whole(numbers[place]), 0, len(segment.listed))
        if at == len(segment.listed) or segment.listed[at] != numbers[place]:
            continue
        for posting in range(segment.lists[at], segment.lists[at + 1]):
            name = segment.postings[posting]
            word, token = last[name, 0], last[name, 1]
            if word >= 0 and 0 < places[place] - word < widest and token != numbers[place] and count < len(result):
                result[count, 0], result[count, 1], result[count, 2] = name, word, places[place]
                count += 1
            if word < places[place]:
                last[name, 0], last[name, 1] = places[place], numbers[place]
    return count
