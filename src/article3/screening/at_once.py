"""Many questions put to the index at once: read together, heard together, answered in one compiled call a segment.

The answers are those of one question after another. Each distinct token is heard once, and questions that will walk the
same postings stand beside each other, so that these are still near at hand.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from article3.screening.answering import Told, answer_all, remember_all
from article3.screening.asking import Heard, Lane
from article3.screening.assignment import TABLES
from article3.screening.birth import POINTS
from article3.screening.keys import CLASSES
from article3.screening.nearest import Memory
from article3.screening.questions import Numbers, Questions
from article3.screening.segment import Segment
from article3.screening.walk import KEPT

Row = tuple[int, int, int, float]
"""The question, the segment, the name found in it, and the points."""


def answers(put: Questions, heard: tuple[Heard, ...], lane: Lane, budget: int, lowest: float,
            wanted: float) -> Iterator[Row]:
    """What is found above `wanted`: by question, by its names, by segment, then the likeliest by the estimate first."""
    parts = [_nothing(0), *(_of_segment(put, each, lane, budget, lowest, wanted) for each in heard)]
    asked = np.concatenate([told.asked for told in parts])
    places = np.repeat(np.arange(len(parts)), [len(told.asked) for told in parts])
    order, places = np.lexsort((places, asked)), places - 1
    names, points = (np.concatenate([told[at] for told in parts])[order].tolist() for at in (1, 2))
    return zip(put.block.owners[asked[order]].tolist(), places[order].tolist(), names, points, strict=True)


def _of_segment(put: Questions, heard: Heard, lane: Lane, budget: int, lowest: float, wanted: float) -> Told:
    block, segment = put.block, heard.segment
    held, known, new = heard.rows(put.texts)
    rows = np.array(known, np.int32)
    fresh = np.fromiter((text in new for text in put.texts), np.bool_, len(rows))
    remember_all(put.words, segment, put.numbers[fresh], rows[fresh], TABLES, CLASSES, lane.chorus, held.memory)
    held.known.update(new)
    many = len(block.owners)
    marks = lane.marks(put.words, segment, many)
    told = _nothing(many * KEPT)
    turn = _turn(put, segment, rows, held.memory)
    count = answer_all(put.words, segment, block, turn, rows[block.which], held.memory, lane.likely, marks, TABLES,
                       POINTS, lane.room, budget, lane.stamp - many + 1, lowest, wanted, lane.found, lane.rough,
                       lane.scores, told)
    return Told(told.asked[:count], told.names[:count], told.points[:count])


def _nothing(room: int) -> Told:
    return Told(np.zeros(room, np.int32), np.zeros(room, np.int32), np.zeros(room, np.float32))


def _turn(put: Questions, segment: Segment, rows: Numbers, memory: Memory) -> Numbers:
    """The names asked, those beside each other whose commonest part is the same or sounds closest to the same."""
    block = put.block
    if not len(segment.listed):
        return np.arange(len(block.owners), dtype=np.int32)
    closest = np.where(memory.counts[rows] > 0, memory.near[rows, 0], put.numbers)
    known = _listed(segment, put.numbers)
    closest = np.where(known >= 0, put.numbers, closest)
    at = _listed(segment, closest)
    sizes: NDArray[np.int64] = np.where(at >= 0, segment.lists[at + 1] - segment.lists[at], 0)
    owners = np.repeat(np.arange(len(block.owners)), np.diff(block.firsts))
    order = np.lexsort((sizes[block.which], owners))
    last = np.searchsorted(owners, np.arange(len(block.owners)), "right") - 1
    common = np.where(np.diff(block.firsts) > 0, closest[block.which[order]][last], -1) if len(owners) else last
    return np.argsort(common, kind="stable").astype(np.int32)


def _listed(segment: Segment, tokens: Numbers) -> NDArray[np.int64]:
    """Where the postings of each token stand among those listed; -1 for none."""
    at = np.minimum(np.searchsorted(segment.listed, tokens), len(segment.listed) - 1)
    return np.where(segment.listed[at] == tokens, at, -1)
