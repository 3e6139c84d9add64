"""Copies of an installation for a bad day: the Secretariat's, a bureau's own, the Commission's own.

The data carry the tables without those in which persons can be found, the papers, the sealed files, and the
Commission's requests sealed under a key of their own; the keys go elsewhere. Tables are copied first and keys last, so
that whatever the tables hold has its key; what was erased meanwhile has none any more. `put_back.py` is the way back.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from article3 import keyring
from article3.register import erasing
from article3.terms.finding import Refused
from article3.wiring import copied_tables, sealed_copy

MANIFEST = "backup.json"
FORM = 1
DATA = {"sqlite": "article3.sqlite3", "postgresql": "article3.tables"}
COMMISSION, COMMISSION_KEY = "commission.sealed", "commission-copies"
TAKEN = "last-backup"
"""In the home: when the last backup was taken, for `article3 doctor`."""
NOT_CARRIED = frozenset({"known_rests", "fixed_copies_copyword", "django_session", "sign_in_cache"}
                        | {table._meta.db_table for table in erasing.FOUND_BY})  # fmt: skip
"""Made anew at restore, or of the moment."""
_PAPER = re.compile(r"[0-9a-f]{64}")


def back_up(folder: Path, keys: Path | None = None, at: datetime | None = None) -> int:
    """Copy the data into a fresh folder while others write, and the keys into another; how many tables.

    Raises Refused where there is something already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Refused("The folder is not empty: every backup is written into a fresh one.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    at, home = at or timezone.now(), Path(settings.HOME)
    told = {"form": FORM, "seat": settings.SEAT, "at": at.isoformat(), "databases": {}}
    count = 0
    for using in ("default", "commission"):
        told["databases"][using] = {"engine": copied_tables.engine(using), "applied": copied_tables.applied(using)}
    count = copied_tables.copy_out("default", folder / DATA[copied_tables.engine("default")], NOT_CARRIED)
    count += _copy_commission(home, folder / COMMISSION)
    _copy_whole(home / "sealed" / "files.sqlite3", folder / "sealed.sqlite3")
    _copy_papers(home / "attachments", folder / "attachments")
    if (home / "national-law").is_dir():
        shutil.copytree(home / "national-law", folder / "national-law")
    if keys is not None:
        _copy_keys(home, keys)
    (folder / MANIFEST).write_text(json.dumps(told), encoding="utf-8")  # last: a folder without it is no backup
    (home / TAKEN).write_text(f"{at.isoformat()}\n", encoding="utf-8")
    return count


def manifest(folder: Path) -> dict[str, Any] | None:
    """What a folder's backup says of itself; None when there is no whole backup in it."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) and told.get("form") == FORM else None


def _copy_commission(home: Path, target: Path) -> int:
    """The Commission's own database, sealed: applicants' names leave this machine under the Commission's key only."""
    plain = home / "commission" / "copy.part"
    plain.unlink(missing_ok=True)
    try:
        count = copied_tables.copy_out("commission", plain)
        sealed_copy.seal(plain, target, settings.KEY_FILE(COMMISSION_KEY))
    finally:
        plain.unlink(missing_ok=True)
    return count


def _copy_papers(source: Path, target: Path) -> None:
    """Every whole paper; one that is erased meanwhile is gone."""
    for path in (path for path in source.glob("*/*") if _PAPER.fullmatch(path.name)):
        (target / path.parent.name).mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            shutil.copy2(path, target / path.parent.name / path.name)


def _copy_whole(source: Path, target: Path) -> None:
    if not source.exists():
        return
    reading, writing = sqlite3.connect(source, timeout=20), sqlite3.connect(target)
    try:
        reading.backup(writing)
    finally:
        reading.close()
        writing.close()
    target.chmod(0o600)


def _copy_keys(home: Path, folder: Path) -> None:
    """The keys as they are now take the place of those copied before: older copies could open what was erased.

    The Commission's own installation reads the Organization's files through the Secretariat's keys, which stay there.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if getattr(settings, "FILES_HOME", None) is None:
        keyring.copy_to(folder / "content.sqlite3")
    _copy_whole(home / "sealed" / "wraps.sqlite3", folder / "sealed-wraps.sqlite3")
    for path in sorted((home / "keys").iterdir()):
        if path.is_file() and not path.name.startswith("content.sqlite3"):
            shutil.copy2(path, folder / path.name)
    shutil.rmtree(folder / "sealed" / "keys", ignore_errors=True)
    if (home / "sealed" / "keys").is_dir():
        shutil.copytree(home / "sealed" / "keys", folder / "sealed" / "keys")
    _copy_witnesses(home / "witnesses", folder / "witnesses")


def _copy_witnesses(source: Path, target: Path) -> None:
    """What each witness of this home remembers, whole though it may be remembering just now; and its key."""
    shutil.rmtree(target, ignore_errors=True)
    if not source.is_dir():
        return
    target.mkdir(mode=0o700)
    for path in sorted(source.iterdir()):
        if path.suffix == ".sqlite3":
            _copy_whole(path, target / path.name)
        elif path.is_file() and not path.name.endswith(("-wal", "-shm")):
            shutil.copy2(path, target / path.name)
