"""`article3 doctor`: look over this installation and say, line by line, what is right and what is wrong."""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

LEAST_FREE_BYTES = 1024**3
OLDEST_SQLITE = (3, 50, 0)
OLDEST_POSTGRESQL = 15_00_14
"""15.14 and newer, and every later main version; as the server counts."""
SQLITE_SETTINGS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, whether it is right, and a sentence."""

    name: str
    right: bool
    said: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How to print."""
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(chosen: argparse.Namespace) -> int:
    """Look at everything, also after something was wrong. 0 when all is right, 1 otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    import django

    django.setup()
    checks = look()
    if chosen.format == "json":
        print(json.dumps({"checks": [asdict(check) for check in checks]}, ensure_ascii=False))
    else:
        for check in checks:
            print(f"{'right' if check.right else 'WRONG':5}  {check.name}: {check.said}")
    return 0 if all(check.right for check in checks) else 1


def look() -> list[Check]:
    """Every check, in order; one that breaks is wrong and says how."""
    return [_looked(name, check) for name, check in CHECKS.items()]


def _looked(name: str, check: Callable[[], tuple[bool, str]]) -> Check:
    try:
        return Check(name, *check())
    except Exception as trouble:
        return Check(name, False, f"could not be looked at ({type(trouble).__name__})")


def _home() -> tuple[bool, str]:
    from django.conf import settings

    keys = (Path(settings.HOME) / "keys").iterdir()
    bare = ", ".join(sorted(path.name for path in keys if path.stat().st_mode & 0o077))
    return not bare, f"keys readable by others: {bare}" if bare else f"{settings.HOME}, keys for its owner only"


def _database() -> tuple[bool, str]:
    from django.db import connection

    with connection.cursor() as cursor:
        return _sqlite(cursor) if connection.vendor == "sqlite" else _postgresql(cursor)


def _sqlite(cursor: Any) -> tuple[bool, str]:
    found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in SQLITE_SETTINGS}
    version = cursor.execute("SELECT sqlite_version()").fetchone()[0]
    sound = cursor.execute("PRAGMA quick_check").fetchone()[0]
    new_enough = tuple(map(int, version.split("."))) >= OLDEST_SQLITE
    said = ", ".join(f"{name} {value}" for name, value in found.items())
    return new_enough and found == SQLITE_SETTINGS and sound == "ok", f"SQLite {version}, {said}, check {sound}"


def _postgresql(cursor: Any) -> tuple[bool, str]:
    asked = ("server_version_num", "fsync", "synchronous_commit", "lc_collate")
    version, *safe, order = [cursor.execute(f"SHOW {name}").fetchone()[0] for name in asked]
    right = int(version) >= OLDEST_POSTGRESQL and safe == ["on", "on"] and order.startswith("C")
    return right, f"PostgreSQL {version}, fsync {safe[0]}, synchronous_commit {safe[1]}, order of letters {order}"


def _migrations() -> tuple[bool, str]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    owed = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return not owed, f"{len(owed)} not applied: start `article3 serve`" if owed else "all applied"


def _rulebook() -> tuple[bool, str]:
    from article3.law import provision, rulebook
    from article3.law.index import rows

    rulebook.load()
    return bool(provision.PROVISIONS), f"{len(rows())} rows, {len(provision.PROVISIONS)} provisions"


def _journal() -> tuple[bool, str]:
    from django.db import connection

    from article3.journal import guards, pages

    faults = pages.faults()
    length, root = pages.root()
    if not guards.standing(connection):
        faults.append("the database does not refuse to change entries")
    return not faults, "; ".join(faults[:5]) or f"{length} entries, root {root.hex()}"


def _room() -> tuple[bool, str]:
    from django.conf import settings

    free = shutil.disk_usage(settings.HOME).free
    return free >= LEAST_FREE_BYTES, f"{free / 1024**3:.1f} GiB free"


CHECKS: dict[str, Callable[[], tuple[bool, str]]] = {
    "home": _home,
    "database": _database,
    "migrations": _migrations,
    "rulebook": _rulebook,
    "journal": _journal,
    "disk": _room,
}
