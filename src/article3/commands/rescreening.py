"""Many people against a list on every core: the list is laid out once, then each process takes people in turn.

Each process asks its share at once (`Index.ask_all`). The reading of names is Python and holds the interpreter's lock:
threads would leave the other cores idle. Processes are forked after the list is laid out and share its memory.
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

AT_ONCE = 4_096
"""People a process takes at a time, or fewer where some cores would have nothing to do."""
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
        cores = os.cpu_count() or 1
        size = max(1, min(AT_ONCE, -(-len(items) // cores)))
        shares = [range(first, min(first + size, len(items))) for first in range(0, len(items), size)]
        with get_context("fork").Pool(cores) as pool, progress("people", len(items)) as step:
            for share, found in zip(shares, pool.imap(_some, shares), strict=True):
                yield from found
                for _ in share:
                    step()
    finally:
        _shared.clear()


def _some(share: range) -> list[Pair]:
    (told,) = _shared
    lane, found = told.index.lane(), []
    answers = told.index.ask_all([told.items[place] for place in share], lane, least=told.least, most=MOST)
    for place, answer in zip(share, answers, strict=True):
        for each in answer:
            because = told.index.why(told.items[place], each, lane).because if told.reasons else ()
            found.append(Pair(place, each.key, each.score, because))
    return found
