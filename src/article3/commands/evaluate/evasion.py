"""`article3 evaluate evasion`: how many re-issues of refused files are linked before delivery, and how many innocents.

Everything is invented here and done in an installation of its own that is thrown away: refused files leave their
traces, re-issues and innocents are compared with them, and messages are sent through the office to time their receipts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from typing import Any

WANTED = {"linked": 0.95, "held_innocent": 0.02, "receipt_time_t": 4.5}
"""At least so many linked, at most so many innocents held, at most so much difference in time."""
DEFINITIONS = {
    "linked": "share of re-issues whose links name the file they repeat, before anything was delivered",
    "held_innocent": "share of innocents that are linked to any refused file",
    "receipt_time_t": "Welch's t of the time from order to receipt, messages that are linked against innocent ones,"
                      " sent in turn; the slowest and fastest twentieth of each left out",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The seed, how much, and the form of the answer."""
    parser.add_argument("--seed", type=int, default=11, metavar="N", help="seed of everything invented (11)")
    parser.add_argument("--refused", type=int, default=500, metavar="N", help="refused files re-issued (500)")
    parser.add_argument("--innocents", type=int, default=5_000, metavar="N", help="innocent communications (5,000)")
    parser.add_argument("--timed", type=int, default=400, metavar="N", help="messages timed of each sort (400)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")


def run(args: argparse.Namespace) -> int:
    """Print the figures. Exit code 1 when one is not as wanted."""
    report = measured(args.seed, args.refused, args.innocents, args.timed)
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.format == "json" else as_text(report))
    return 0 if as_wanted(report) else 1


def measured(seed: int, refused: int, innocents: int, timed: int) -> dict[str, Any]:
    """The figures of one seed, from a process of its own with a home of its own."""
    with tempfile.TemporaryDirectory(prefix="article3-evasion-") as home:
        environment = {**os.environ, "ARTICLE3_HOME": home, "ARTICLE3_DATABASE_URL": "", "ARTICLE3_SEAT": "",
                       "DJANGO_SETTINGS_MODULE": "article3.project.settings"}
        command = [sys.executable, "-m", "article3.commands.evaluate.evading.round",
                   *map(str, (seed, refused, innocents, timed))]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return {**json.loads(told.stdout), "definitions": DEFINITIONS}


def as_wanted(report: dict[str, Any]) -> bool:
    """Whether every figure is."""
    return bool(report["linked"] >= WANTED["linked"] and report["held_innocent"] <= WANTED["held_innocent"]
                and abs(report["receipt_time_t"]) < WANTED["receipt_time_t"])


def as_text(report: dict[str, Any]) -> str:
    """The figures for a person."""
    times = report["receipt_times"]
    lines = [f"Seed {report['seed']}: {report['refused']} refused files re-issued, {report['innocents']} innocents.",
             f"linked          {report['linked']:.4f}  (wanted {WANTED['linked']} or more)",
             f"held_innocent   {report['held_innocent']:.4f}  (wanted {WANTED['held_innocent']} or less)",
             f"receipt_time_t  {report['receipt_time_t']:+.2f}  (wanted under {WANTED['receipt_time_t']} either way; "
             f"{times['linked']} linked messages, mean {times['linked_ms']} ms; "
             f"{times['innocent']} innocent, mean {times['innocent_ms']} ms)", "", "Missed, of those so disguised:"]
    lines += [f"  {worn:<40} {missed:>4} of {every}" for worn, (missed, every) in report["by_disguise"].items()]
    lines += ["", "Held, of the innocents like a refused person in:"]
    lines += [f"  {like:<40} {held:>4} of {every}" for like, (held, every) in report["by_likeness"].items()]
    return "\n".join([*lines, "", f"{report['compared_per_s']} communications compared a second. "
                                  f"Points needed: {report['enough']}.",
                      *(f"{name}: {meaning}." for name, meaning in report["definitions"].items())])
