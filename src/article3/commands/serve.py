"""`article3 serve`: this installation on one address, by granian: two workers with one thread each.

Few writers keep SQLite's write tail short; a second server on the same port would silently share the requests, so the
port is looked at first.
"""

from __future__ import annotations

import argparse
import errno
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from article3.terms.finding import Refused

HOST, PORT = "127.0.0.1", 8000
WORKERS = 2
KILL_AFTER_S = 10
EVERY_S = 5
"""Between two rounds on the line: a recall is asked for within seconds (users.md: 60)."""
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to serve, and whose seat it is."""
    parser.add_argument(
        "--seat",
        help="bureau:XA for a bureau's own installation; commission for the Commission's; sealed for the worker of the "
        "sealed files; without it, the Secretariat's",
    )
    parser.add_argument("--secretariat", metavar="URL", help="where a bureau's installation reaches the Secretariat")
    parser.add_argument("--host", default=HOST, help=f"address to listen on (default {HOST}: this machine only)")
    parser.add_argument("--port", type=int, default=PORT, help=f"port to listen on (default {PORT})")


def run(chosen: argparse.Namespace) -> int:
    """Serve until stopped. 2 when a bureau is not told where the Secretariat is."""
    if chosen.seat == "sealed":
        return _sealed_files()
    if chosen.seat == "commission":
        if not ((chosen.secretariat or os.environ.get("ARTICLE3_SECRETARIAT")) and os.environ.get("ARTICLE3_FILES")):
            print("The Commission's own installation is --seat commission --secretariat URL, with ARTICLE3_FILES: the "
                  "Secretariat's home, or a postgresql:// address that may only read.", file=sys.stderr)
            return 2
        os.environ["ARTICLE3_SEAT"] = chosen.seat
    elif chosen.seat and chosen.seat != "secretariat":
        if not (chosen.seat.startswith("bureau:") and (chosen.secretariat or os.environ.get("ARTICLE3_SECRETARIAT"))):
            print("A bureau's own installation is --seat bureau:XA --secretariat URL.", file=sys.stderr)
            return 2
        os.environ["ARTICLE3_SEAT"] = chosen.seat
    if chosen.secretariat:
        os.environ["ARTICLE3_SECRETARIAT"] = chosen.secretariat
    return serve(chosen.host, chosen.port)


def serve(host: str = HOST, port: int = PORT) -> int:
    """Bring the tables up to date, print the address, serve until stopped. 1 when the port is taken, 3 when refused."""
    problem = _taken(host, port)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    known_as(host, port)
    prepare()
    from django.conf import settings

    from article3.wiring.self_check import keys_fit

    right, said, mend = keys_fit()
    if not right:
        raise Refused(f"The keys are not those of what lies here; {said}. {mend}")
    if settings.DEMO and host not in LOOPBACK:
        print("A demo lets everybody in by link; it is served on this machine only.", file=sys.stderr)
        return 3
    print(f"article3 serves {settings.HOME} on http://{_shown(host)}:{port}/ (Ctrl-C stops it)", flush=True)
    _leave_the_database()
    with _sealed_child(), _rounds():
        _granian(host, port)
    return 0


def known_as(host: str, port: int) -> None:
    """What answers link to, where nobody said otherwise and only this machine is served: the address served."""
    if host in LOOPBACK:
        os.environ.setdefault("ARTICLE3_PUBLIC_URL", f"http://{_shown(host)}:{port}")


def _sealed_files() -> int:
    """This process becomes the worker of the sealed files: the only one that reads their keys."""
    folder = Path(os.environ.get("ARTICLE3_HOME") or ".article3").absolute() / "sealed"
    os.execv(sys.executable, [sys.executable, "-m", "article3.sealed.worker", str(folder)])


@contextmanager
def _sealed_child() -> Iterator[None]:
    """A worker of the sealed files as long as we serve, where nobody has started one under another user."""
    from article3.wiring.sealed_files import open_up

    child = open_up()
    try:
        yield
    finally:
        if child is not None:
            child.terminate()
            child.wait(KILL_AFTER_S)


@contextmanager
def _rounds() -> Iterator[None]:
    """A process of its own goes on the line for the bureaus seated here, as long as we serve."""
    words = ["deliver", "--every", str(EVERY_S), "--parent", str(os.getpid())]
    child = subprocess.Popen([sys.executable, "-m", "article3.project.cli", *words])
    try:
        yield
    finally:
        child.terminate()
        child.wait(KILL_AFTER_S)


def set_up() -> None:
    """The settings, and no table touched. Raises Refused in a home that a backup is only half restored into."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    import django

    django.setup()
    from django.conf import settings

    if (settings.HOME / "restoring").exists() and os.environ.get("ARTICLE3_RESTORING") != "1":
        raise Refused("A backup is being restored here, and it has not been seen to be whole: run `article3 restore` "
                      "to its end.")  # fmt: skip


def prepare() -> None:
    """Settings, tables, and the table in which used codes of the second factor are remembered."""
    set_up()
    from django.core.management import call_command

    from article3.wiring import upgrading

    upgrading.expect()
    call_command("migrate", verbosity=0)
    call_command("migrate", database="commission", verbosity=0)
    upgrading.finish()
    call_command("createcachetable", verbosity=0)


def _leave_the_database() -> None:
    """Workers are forked from this process: a connection two of them inherit would mix up their answers."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()


def _granian(host: str, port: int) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    server = Server(
        "article3.project.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, workers=WORKERS,
        blocking_threads=1, websockets=False, log_level=LogLevels.warning, log_access=False,
        workers_kill_timeout=KILL_AFTER_S, respawn_failed_workers=True, log_dictconfig=_as_the_settings_say(),
    )  # fmt: skip
    server.serve()


def _as_the_settings_say() -> dict[str, Any]:
    """The server's own lines in the form of all others, which leaves words of others out."""
    from django.conf import settings

    of = settings.LOGGING
    lines = {"handlers": ["console"], "level": "WARNING", "propagate": False}
    return {"formatters": of["formatters"], "handlers": of["handlers"],
            "loggers": {"_granian": lines, "granian.access": {**lines, "level": "CRITICAL"}}}  # fmt: skip


def _taken(host: str, port: int) -> str:
    """Why we cannot listen there, in one sentence; empty when we can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as knock:
        knock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just left is free; one listened on is not
        try:
            knock.bind((host, port))
        except OverflowError:
            return f"There is no port {port}: give --port a number from 1 to 65535."
        except OSError as trouble:
            if trouble.errno == errno.EADDRINUSE:
                return f"Port {port} on {host} is taken. Stop what listens there, or give another --port."
            return f"Cannot listen on {host} port {port}: {trouble.strerror}."
    return ""


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
