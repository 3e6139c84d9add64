"""`article3 evaluate portal`: defective submissions through the portal; each must read its own mend, none may be lost.

Everything is invented here and sent to an installation of its own that is thrown away.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The form of the answer."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")


def run(args: argparse.Namespace) -> int:
    """Print the table. Exit code 1 when a submission did not get its mend, was lost or crashed."""
    report = measured()
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.format == "json" else as_text(report))
    return 0 if report["as_wanted"] == report["submissions"] else 1


def measured() -> dict[str, Any]:
    """The table, from a process of its own with a home of its own."""
    with tempfile.TemporaryDirectory(prefix="article3-portal-") as home:
        environment = {**os.environ, "ARTICLE3_HOME": home, "ARTICLE3_DATABASE_URL": "", "ARTICLE3_SEAT": "",
                       "ARTICLE3_COMMISSION_DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "article3.project.settings"}
        command = [sys.executable, "-m", "article3.commands.evaluate.submitting.round"]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    rows = json.loads(told.stdout)
    return {"submissions": len(rows), "as_wanted": sum(row["as_wanted"] for row in rows),
            "mend_said": sum(row["said"] for row in rows), "lost": sum(not row["found_again"] for row in rows),
            "crashed": sum(row["worst_status"] >= 500 for row in rows), "rows": rows}


def as_text(report: dict[str, Any]) -> str:
    """The table for a person."""
    lines = [f"{'✓' if row['as_wanted'] else '✕'} {row['case']}\n    {row['mend']}" for row in report["rows"]]
    return "\n".join([*lines, "", f"{report['submissions']} defective submissions: {report['mend_said']} read their "
                                  f"exact mend, {report['lost']} lost, {report['crashed']} crashed."])
