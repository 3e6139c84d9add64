"""`article3 evaluate denied`: what a bureau gets that a record is kept from, beside what it gets where there is none.

Everything is invented here and done in an installation of its own that is thrown away. A bureau asks in turn about
people whose records their source keeps from it, and about people of the same kind of whom there is no record.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

MOST_T = 4.5
"""Two samples whose Welch's t is under this either way are told as one (security design, section 3)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many samples, over how many files, and the form of the answer."""
    parser.add_argument("--samples", type=int, default=200, metavar="N", help="questions of each sort (200)")
    parser.add_argument("--files", type=int, default=400, metavar="N", help="live files beside them (400)")
    parser.add_argument("--seed", type=int, default=11, metavar="N", help="seed of everything invented (11)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")


def run(args: argparse.Namespace) -> int:
    """Print the figures. Exit code 1 when an answer or its time tells the two apart."""
    report = measured(args.seed, args.samples, args.files)
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.format == "json" else as_text(report))
    return 0 if all(door["same_bytes"] and abs(door["t"]) < MOST_T for door in report["doors"].values()) else 1


def measured(seed: int, samples: int, files: int) -> dict[str, Any]:
    """The figures, from a process of its own with a home of its own."""
    with tempfile.TemporaryDirectory(prefix="article3-denied-") as home:
        (Path(home) / "demo").touch()
        environment = {**os.environ, "ARTICLE3_HOME": home, "ARTICLE3_DATABASE_URL": "", "ARTICLE3_SEAT": "",
                       "ARTICLE3_DEMO": "1", "DJANGO_SETTINGS_MODULE": "article3.project.settings"}
        command = [sys.executable, "-m", "article3.commands.evaluate.denied_round", *map(str, (seed, samples, files))]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return dict(json.loads(told.stdout))


def as_text(report: dict[str, Any]) -> str:
    """The figures for a person."""
    lines = [f"{report['samples']} questions about people whose record is kept from the bureau, and as many about "
             f"people without one, in turn, over {report['files']} live files:"]
    lines += [f"  {name:<14} same answers: {'yes' if door['same_bytes'] else 'NO'}   t {door['t']:+.2f} (wanted under "
              f"{MOST_T} either way)   mean {door['denied_ms']} ms and {door['absent_ms']} ms"
              for name, door in report["doors"].items()]
    return "\n".join(lines)
