"""All stored items against a new list, on every core, and one new entry against all stored items."""

from __future__ import annotations

import argparse
import os
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from article3.commands.bench import peer
from article3.commands.bench.invented_people import people, questions
from article3.screening.index import Index
from article3.screening.likeness import Particulars

SEED = 20_220_130
SHARED = 500
"""People of the list who also stand among the stored items, as another hand writes them."""
DEFINITIONS = {
    "total_s": "every stored item asked of an index of the list, building it included",
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
    listed = list(people(args.entries, SEED))
    planted = questions(listed[:SHARED], SEED)
    items = [*planted, *people(args.items - len(planted), SEED + 11)]
    began, cpu = time.perf_counter(), time.process_time()
    index = Index.built(enumerate(listed))
    built = time.process_time() - cpu
    threads = os.cpu_count() or 1
    with ThreadPoolExecutor(threads) as pool:
        found = [pair for share in pool.map(lambda number: _share(index, items, number, threads), range(threads))
                 for pair in share]
    total, cpu = time.perf_counter() - began, time.process_time() - cpu - built
    beside = _peer(args, listed, items, len(items) / cpu)
    right = {(number, number) for number in range(len(planted))}
    return {"items": len(items), "entries": len(listed), "threads": threads, "total_s": round(total, 2),
            "items_per_s": round(len(items) / total), "items_per_cpu_s": round(len(items) / cpu),
            "candidates": len(found),
            "planted_found": round(len(right & set(found)) / max(len(right), 1), 4),
            **_one_entry(items, listed[SHARED:SHARED + 500]), **({"peer": beside} if beside else {}),
            "definitions": DEFINITIONS}


def _peer(args: argparse.Namespace, listed: list[Particulars], items: list[Particulars], ours: float) -> dict[str, Any]:
    """The peer over every n-th item, so that planted ones and others stand in the sample as in the whole."""
    if not args.peer:
        return {}
    places = range(0, len(items), max(1, len(items) // args.peer_queries))
    told = peer.peer_figures(listed, [items[place] for place in places], [])
    return peer.beside(told, ours) | {"total_cpu_s_of_all": round(len(items) / told["queries_per_cpu_s"])}


def _share(index: Index, items: list[Particulars], number: int, threads: int) -> list[tuple[int, int]]:
    lane = index.lane(number)
    return [(place, found.key) for place in range(number, len(items), threads)
            for found in index.ask(items[place], lane, most=100)]


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
    return (f"Re-screening: {figures['items']} items against {figures['entries']} entries in {figures['total_s']} s on"
            f" {figures['threads']} threads, {figures['candidates']} candidates, planted found"
            f" {figures['planted_found']}\n  one entry against all items: p99 {figures['one_entry_p99_ms']} ms"
            + (f"\n{peer.as_line(figures['peer'])}" if "peer" in figures else ""))
