"""`article3 bench`: how fast and how steady, measured here and now; each benchmark is a module of this room."""

from __future__ import annotations

import argparse
import importlib
import json
from typing import Any

BENCHES: dict[str, str] = {
    "desk": "queue, case page and person search over a full register, on SQLite and PostgreSQL",
    "journal": "a million entries verified off-line; what an entry adds to its transaction",
    "kills": "kill -9 at random during traffic: what was lost, what was doubled, on SQLite and PostgreSQL",
    "block": "a provisional block of the Commission, from the order to every connected bureau, over HTTP",
    "recall": "a recall to 196 bureaus over HTTP on loopback: seconds to every signed receipt",
    "screening": "questions a second to an index of invented people, memory, build, additions",
    "rescreen": "all stored items against a new list, and one new entry against all of them",
    "freetext": "names in running text of four scripts: found, false alarms, ten pages against 50,000 names",
    "policy": "a draft of rules against 100,000 files on record",
    "reopening": "one new fact against a stock of decisions: found and judged, at 10,000, 100,000 and 1,000,000 facts",
    "rulebook": "full assessments a second: JSON, intake, brief, rulebook, review order",
}
"""Name of each benchmark and its line in the menu; the module is `article3.commands.bench.<name>`.

A benchmark has `add_arguments(parser)`, `measured(args) -> dict` with plain figures, and `as_text(figures) -> str`.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which benchmarks, in which form, and what each of them may be told."""
    menu = "; ".join(f"{name}: {line}" for name, line in BENCHES.items())
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"benchmarks; all if none is named. {menu}")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the figures")
    for name in BENCHES:
        _bench(name).add_arguments(parser.add_argument_group(name))


def run(args: argparse.Namespace) -> int:
    """0 measured; 1 no benchmark of that name."""
    unknown = [name for name in args.names if name not in BENCHES]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}; there are: {', '.join(BENCHES)}")
        return 1
    figures: dict[str, Any] = {}
    for name in args.names or BENCHES:
        figures[name] = _bench(name).measured(args)
        if args.format == "text":
            print(_bench(name).as_text(figures[name]))
    if args.format == "json":
        only = figures[args.names[0]] if len(args.names) == 1 else figures
        print(json.dumps(only, indent=2))
    return 0


def _bench(name: str) -> Any:
    return importlib.import_module(f"article3.commands.bench.{name}")
