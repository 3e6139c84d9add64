"""The desks with a full register: queue, case, person search and front line as whole pages, on SQLite and PostgreSQL.

Each database is measured in a process of its own, in an invented installation that is thrown away. With
ARTICLE3_DATABASE_URL set, a database of its own is made on that server, measured too, and dropped.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

SEED = 20_260_101


def add_arguments(parser: Any) -> None:
    """How many files, how many pages of each kind."""
    parser.add_argument("--files", type=int, default=100_000, metavar="N", help="live files (100,000)")
    parser.add_argument("--pages", type=int, default=200, metavar="N", help="pages of each kind (200)")


def measured(args: argparse.Namespace) -> dict[str, Any]:
    """The figures of each database: seconds to build, and for each page p50, p95, slowest and number of queries."""
    figures = {"files": args.files, "cores_here": os.cpu_count(), "sqlite": _apart(args, "")}
    server = os.environ.get("ARTICLE3_DATABASE_URL", "")
    if server:
        with _Database(server) as address:
            figures["postgresql"] = _apart(args, address)
    return figures


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a person."""
    lines = [f"Desks over {figures['files']} live files"]
    for database in ("sqlite", "postgresql"):
        if database not in figures:
            lines.append(f"  {database}: not measured (set ARTICLE3_DATABASE_URL)")
            continue
        told = figures[database]
        lines.append(f"  {database}: built in {told['build_s']} s, {told['database_mb']} MB")
        lines += [
            f"    {page:<22} p50 {each['p50_ms']:>7} ms   p95 {each['p95_ms']:>7} ms   slowest "
            f"{each['max_ms']:>7} ms   busy p95 {each['p95_busy_ms']:>6} ms   queries {each['queries']}"
            for page, each in told["pages"].items()
        ]
    return "\n".join(lines)


def _apart(args: argparse.Namespace, address: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="article3-bench-") as home:
        (Path(home) / "demo").touch()
        environment = {
            **os.environ,
            "ARTICLE3_HOME": home,
            "ARTICLE3_DEMO": "1",
            "ARTICLE3_DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "article3.project.settings",
        }
        told_to = (str(args.files), str(args.pages), str(SEED))
        command = [sys.executable, "-m", "article3.commands.bench.desk_pages", *told_to]
        told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(told.stdout)


class _Database:
    """A database of its own on a server, dropped afterwards."""

    def __init__(self, server: str) -> None:
        self._server, self._name = server, f"article3_bench_{secrets.token_hex(4)}"

    def __enter__(self) -> str:
        self._do(f"CREATE DATABASE {self._name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
        return urlunsplit(urlsplit(self._server)._replace(path=f"/{self._name}"))

    def __exit__(self, *_: object) -> None:
        self._do(f"DROP DATABASE {self._name} WITH (FORCE)")

    def _do(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self._server, autocommit=True) as server:
            server.execute(statement)  # type: ignore[arg-type]
