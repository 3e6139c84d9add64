"""`article3 evaluate intake`: whether a sender can tell by a receipt, or by its time, what is known of a person.

Everything is invented here and done in an installation of its own that is thrown away. One bureau sends in turn what is
about people it was refused before, people whom a state has attested as refugees from it, and people nobody knows of:
notice requests through the interface for programs, and messages.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from typing import Any

MOST_T, MOST_Z = 4.5, 3.3
"""Two samples are told as one under these: Welch's t (security design, section 3), and the rank test's z (p 0.001)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many samples, and the form of the answer."""
    parser.add_argument("--samples", type=int, default=200, metavar="N", help="people of each sort, at each door (200)")
    parser.add_argument("--seed", type=int, default=11, metavar="N", help="seed of everything invented (11)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")


def run(args: argparse.Namespace) -> int:
    """Print the figures. Exit code 1 when a receipt or its time tells what is known."""
    report = measured(args.seed, args.samples)
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.format == "json" else as_text(report))
    return 0 if all(alike(told) for told in report["compared"]) else 1


def alike(told: dict[str, Any]) -> bool:
    """Whether nothing tells one sort from people nobody knows of."""
    return bool(told["same_bytes"]) and abs(told["t"]) < MOST_T and abs(told["z"]) < MOST_Z


def measured(seed: int, samples: int) -> dict[str, Any]:
    """The figures, from a process of its own with a home of its own."""
    with tempfile.TemporaryDirectory(prefix="article3-intake-") as home:
        environment = {**os.environ, "ARTICLE3_HOME": home, "ARTICLE3_DATABASE_URL": "", "ARTICLE3_SEAT": "",
                       "DJANGO_SETTINGS_MODULE": "article3.project.settings"}
        command = [sys.executable, "-m", "article3.commands.evaluate.intake_round", str(seed), str(samples)]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return dict(json.loads(told.stdout))


def as_text(report: dict[str, Any]) -> str:
    """The figures for a person."""
    lines = [f"{report['samples']} receipts of each sort at each door, in turn, beside people nobody knows of:"]
    lines += [f"  {told['door']:<8} {told['sort']:<9} same answers: {'yes' if told['same_bytes'] else 'NO'}   "
              f"t {told['t']:+.2f} (under {MOST_T})   rank z {told['z']:+.2f} (under {MOST_Z})   "
              f"mean {told['known_ms']} and {told['unknown_ms']} ms" for told in report["compared"]]
    return "\n".join(lines)
