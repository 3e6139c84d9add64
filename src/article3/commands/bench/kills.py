"""kill -9 at random during traffic: nothing acknowledged is lost, nothing has its effect twice, the journal agrees.

A Secretariat, a sending bureau, two receiving bureaus and a clerk who withdraws, each a process with its own database
or folder; one of them, drawn by a seed, is killed with all its children and started again, over and over.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

HOMES = ("secretariat", "XA", "XB", "XC")


def add_arguments(parser: Any) -> None:
    """How many kills, and the seed of who is killed when."""
    parser.add_argument("--kills", type=int, default=200, metavar="N", help="kills on each database (200)")
    parser.add_argument("--kills-seed", type=int, default=1, metavar="S", help="seed of who is killed when (1)")


def measured(args: Any) -> dict[str, Any]:
    """For each database: kills, acknowledged sendings and withdrawals, what was lost, what was doubled, faults."""
    figures = {"kills": args.kills, "sqlite": apart(args, dict.fromkeys(HOMES, ""))}
    server = os.environ.get("ARTICLE3_DATABASE_URL", "")
    if server:
        from article3.commands.bench.desk import _Database

        with ExitStack() as stack:
            figures["postgresql"] = apart(args, {home: stack.enter_context(_Database(server)) for home in HOMES})
    return figures


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a person."""
    lines = [f"{figures['kills']} kills during traffic"]
    for database in ("sqlite", "postgresql"):
        if database not in figures:
            lines.append(f"  {database}: not measured (set ARTICLE3_DATABASE_URL)")
            continue
        told = figures[database]
        lines.append(f"  {database}: {told['sent']} sendings and {told['withdrawn']} withdrawals acknowledged; "
                     f"{len(told['lost'])} lost, {len(told['doubled'])} doubled, {len(told['faults'])} faults "
                     f"({told['seconds']} s)")  # fmt: skip
        lines += [f"    {one}" for one in (*told["lost"], *told["doubled"], *told["faults"])[:10]]
    return "\n".join(lines)


def apart(args: Any, databases: dict[str, str]) -> dict[str, Any]:
    """One run in a process of its own, on these databases by home; an empty address is SQLite."""
    with tempfile.TemporaryDirectory(prefix="article3-bench-") as folder:
        environment = {**os.environ, "ARTICLE3_HOME": str(Path(folder) / "secretariat"), "ARTICLE3_SEAT": "",
                       "ARTICLE3_DATABASE_URL": databases["secretariat"],
                       "DJANGO_SETTINGS_MODULE": "article3.project.settings"}  # fmt: skip
        words = [folder, str(args.kills), str(args.kills_seed), json.dumps(databases)]
        command = [sys.executable, "-m", "article3.commands.bench.kills_run", *words]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(told.stdout.splitlines()[-1])
