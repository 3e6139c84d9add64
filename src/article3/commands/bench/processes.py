"""Installations as processes, for benchmarks and tests: each in a home of its own, killed with its children."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any


class Installation:
    """One Python process with its own ARTICLE3_HOME and database; its children end with it."""

    def __init__(self, home: Path, module: str, words: list[str], **environment: str) -> None:
        self.words = words
        self._command = [sys.executable, "-m", module, *words]
        self._environment = {**os.environ, "ARTICLE3_HOME": str(home), **environment}
        self.start()

    def start(self) -> None:
        """Start it, or start it again."""
        self.process: subprocess.Popen[str] = subprocess.Popen(
            self._command, env=self._environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            start_new_session=True,
        )  # fmt: skip

    def kill(self) -> None:
        """kill -9: this process and all it started, at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def __enter__(self) -> Installation:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(20)
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    def line(self) -> str:
        """The next line it prints."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def tell(self, line: str) -> None:
        """Give it a line to read."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()


def same_tables(*homes: Path) -> None:
    """New homes begin with the tables, and the rows, of this process's own on SQLite: copied, not made for each anew.

    By its own connection: a file opened and closed beside it in the same process would lose the locks on it.
    """
    from django.db import connections

    for home in homes:
        for database, name in (("default", "article3.sqlite3"), ("commission", "commission/commission.sqlite3")):
            (home / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with connections[database].cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(home / name)])


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as knock:
        knock.bind(("127.0.0.1", 0))
        return int(knock.getsockname()[1])


def answers(address: str) -> bool:
    """Whether the installation serves its public page."""
    try:
        return bool(urllib.request.urlopen(f"{address}/public/", timeout=5).status == 200)
    except OSError:
        return False


def until(done: Callable[[], Any], patience_s: float, pause_s: float = 0.2) -> None:
    """Wait for something; raises SystemExit when it does not come."""
    stop = time.monotonic() + patience_s
    while not done():
        if time.monotonic() > stop:
            raise SystemExit(f"not within {patience_s:.0f} seconds")
        time.sleep(pause_s)
