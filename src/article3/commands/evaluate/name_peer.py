"""The peer measured in the same run: nomenklatura, the matching core of OpenSanctions, when it is installed."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from article3.commands.evaluate.name_rows import NamePair
from article3.commands.peer import THRESHOLD, comparer, entity
from article3.commands.progress import progress
from article3.terms.finding import Refused


def peer_figures(pairs: list[NamePair], name: str, form: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    """The figures of `evaluate names`, in the same form, for the peer. Refused when it is not installed."""
    library, _, algorithm = name.partition(":")
    if library != "nomenklatura":
        raise Refused(f"There is no peer {library}; there is nomenklatura.")
    compare, version = comparer(algorithm or "logic-v2")
    labels = np.array([pair.same for pair in pairs])
    told: dict[str, Any] = {"algorithm": algorithm or "logic-v2", "version": version}
    with progress("peer", 2 * len(pairs)) as step:
        for mode in ("entity", "name"):  # it remembers tokens: its speed is of the first, as ours meets them anew
            gc.collect()
            began = time.process_time()
            scores = np.zeros(len(pairs))
            for place, pair in enumerate(pairs):
                # a key of its own for each: the peer remembers what it read of an entity by its key
                scores[place] = compare(entity(f"{mode}-{place}-left", pair.left, mode),
                                        entity(f"{mode}-{place}-right", pair.right, mode))
                step()
            told.setdefault("pairs_per_s", round(len(pairs) / (time.process_time() - began)))
            told[mode] = form(scores, labels, pairs, THRESHOLD)
    return told
