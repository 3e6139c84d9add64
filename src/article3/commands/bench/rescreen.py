"""All stored items against a new list, on every core, and one new entry against all stored items."""

from __future__ import annotations

import argparse
import os
import time
from typing import Any

from article3.commands import rescreening
from article3.commands.bench import peer
from article3.commands.bench.invented_people import people, questions
from article3.screening.index import Index
from article3.screening.likeness import Particulars

SEED = 20_220_130
SHARED = 500
"""People of the list who also stand among the stored items, as another hand writes them."""
DEFINITIONS = {
    "total_s": "every stored item asked of an index of the list, on every core, building it included",
    "items_per_cpu_s": "items for a second of processor time of all processes, the list laid out before",
    "load": "processes that wanted a core in the minute before; more than one when others were at work too",
    "peer.total_cpu_s_of_all": "what all items would take the peer by its speed over the sample; every n-th is asked",
    "candidates": "pairs at the default threshold for a person to judge; planted_found the share of the planted ones",
    "one_entry_p99_ms": "one new entry asked of an index of all stored items, on one thread",
}


def add_arguments(parser: Any) -> None:
    """How many stored items and how long a list."""
    parser.add_argument("--items", type=int, default=100_000, metavar="N", help="stored items (100,000)")
    parser.add_argument("--entries", type=int, default=50_000, metavar="N", help="entries of the new list (50,000)")


def measured(args: argparse.Namespace) -> dict[str, Any]:
    """The figures: the whole list, and one entry."""
    peer.check(args.peer)
    # compiled code is loaded before: it stands in no figure
    list(rescreening.pairs(Index.built(enumerate(people(20, 1))), list(people(20, 1))))
    listed = list(people(args.entries, SEED))
    planted = questions(listed[:SHARED], SEED)
    items = [*planted, *people(args.items - len(planted), SEED + 11)]
    began, load = time.perf_counter(), os.getloadavg()[0]
    index = Index.built(enumerate(listed))
    built, cpu = time.perf_counter() - began, _processor_s()
    found = {(each.item, each.entry) for each in rescreening.pairs(index, items, reasons=False)}
    total, cpu = time.perf_counter() - began, _processor_s() - cpu
    beside = _peer(args, index, listed, items, len(items) / cpu)
    right = {(number, number) for number in range(len(planted))}
    return {"items": len(items), "entries": len(listed), "cores": os.cpu_count(), "load": load,
            "total_s": round(total, 2), "build_s": round(built, 2), "items_per_s": round(len(items) / total),
            "items_per_cpu_s": round(len(items) / cpu), "candidates": len(found),
            "planted_found": round(len(right & found) / max(len(right), 1), 4),
            **_one_entry(items, listed[SHARED:SHARED + 500]), **({"peer": beside} if beside else {}),
            "definitions": DEFINITIONS | (peer.DEFINITIONS if beside else {})}


def _processor_s() -> float:
    """Seconds of processor time of this process and of those it has started and seen end."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _peer(args: argparse.Namespace, index: Index, listed: list[Particulars], items: list[Particulars],
          at_once: float) -> dict[str, Any]:
    """The peer over every n-th item, so that planted ones and others stand in the sample as in the whole."""
    if not args.peer:
        return {}
    places = range(0, len(items), max(1, len(items) // args.peer_queries))
    asked, lane = [items[place] for place in places], index.lane()
    told = peer.peer_figures(listed, asked, [])
    began = time.process_time()
    for person in asked:
        index.ask(person, lane)
    one_by_one = len(asked) / (time.process_time() - began)
    of_all = round(len(items) / told["queries_per_cpu_s"])
    return peer.beside(told, one_by_one, at_once) | {"total_cpu_s_of_all": of_all}


def _one_entry(items: list[Particulars], entries: list[Particulars]) -> dict[str, float]:
    index = Index.built(enumerate(items))
    lane, spent = index.lane(), []
    for entry in entries:
        began = time.perf_counter()
        index.ask(entry, lane, most=100)
        spent.append(time.perf_counter() - began)
    spent.sort()
    return {"one_entry_p50_ms": round(spent[len(spent) // 2] * 1e3, 3),
            "one_entry_p99_ms": round(spent[int(len(spent) * 0.99)] * 1e3, 3)}


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a person."""
    lines = [
        f"Re-screening: {figures['items']} items against {figures['entries']} entries in {figures['total_s']} s on"
        f" {figures['cores']} cores (load before {figures['load']:.1f})",
        f"  {figures['candidates']} candidates, planted found {figures['planted_found']};"
        f" one entry against all items: p99 {figures['one_entry_p99_ms']} ms",
    ]
    if "peer" in figures:
        lines += [peer.as_line(figures["peer"]), "  the peer was asked every n-th item; all would take it"
                  f" {figures['peer']['total_cpu_s_of_all']} s of one core"]
    return "\n".join(lines)
