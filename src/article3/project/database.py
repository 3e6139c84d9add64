"""Which database an installation stands on: SQLite in its home, or PostgreSQL by address. The code is the same."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from article3.project.home import looking

SQLITE_SETTINGS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;"
"""Readers never wait for the writer; a committed row survives a power cut. Read back by a test on every connection."""


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's description of the database at `url`; an empty address means SQLite under `home`."""
    if not url:
        return _sqlite(home / "article3.sqlite3")
    if not url.startswith(("postgresql://", "postgres://")):
        raise SystemExit("ARTICLE3_DATABASE_URL must begin with postgresql://")
    return _postgresql(url)


PATIENCE_S = 5
"""How long an address is knocked at, and how long a request waits, before it is said that the database is away."""


def wing(seat: str, home: Path) -> dict[str, dict[str, Any]]:
    """The Commission's own database, and in an installation of its own the Organization's files, opened to read only.

    `ARTICLE3_COMMISSION_DATABASE_URL` (postgresql://...; without it SQLite under the home's `commission`);
    `ARTICLE3_FILES`: where the Organization's files are: the Secretariat's home, or postgresql://... of a role that
    may only read.
    """
    folder = home / "commission"
    if not looking():
        folder.mkdir(mode=0o700, exist_ok=True)
    url, files = os.environ.get("ARTICLE3_COMMISSION_DATABASE_URL", ""), os.environ.get("ARTICLE3_FILES", "")
    own = {"commission": _postgresql(url) if url else _sqlite(folder / "commission.sqlite3")}
    if seat != "commission" or not files:
        return own
    return own | {"files": _postgresql(files) if "://" in files else _read_only(Path(files) / "article3.sqlite3")}


def files_home(seat: str) -> Path | None:
    """The Secretariat's home, in an installation of the Commission's own that reads its files there."""
    files = os.environ.get("ARTICLE3_FILES", "")
    return Path(files) if seat == "commission" and files and "://" not in files else None


def _read_only(path: Path) -> dict[str, Any]:
    """Another installation's SQLite: every write from here is refused by the database itself."""
    return {**_sqlite(path), "NAME": f"file:{path}?mode=ro", "OPTIONS": {"uri": True, "timeout": 20},
            "TEST": {"MIRROR": "default"}}  # fmt: skip


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "TEST": {"NAME": path.with_name(f"test-{path.name}")},  # a file, as in operation
        "OPTIONS": {"init_command": SQLITE_SETTINGS, "transaction_mode": "IMMEDIATE", "timeout": 20},
        "CONN_MAX_AGE": None,
    }


def _postgresql(url: str) -> dict[str, Any]:
    try:
        parts = urlsplit(url)
        port = str(parts.port or "")
    except ValueError as wrong:
        form = "postgresql://user:password@host:port/name, other signs written as %XX"
        raise SystemExit(f"The address of a PostgreSQL database cannot be read ({wrong}): it is {form}.") from None
    pool = {"min_size": 1, "max_size": 4, "timeout": 2 * PATIENCE_S}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": port,
        "OPTIONS": {"pool": pool, "connect_timeout": PATIENCE_S, **dict(parse_qsl(parts.query))},
    }
