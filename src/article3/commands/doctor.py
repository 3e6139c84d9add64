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
LEAST_FREE_SHARE = 0.03
Said = tuple[bool, str, str]
"""Whether it is right, what was found, and how to mend it."""
OLDEST_SQLITE = (3, 50, 0)
OLDEST_POSTGRESQL = 15_00_14
"""15.14 and newer, and every later main version; as the server counts."""
BROKEN = {"journal": "If the schema is behind, mend that first.", "keys": "If the schema is behind, mend that first.",
          "database": "Does it run, and is ARTICLE3_DATABASE_URL its address?"}  # fmt: skip
SQLITE_SETTINGS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, whether it is right, a sentence, and where it is wrong how to mend it."""

    name: str
    right: bool
    said: str
    mend: str = ""


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
            if check.mend:
                print(f"       mend: {check.mend}")
    return 0 if all(check.right for check in checks) else 1


def look() -> list[Check]:
    """Every check, in order; one that breaks is wrong and says how."""
    return [_looked(name, check) for name, check in CHECKS.items()]


def _looked(name: str, check: Callable[[], Said]) -> Check:
    try:
        right, said, mend = check()
    except Exception as trouble:
        return Check(name, False, f"could not be looked at ({type(trouble).__name__})", BROKEN.get(name, ""))
    return Check(name, right, said, "" if right else mend)


def _home() -> Said:
    from django.conf import settings

    keys = (Path(settings.HOME) / "keys").iterdir()
    bare = ", ".join(sorted(path.name for path in keys if path.stat().st_mode & 0o077))
    said = f"keys readable by others: {bare}" if bare else f"{settings.HOME}, keys for its owner only"
    return not bare, said, f"chmod 600 on these in {settings.HOME}/keys, and ask who could have read them."


def _database() -> Said:
    from django.db import connection

    with connection.cursor() as cursor:
        return _sqlite(cursor) if connection.vendor == "sqlite" else _postgresql(cursor)


def _sqlite(cursor: Any) -> Said:
    found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in SQLITE_SETTINGS}
    version = cursor.execute("SELECT sqlite_version()").fetchone()[0]
    sound = cursor.execute("PRAGMA quick_check").fetchone()[0]
    new_enough = tuple(map(int, version.split("."))) >= OLDEST_SQLITE
    said = ", ".join(f"{name} {value}" for name, value in found.items())
    right = new_enough and found == SQLITE_SETTINGS and sound == "ok"
    mend = "Run `./start` again for the library; a check other than ok: stop, and `article3 restore` the last backup."
    return right, f"SQLite {version}, {said}, check {sound}", mend


def _postgresql(cursor: Any) -> Said:
    asked = ("server_version_num", "fsync", "synchronous_commit", "lc_collate")
    version, *safe, order = [cursor.execute(f"SHOW {name}").fetchone()[0] for name in asked]
    right = int(version) >= OLDEST_POSTGRESQL and safe == ["on", "on"] and order.startswith("C")
    said = f"PostgreSQL {version}, fsync {safe[0]}, synchronous_commit {safe[1]}, order of letters {order}"
    return right, said, "15.14 or newer, fsync and synchronous_commit on, initdb --locale=C.UTF-8."


def _rulebook() -> Said:
    from article3.law import provision, rulebook
    from article3.law.index import rows

    rulebook.load()
    said = f"{len(rows())} rows, {len(provision.PROVISIONS)} provisions"
    return bool(provision.PROVISIONS), said, "The program is not whole: install it anew."


def _journal() -> Said:
    from django.db import connection

    from article3.journal import guards, pages

    faults = pages.faults()
    length, root = pages.root()
    if not guards.standing(connection):
        faults.append("the database does not refuse to change entries")
    mend = "Stop, tell oversight and the witnesses, keep the disk as it is; `article3 verify` says where it differs."
    return not faults, "; ".join(faults[:5]) or f"{length} entries, root {root.hex()}", mend


def _room() -> Said:
    from django.conf import settings

    disk = shutil.disk_usage(settings.HOME)
    enough = disk.free >= max(LEAST_FREE_BYTES, disk.total * LEAST_FREE_SHARE)
    mend = "Make room: a full disk stops every act. Old backups and papers under way are the first to look at."
    return enough, f"{disk.free / 1024**3:.1f} of {disk.total / 1024**3:.0f} GiB free", mend


def _by_wiring(name: str) -> Callable[[], Said]:
    def check() -> Said:
        from article3.wiring import self_check

        found: Said = getattr(self_check, name)()
        return found

    return check


CHECKS: dict[str, Callable[[], Said]] = {
    "home": _home,
    "database": _database,
    "schema": _by_wiring("schema"),
    "clock": _by_wiring("clock"),
    "keys": _by_wiring("keys_fit"),
    "rulebook": _rulebook,
    "journal": _journal,
    "witnesses": _by_wiring("witnesses"),
    "sealed log": _by_wiring("sealed_log"),
    "backup": _by_wiring("backup"),
    "disk": _room,
}
