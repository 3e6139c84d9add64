"""A throw-away PostgreSQL cluster on a free loopback port, for the tests: made, used, stopped and removed.

As root it runs as the user `postgres`, since PostgreSQL refuses root. `python tests/postgres_cluster.py COMMAND ...`
runs a command with ARTICLE3_DATABASE_URL set to a fresh cluster.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")
_FORGETFUL = " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
_SETTINGS = "-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c max_connections=40"


def available() -> Path | None:
    """The folder with PostgreSQL's programs, the newest there is; None when it is not installed."""
    found = [Path(place) for pattern in _PLACES for place in Path("/").glob(pattern.lstrip("/"))]
    usable = [place for place in found if (place / "initdb").exists()]
    on_path = shutil.which("initdb")
    return max(usable, default=Path(on_path).parent if on_path else None)  # type: ignore[type-var]


def start(*, durable: bool = True) -> str:
    """Start a cluster that is stopped and removed when this process ends; its address. Raises RuntimeError without.

    Not durable: a crash of the machine may lose what it committed, which no test of ours is about; commits are quicker.
    """
    programs = available()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed: no initdb found")
    folder, port = Path(tempfile.mkdtemp(prefix="article3-postgres-")), _free_port()
    account = _account()
    if account:
        os.chown(folder, account["user"], account["group"])
    data = folder / "data"
    _run([programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"], account)
    settings = _SETTINGS.format(port=port, folder=folder) + ("" if durable else _FORGETFUL)
    _run([programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", settings, "start"], account)
    atexit.register(_stop, programs, folder, account, os.getpid())
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:  # told to stop, it stops the cluster too
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    return f"postgresql://postgres@127.0.0.1:{port}/postgres"


def _stop(programs: Path, folder: Path, account: dict[str, int], owner: int) -> None:
    if os.getpid() != owner:  # a forked child ends earlier and must leave it alone
        return
    _run([programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"], account)
    shutil.rmtree(folder, ignore_errors=True)


def _account() -> dict[str, int]:
    if os.geteuid() != 0:
        return {}
    found = pwd.getpwnam("postgres")
    return {"user": found.pw_uid, "group": found.pw_gid}


def _run(command: list[object], account: dict[str, int]) -> None:
    done = subprocess.run(
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd="/",
        extra_groups=[] if account else None, **account,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.strip()}")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


if __name__ == "__main__":
    address = start()
    raise SystemExit(subprocess.call(sys.argv[1:], env={**os.environ, "ARTICLE3_DATABASE_URL": address}))
