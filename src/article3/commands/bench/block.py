"""A provisional block over real HTTP on loopback: from the order of a member of the Commission to the moment every
connected bureau has taken it in; over and over.

The Secretariat is served as in operation; the Commission is an installation of its own that reads the files and hands
its orders over by HTTP; the bureaus share a few processes, each with its own database and keys, and go round after
round without a pause.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

TARGET_S = 60


def add_arguments(parser: Any) -> None:
    """How often; how many bureaus in how many processes are `recall`'s."""
    parser.add_argument("--runs", type=int, default=20, metavar="N", help="blocks ordered, each on an item (20)")


def measured(args: Any) -> dict[str, Any]:
    """Seconds until the last bureau had it: median and worst of the runs."""
    with tempfile.TemporaryDirectory(prefix="article3-bench-") as folder:
        home = Path(folder) / "secretariat"
        environment = {**os.environ, "ARTICLE3_HOME": str(home), "ARTICLE3_DATABASE_URL": "", "ARTICLE3_SEAT": "",
                       "ARTICLE3_COMMISSION_DATABASE_URL": "",
                       "DJANGO_SETTINGS_MODULE": "article3.project.settings"}  # fmt: skip
        words = [str(args.bureaus), str(args.processes), str(args.runs), folder]
        command = [sys.executable, "-m", "article3.commands.bench.block_run", *words]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(told.stdout.splitlines()[-1])


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a person."""
    return (
        f"Provisional block at {figures['bureaus']} bureaus in {figures['processes']} processes over HTTP, "
        f"{figures['runs']} runs\n"
        f"  effective at every bureau: median {figures['median_s']} s, worst {figures['worst_s']} s "
        f"(target: all under {TARGET_S} s)\n"
        f"  order written to letter handed over and receipted: median {figures['handed_median_s']} s"
    )
