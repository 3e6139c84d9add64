"""`article3 metrics`: how the installation stands, as Prometheus reads it: from a file, or from an address of its own.

Nothing of it is on the web: it says how much work waits. `--listen PORT` answers `/metrics` to this machine only.
"""

from __future__ import annotations

import argparse
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

SAID = {
    "files": "Files kept",
    "desk_waiting": "Files the task force has something to do with",
    "gateway_waiting": "Items nobody has looked at at the gateway",
    "gateway_oldest_seconds": "How long the oldest of them has waited",
    "messages_unacknowledged": "Messages on the line that no bureau has acknowledged",
    "removals_owed": "Removals for which a receipt is still owed",
    "removal_oldest_seconds": "How long the oldest of them has been owed",
    "bureau_quietest_seconds": "How long the quietest bureau has not called",
    "journal_entries": "Entries in the journal",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and how."""
    parser.add_argument("--to", type=Path, metavar="FILE", help="write here, whole or not at all, instead of printing")
    parser.add_argument("--listen", type=int, metavar="PORT", help="answer http://127.0.0.1:PORT/metrics until stopped")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text is Prometheus' own form")


def run(chosen: argparse.Namespace) -> int:
    """0 written; 2 the file cannot be written, or the port is taken."""
    from article3.commands.serve import set_up

    set_up()
    from article3 import wiring

    if getattr(chosen, "listen", None) is not None:
        with HTTPServer(("127.0.0.1", chosen.listen), Numbers) as server:
            print(f"http://127.0.0.1:{server.server_port}/metrics (Ctrl-C stops it)", flush=True)
            server.serve_forever()
    told = wiring.condition()
    said = json.dumps(told) + "\n" if chosen.format == "json" else as_text(told)
    if chosen.to is None:
        print(said, end="")
        return 0
    try:
        part = chosen.to.with_name(f".{chosen.to.name}.part")
        part.write_text(said, encoding="utf-8")
        part.replace(chosen.to)
    except OSError as trouble:
        print(f"article3 metrics: {chosen.to}: {trouble.strerror}", file=sys.stderr)
        return 2
    return 0


class Numbers(BaseHTTPRequestHandler):
    """One address, asked by a program of this machine; 503 while the database does not answer."""

    def do_GET(self) -> None:
        """The numbers as they are now."""
        from django.db import DatabaseError, close_old_connections

        from article3 import wiring

        close_old_connections()
        status, said = 404, ""
        if self.path == "/metrics":
            try:
                status, said = 200, as_text(wiring.condition())
            except DatabaseError:
                status = 503
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.end_headers()
        self.wfile.write(said.encode())

    def log_message(self, format: str, *args: object) -> None:
        """No line for a question that is asked every half minute."""


def as_text(told: dict[str, int]) -> str:
    """The exposition format: help, type and value of each."""
    return "".join(f"# HELP article3_{name} {SAID[name]}.\n# TYPE article3_{name} gauge\narticle3_{name} {value}\n"
                   for name, value in told.items())  # fmt: skip
