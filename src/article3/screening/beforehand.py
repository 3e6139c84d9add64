"""The tokens of a large segment heard among themselves when it is settled: a question by one of them need not wait."""

from __future__ import annotations

import numpy as np

from article3.screening.answering import remember_all
from article3.screening.assignment import TABLES
from article3.screening.chorus import chorus
from article3.screening.keys import CLASSES
from article3.screening.nearest import NEAREST, memory
from article3.screening.segment import Segment
from article3.screening.vocabulary import RESERVED, Words

_AT_ONCE = 4_096


def heard_beforehand(segment: Segment, words: Words, last: int) -> Segment:
    """The segment with what sounds like each token numbered below `last`: what `nearest.remember` finds for it now."""
    counts, near, gains = [np.zeros(1, np.int32)], [], []
    held, voices = memory(_AT_ONCE), chorus()
    for first in range(RESERVED, last, _AT_ONCE):
        tokens = np.arange(first, min(last, first + _AT_ONCE), dtype=np.int32)
        remember_all(words, segment, tokens, tokens - np.int32(first), TABLES, CLASSES, voices, held)
        some = held.counts[:len(tokens)]
        written = np.arange(NEAREST) < some[:, None]
        counts.append(some.copy())
        near.append(held.near[:len(tokens)][written])
        gains.append(held.gains[:len(tokens)][written])
    return segment._replace(alike_from=np.cumsum(np.concatenate(counts), dtype=np.int32),
                            alike=np.concatenate([np.zeros(0, np.int32), *near]),
                            alike_gains=np.concatenate([np.zeros(0, np.float32), *gains]))
