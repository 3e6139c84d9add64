"""All stored items against a new list, on every core, and one new entry against all stored items."""

from __future__ import annotations

import argparse
import os
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

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
    listed = list(people(args.entries, SEED))
    planted = questions(listed[:SHARED], SEED)
    items = [*planted, *people(args.items - len(planted), SEED + 11)]
    began = time.perf_counter()
    index = Index.built(enumerate(listed))
    threads = os.cpu_count() or 1
    with ThreadPoolExecutor(threads) as pool:
        found = [pair for share in pool.map(lambda number: _share(index, items, number, threads), range(threads))
                 for pair in share]
    total = time.perf_counter() - began
    right = {(number, number) for number in range(len(planted))}
    return {"items": len(items), "entries": len(listed), "threads": threads, "total_s": round(total, 2),
            "items_per_s": round(len(items) / total), "candidates": len(found),
            "planted_found": round(len(right & set(found)) / max(len(right), 1), 4),
            **_one_entry(items, listed[SHARED:SHARED + 500]), "definitions": DEFINITIONS}


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
            f" {figures['planted_found']}\n  one entry against all items: p99 {figures['one_entry_p99_ms']} ms")
