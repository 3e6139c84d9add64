"""The peer measured in the same run: nomenklatura, the matching core of OpenSanctions, when it is installed."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from article3.commands.evaluate.name_rows import NamePair
from article3.commands.progress import progress
from article3.screening.likeness import Particulars
from article3.terms.finding import Refused

THRESHOLD = 0.7
"""The peer's own default."""


def peer_figures(pairs: list[NamePair], name: str, form: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    """The figures of `evaluate names`, in the same form, for the peer. Refused when it is not installed."""
    library, _, algorithm = name.partition(":")
    if library != "nomenklatura":
        raise Refused(f"There is no peer {library}; there is nomenklatura.")
    compare, version = comparer(algorithm or "logic-v2")
    labels = np.array([pair.same for pair in pairs])
    told: dict[str, Any] = {"algorithm": algorithm or "logic-v2", "version": version}
    with progress("peer", 2 * len(pairs)) as step:
        for mode in ("name", "entity"):
            began = time.process_time()
            scores = np.zeros(len(pairs))
            for place, pair in enumerate(pairs):
                # a key of its own for each: the peer remembers what it read of an entity by its key
                scores[place] = compare(entity(f"{mode}-{place}-left", pair.left, mode),
                                        entity(f"{mode}-{place}-right", pair.right, mode))
                step()
            told[mode] = form(scores, labels, pairs, THRESHOLD)
            told["pairs_per_s"] = round(len(pairs) / (time.process_time() - began))
    return told


def comparer(algorithm: str) -> tuple[Any, str]:
    """The comparison of an algorithm as a function, and the version of the library. Refused when not installed."""
    try:
        matching = importlib.import_module("nomenklatura.matching")
    except ImportError as missing:
        raise Refused("The peer is not installed. It is no part of article3: install it beside, "
                      "`pip install nomenklatura==4.17.*`, and ask again.") from missing
    method = matching.get_algorithm(algorithm)
    if method is None:
        raise Refused(f"nomenklatura has no algorithm {algorithm}.")
    config = matching.ScoringConfig.defaults()
    version = importlib.import_module("importlib.metadata").version("nomenklatura")
    return (lambda one, other: float(method.compare(one, other, config).score)), version


def entity(key: str, person: Particulars, mode: str) -> Any:
    """A person as the peer reads one; `mode` name leaves dates and countries out."""
    properties: dict[str, list[str]] = {"name": list(person.names)}
    if mode == "entity":
        properties["birthDate"] = [_day(born) for born in person.born]
        properties["country"] = sorted(person.countries)
    proxy = importlib.import_module("followthemoney").EntityProxy
    return proxy.from_dict({"id": key, "schema": "Person", "properties": properties})


def _day(born: int) -> str:
    text = f"{born // 10_000:04}-{born // 100 % 100:02}-{born % 100:02}"
    return text.split("-00")[0]
