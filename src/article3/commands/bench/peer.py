"""The peer asked the same questions in the same run: nomenklatura's own index, then its comparison of what that finds.

Only a sample is asked, since it takes seconds where the engine takes milliseconds; figures are for a second of
processor time, so that neither its threads nor other people's work counts for or against it.
"""

from __future__ import annotations

import importlib
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from article3.commands.peer import THRESHOLD, comparer, entity
from article3.screening.likeness import Particulars
from article3.terms.finding import Refused

MOST_RECORDS = 200_000
"""Beyond this many records the peer is not asked: building its index alone takes most of an hour."""
DEFINITIONS = {
    "peer": "nomenklatura: its index (75 candidates at most), then logic-v2 on each candidate, as its users do it",
    "peer.queries_per_cpu_s": "whole questions for a second of processor time, of a sample; its index is built before",
    "peer.ratio": "ours for a second of processor time over the peer's",
}


class _View:
    """People as the peer's index reads them."""

    def __init__(self, people: dict[str, Any]) -> None:
        self.people = people

    def entities(self, **_: Any) -> Iterator[Any]:
        """All of them, whatever kinds are asked for: they are all persons."""
        return iter(self.people.values())


def add_arguments(parser: Any) -> None:
    """The peer and how many questions it is asked."""
    parser.add_argument("--peer", metavar="NAME", help="ask a peer the same in the same run (screening, rescreen):"
                                                       " nomenklatura, when it is installed")
    parser.add_argument("--peer-queries", type=int, default=200, metavar="N", help="questions put to the peer (200)")


def peer_figures(name: str, people: list[Particulars], asked: list[Particulars], right: list[int]) -> dict[str, Any]:
    """How the peer answers `asked` from an index of `people`; `right` are the places of those meant.

    Refused when it is not installed, or there is no peer of that name.
    """
    if name != "nomenklatura":
        raise Refused(f"There is no peer {name}; there is nomenklatura.")
    if len(people) > MOST_RECORDS:
        return {"skipped": f"the peer is asked up to {MOST_RECORDS} records"}
    compare, version = comparer("logic-v2")
    records = {f"r{place}": entity(f"r{place}", person, "entity") for place, person in enumerate(people)}
    questions = {f"q{place}": entity(f"q{place}", person, "entity") for place, person in enumerate(asked)}
    with tempfile.TemporaryDirectory(prefix="article3-peer-") as folder:
        began = time.process_time()
        index = importlib.import_module("nomenklatura.blocker.index").Index(_View(records), Path(folder))
        index.build()
        built, began = time.process_time() - began, time.process_time()
        found: dict[str, set[str]] = {}
        compared = 0
        for key, candidates in index.match_entities(questions.values()):
            compared += len(candidates)
            found[str(key)] = {str(other) for other, _ in candidates
                               if compare(questions[str(key)], records[str(other)]) >= THRESHOLD}
        spent = time.process_time() - began
        index.close()
    above = sum(f"r{meant}" in found.get(f"q{place}", ()) for place, meant in enumerate(right))
    return {"version": version, "records": len(people), "queries": len(asked), "build_cpu_s": round(built, 1),
            "queries_per_cpu_s": round(len(asked) / spent, 1), "compared_per_query": round(compared / len(asked), 1),
            "right_above": round(above / len(right), 4) if right else None}


def beside(figures: dict[str, Any], ours: float) -> dict[str, Any]:
    """The peer's figures with our speed over its own."""
    return figures if "skipped" in figures else figures | {"ratio": round(ours / figures["queries_per_cpu_s"], 1)}


def as_line(figures: dict[str, Any]) -> str:
    """The peer's figures for a person."""
    if "skipped" in figures:
        return f"  peer not asked: {figures['skipped']}"
    above = f"; above the threshold {figures['right_above']}" if figures["right_above"] is not None else ""
    return (f"  peer nomenklatura {figures['version']}: {figures['queries_per_cpu_s']} questions for a second of one"
            f" core ({figures['queries']} asked); ours {figures['ratio']} times{above}")
