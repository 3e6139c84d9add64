"""A recall over real HTTP on loopback: from the act at the Secretariat to the signed receipt of every bureau.

The Secretariat is served as in operation; the bureaus share a few processes, each with its own database and keys, and
go round after round without a pause. The figures stand beside the machine's bare durable commits of the same minute.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any


def add_arguments(parser: Any) -> None:
    """How many bureaus, in how many processes."""
    parser.add_argument("--bureaus", type=int, default=196, metavar="N", help="bureaus that hold the item (196)")
    parser.add_argument("--processes", type=int, default=2, metavar="N", help="processes the bureaus share (2)")


def measured(args: Any) -> dict[str, Any]:
    """Seconds to receipts, messages a second, bare commits a second, and their ratio."""
    with tempfile.TemporaryDirectory(prefix="article3-bench-") as folder:
        home = Path(folder) / "secretariat"
        environment = {**os.environ, "ARTICLE3_HOME": str(home), "ARTICLE3_DATABASE_URL": "", "ARTICLE3_SEAT": "",
                       "DJANGO_SETTINGS_MODULE": "article3.project.settings"}  # fmt: skip
        words = [str(args.bureaus), str(args.processes), folder]
        command = [sys.executable, "-m", "article3.commands.bench.recall_run", *words]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(told.stdout.splitlines()[-1])


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a person."""
    return (
        f"Recall to {figures['bureaus']} bureaus in {figures['processes']} processes over HTTP\n"
        f"  receipts: median {figures['median_s']} s, worst {figures['worst_s']} s, "
        f"missing {figures['missing']}\n"
        f"  delivery before it: {figures['delivered_in_s']} s to all\n"
        f"  messages {figures['messages_per_s']} a second (each durable at both ends); bare durable commits "
        f"{figures['bare_commits_per_s']} a second; ratio {figures['ratio']}"
    )
