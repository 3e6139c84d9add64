"""Many people against a list on every core: the list is laid out once, then each process takes people in turn.

The reading of names is Python and holds the interpreter's lock: threads would leave the other cores idle. Processes are
forked after the list is laid out, so that they share its memory.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context

from article3.commands.progress import progress
from article3.screening.balance import THRESHOLD
from article3.screening.index import Index
from article3.screening.likeness import Particulars

AT_ONCE = 500
"""People a process takes at a time."""
MOST = 100
"""Entries told of one person."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A person, by place, and an entry of the list, by place, that a human being has to compare."""

    item: int
    entry: int
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shared:
    index: Index
    items: Sequence[Particulars]
    least: float
    reasons: bool


_shared: list[_Shared] = []
"""What the processes inherit when they are forked; one call at a time."""


def pairs(index: Index, items: Sequence[Particulars], *, least: float = THRESHOLD,
          reasons: bool = True) -> Iterator[Pair]:
    """Everybody of `items` who is like enough to an entry of the index, in their order, the most alike first.

    `reasons` asks for the sentences, which cost more than the comparison.
    """
    assert not _shared, "one call at a time"
    _shared.append(_Shared(index, items, least, reasons))
    try:
        with get_context("fork").Pool(os.cpu_count()) as pool, progress("people", len(items)) as step:
            for found in pool.imap(_some, range(0, len(items), AT_ONCE)):
                yield from found
                for _ in range(AT_ONCE):
                    step()
    finally:
        _shared.clear()


def _some(first: int) -> list[Pair]:
    (told,) = _shared
    lane, found = told.index.lane(), []
    for place in range(first, min(first + AT_ONCE, len(told.items))):
        person = told.items[place]
        for each in told.index.ask(person, lane, least=told.least, most=MOST):
            because = told.index.why(person, each, lane).because if told.reasons else ()
            found.append(Pair(place, each.key, each.score, because))
    return found
