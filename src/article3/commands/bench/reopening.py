"""One new fact against a stock of decisions: how long until those it could change are found, at three sizes of stock.

The stock is written into the tables directly: what is measured is the finding, not the building. Most decisions are a
line of the index with a bare row; those that the measured facts touch are whole files, read and judged by the rules.
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


def add_arguments(parser: Any) -> None:
    """How large the stock grows."""
    parser.add_argument("--facts", type=int, default=1_000_000, metavar="N",
                        help="facts on record at the largest stock, a decision for every ten (1,000,000)")
    parser.add_argument("--facts-measured", type=int, default=30, metavar="N", help="new facts at each point (30)")


def measured(args: argparse.Namespace) -> dict[str, Any]:
    """For each size of stock and each number of decisions touched: milliseconds to find, and to find and judge."""
    with tempfile.TemporaryDirectory(prefix="article3-bench-") as home:
        (Path(home) / "demo").touch()
        environment = {**os.environ, "ARTICLE3_HOME": home, "ARTICLE3_DEMO": "1",
                       "DJANGO_SETTINGS_MODULE": "article3.project.settings"}
        command = [sys.executable, "-m", "article3.commands.bench.reopening_stock", str(args.facts),
                   str(args.facts_measured)]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    figures: dict[str, Any] = json.loads(told.stdout)
    return figures


def as_text(figures: dict[str, Any]) -> str:
    """The curve for a person."""
    lines = [f"One new fact, the decisions it could change (stock built in {figures['build_s']} s)",
             f"  {'facts':>9}  {'decisions':>9}  {'touched':>7}  {'found p50':>10}  {'p95':>8}  "
             f"{'judged p50':>11}  {'p95':>8}"]
    for point in figures["points"]:
        judged = point.get("judged_ms", {"p50": "", "p95": ""})
        lines.append(f"  {point['facts']:>9,}  {point['decisions']:>9,}  {point['touched']:>7,}  "
                     f"{point['found_ms']['p50']:>7} ms  {point['found_ms']['p95']:>5} ms  "
                     f"{judged['p50']:>8} ms  {judged['p95']:>5} ms  {point['news']}")
    return "\n".join(lines)
