"""`article3 doctor`: look over this installation and say, line by line, what is right and what is wrong.

It makes nothing and changes nothing: no folder, no key, no database, no table.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from article3.commands import doctor_home

LEAST_FREE_BYTES = 1024**3
LEAST_FREE_SHARE = 0.03
Said = doctor_home.Said
"""Whether it is right, what was found, and how to mend it."""
OLDEST_SQLITE = (3, 50, 0)
OLDEST_POSTGRESQL = 15_00_14
"""15.14 and newer, and every later main version; as the server counts."""
ON_TABLES = ("schema", "clock", "keys", "journal", "witnesses", "sealed log")
"""What nobody can look at while the database does not answer."""
FIRST = "Mend what is wrong above first, then run this again."
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
    os.environ["ARTICLE3_LOOKING"] = "1"
    try:
        checks = nothing_there() or unreadable_settings() or look()
    finally:
        del os.environ["ARTICLE3_LOOKING"]
    if chosen.format == "json":
        print(json.dumps({"checks": [asdict(check) for check in checks]}, ensure_ascii=False))
    else:
        for check in checks:
            print(f"{'right' if check.right else 'WRONG':5}  {check.name}: {check.said}")
            if check.mend:
                print(f"       mend: {check.mend}")
    return 0 if all(check.right for check in checks) else 1


def nothing_there() -> list[Check]:
    """One line where no installation is in the home; none where one is."""
    folder = doctor_home.home()
    if doctor_home.is_installation(folder):
        return []
    mend = ("Is ARTICLE3_HOME set to the right folder? `article3 serve` begins a new installation there, `article3 "
            "restore` puts a backup there.")  # fmt: skip
    return [Check("home", False, f"there is no installation in {folder}", mend)]


def unreadable_settings() -> list[Check]:
    """The home and the settings, where these cannot be read; none where they can. Sets Django up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    import django

    try:
        django.setup()
    except SystemExit as refused:
        home = _looked("home", lambda: doctor_home.look_at(doctor_home.home()))
        return [home, Check("settings", False, str(refused.code), "docs/operation.md names what may be set, and how.")]
    return []


def look() -> list[Check]:
    """Every check, in order; one that breaks is wrong and says how."""
    checks: list[Check] = []
    for name, check in CHECKS.items():
        away = any(each.name == "database" and each.said.startswith(AWAY) for each in checks)
        if away and name in ON_TABLES:
            checks.append(Check(name, False, "not looked at: the database does not answer", FIRST))
        else:
            checks.append(_looked(name, check))
    return checks


def _looked(name: str, check: Callable[[], Said]) -> Check:
    try:
        right, said, mend = check()
    except Exception as trouble:
        return Check(name, False, f"could not be looked at ({type(trouble).__name__})", FIRST)
    return Check(name, right, said, "" if right else mend)


def _home() -> Said:
    from django.conf import settings

    return doctor_home.look_at(Path(settings.HOME))


AWAY = "does not answer"


def _database() -> Said:
    from django.db import OperationalError, connection

    from article3.wiring.condition import why_away

    if connection.vendor == "postgresql" and (said := why_away()):
        return False, f"{AWAY}: {said}", "Does it run, and is ARTICLE3_DATABASE_URL its address?"
    try:
        with connection.cursor() as cursor:
            return _sqlite(cursor) if connection.vendor == "sqlite" else _postgresql(cursor)
    except OperationalError as trouble:
        return (False, f"{AWAY}: {trouble}", "Is the disk full, is the folder writable, does another program hold it?")


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


def _settings() -> Said:
    """Variables that are none of ours, files that are not there, and a sign-in that would leave in the open."""
    from django.conf import settings

    unknown = sorted(name for name in os.environ if name.startswith("ARTICLE3_") and not _known(name))
    if unknown:
        return False, f"no setting of ours: {', '.join(unknown)}", "docs/operation.md names every setting."
    for name in ("ARTICLE3_RESEARCH", "ARTICLE3_FILES"):
        place = os.environ.get(name, "")
        if place and "://" not in place and not Path(place).exists():
            return False, f"{name} is {place}, which is not there", "Mend the path, or leave it out."
    if not settings.HTTPS and not {*settings.ALLOWED_HOSTS} <= {"127.0.0.1", "localhost", "[::1]", "testserver"}:
        return (False, "served under a name without ARTICLE3_HTTPS=1: cookies may leave in the open",
                "Put a TLS terminator in front and set ARTICLE3_HTTPS=1.")  # fmt: skip
    return True, f"seat {settings.SEAT or 'secretariat'}, served as {', '.join(settings.ALLOWED_HOSTS)}", ""


def _known(name: str) -> bool:
    from django.conf import settings

    return name in settings.GIVEN or name.startswith(("ARTICLE3_TEST_", "ARTICLE3_HISTORIES", "ARTICLE3_HTTP_HIST",
                                                      "ARTICLE3_LETTERS"))  # fmt: skip


def _languages() -> Said:
    """Each catalogue compiled, and none older than what it was compiled from."""
    from django.conf import settings

    sources = [path for place in settings.LOCALE_PATHS for path in sorted(Path(place).glob("*/LC_MESSAGES/*.po"))]
    stale = sorted({path.parts[-3] for path in sources if not (made := path.with_suffix(".mo")).exists()
                    or made.stat().st_mtime < path.stat().st_mtime})  # fmt: skip
    said = f"not compiled as they are now: {', '.join(stale)}" if stale else f"{len(sources)} catalogues"
    return bool(sources) and not stale, said, "Run `./start doctor` in the checkout: it compiles them."


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
    "settings": _settings,
    "languages": _languages,
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
