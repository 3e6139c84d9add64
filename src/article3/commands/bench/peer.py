"""The peer asked the same questions in the same run: nomenklatura's own index, then its comparison of what that finds.

Only a sample is asked; figures are for a second of processor time, so that neither its threads nor other people's work
counts for or against it.
"""

from __future__ import annotations

import importlib
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from article3.commands.peer import THRESHOLD, comparer, entity
from article3.commands.progress import progress
from article3.screening.likeness import Particulars
from article3.terms.finding import Refused

DEFINITIONS = {
    "peer": "nomenklatura: its index (75 candidates at most), then logic-v2 on each candidate, as its users do it",
    "peer.queries_per_cpu_s": "whole questions for a second of processor time, of a sample handed over at once; its"
                              " index is built and candidates are read before: that favours the peer",
    "peer.single_ms": "processor time of one whole question handed over alone, as a border asks it; mean of a few",
    "peer.right_candidate, peer.right_above": "the record asked for is among its candidates; at its threshold",
    "peer.compared_per_query": "candidates it compares for a question: read it beside its right_candidate and ours",
    "peer.ratio": "ours for a second of processor time (ours_at_once_queries_per_cpu_s) over the peer's, the same"
                  " sample handed over at once on both sides; in rescreen ours are all items",
    "peer.reading_queries_per_cpu_s, peer.ratio_reading": "the same, at once on both sides, each of its questions"
                                                          " reading its candidates as its users' service reads them",
    "peer.ratio_one_by_one": "the same, questions handed over one by one on both sides, as a border asks",
    "peer.ratio_ours_one_by_one": "unlike beside unlike: the peer's at once, ours one by one",
}
SINGLE = 5
"""Questions put to the peer one by one."""


Scores = dict[int, dict[int, float]]
"""By question, by record found: the score."""


class _View:
    """People as the peer's index reads them, each made when it is read: a million at once would not fit."""

    def __init__(self, people: list[Particulars]) -> None:
        self.people = people

    def entities(self, **_: Any) -> Iterator[Any]:
        """All of them, whatever kinds are asked for: they are all persons."""
        with progress("records of the peer", len(self.people)) as step:
            for place, person in enumerate(self.people):
                yield entity(f"r{place}", person, "entity")
                step()


def add_arguments(parser: Any) -> None:
    """The peer and how many questions it is asked."""
    parser.add_argument("--peer", metavar="NAME", help="ask a peer the same in the same run (screening, rescreen):"
                                                       " nomenklatura, when it is installed")
    parser.add_argument("--peer-queries", type=int, default=1_000, metavar="N",
                        help="questions put to the peer (1,000)")


def check(name: str | None) -> None:
    """Refused, with what to do, when a peer is wanted that is not installed or that nobody knows."""
    if name not in (None, "nomenklatura"):
        raise Refused(f"There is no peer {name}; there is nomenklatura.")
    if name:
        comparer("logic-v2")


def peer_figures(people: list[Particulars], asked: list[Particulars], right: list[int]) -> dict[str, Any]:
    """How the peer answers `asked` from an index of `people`; `right` are the places of those meant."""
    told, found = answers(people, asked)
    if right:
        scores = [found.get(place, {}).get(meant, -1.0) for place, meant in enumerate(right)]
        told |= {"right_candidate": round(sum(each >= 0 for each in scores) / len(right), 4),
                 "right_above": round(sum(each >= THRESHOLD for each in scores) / len(right), 4)}
    return told


def answers(people: list[Particulars], asked: list[Particulars]) -> tuple[dict[str, Any], Scores]:
    """The peer's speed with `asked` from an index of `people`, and its scores by question and record."""
    compare, version = comparer("logic-v2")
    with tempfile.TemporaryDirectory(prefix="article3-peer-") as folder:
        began = time.process_time()
        index = importlib.import_module("nomenklatura.blocker.index").Index(_View(people), Path(folder))
        index.build()
        built = time.process_time() - began
        found, searched, spent, compared = _whole(index, people, asked, compare, "q")
        alone = [sum(_whole(index, people, [one], compare, f"s{place}-")[1:3])
                 for place, one in enumerate(asked[:SINGLE])]
        anew = _reading(people, asked, found, compare)
        index.close()
    return {"version": version, "records": len(people), "queries": len(asked), "build_cpu_s": round(built, 1),
            "queries_per_cpu_s": round(len(asked) / (searched + spent), 1),
            "reading_queries_per_cpu_s": round(len(asked) / (searched + anew), 1),
            "compared_per_query": round(compared / len(asked), 1),
            "single_ms": round(sum(alone) / len(alone) * 1e3, 1)}, found


def _whole(index: Any, people: list[Particulars], asked: list[Particulars], compare: Any,
           prefix: str) -> tuple[Scores, float, float, int]:
    """Scores by question and record; processor seconds of search and of comparison; how many were compared.

    Candidates are made before the clock runs: the peer's users read them from a store of theirs.
    """
    questions = [entity(f"{prefix}{place}", person, "entity") for place, person in enumerate(asked)]
    began = time.process_time()
    found = {int(str(key)[len(prefix):]): [int(str(other)[1:]) for other, _ in candidates]
             for key, candidates in index.match_entities(questions)}
    spent = time.process_time() - began
    records = {other: entity(f"r{other}", people[other], "entity") for others in found.values() for other in others}
    began = time.process_time()
    scores = {key: {other: compare(questions[key], records[other]) for other in others}
              for key, others in found.items()}
    return scores, spent, time.process_time() - began, sum(map(len, found.values()))


def _reading(people: list[Particulars], asked: list[Particulars], found: Scores, compare: Any) -> float:
    """Processor seconds of all comparisons when each question reads its candidates, as its users' service does."""
    began = time.process_time()
    for key, others in found.items():
        question = entity(f"a{key}", asked[key], "entity")
        for other in others:
            compare(question, entity(f"a{key}-{other}", people[other], "entity"))
    return time.process_time() - began


def beside(figures: dict[str, Any], one_by_one: float, at_once: float) -> dict[str, Any]:
    """The peer's figures with our speed over its own: questions a second of processor time, handed over either way."""
    return figures | {"ours_at_once_queries_per_cpu_s": round(at_once),
                      "ratio": round(at_once / figures["queries_per_cpu_s"], 1),
                      "ratio_reading": round(at_once / figures["reading_queries_per_cpu_s"], 1),
                      "ratio_one_by_one": round(one_by_one * figures["single_ms"] / 1e3, 1),
                      "ratio_ours_one_by_one": round(one_by_one / figures["queries_per_cpu_s"], 1)}


def as_line(figures: dict[str, Any]) -> str:
    """The peer's figures for a person."""
    above = (f"; right record among the candidates {figures['right_candidate']}, at the threshold"
             f" {figures['right_above']}") if "right_above" in figures else ""
    return (f"  peer nomenklatura {figures['version']}: {figures['queries_per_cpu_s']} questions for a second of one"
            f" core ({figures['queries']} at once; one alone takes {figures['single_ms']} ms),"
            f" {figures['compared_per_query']} compared a question{above};"
            f" ours {figures['ratio']} times, at once on both sides, {figures['ratio_reading']} when each of its"
            f" questions reads its candidates, {figures['ratio_one_by_one']} one by one on both sides")
