"""Copies of an installation for a bad day: the Secretariat's, a bureau's own, the Commission's own.

The data carry the tables without those in which persons can be found, the papers, the sealed files, and the
Commission's requests sealed under a key of their own; the keys go elsewhere. Tables are copied first and keys last, so
that whatever the tables hold has its key; what was erased meanwhile has none any more. The last line of a backup names
each of its files with its digest and each key it needs: what was torn or lost since is found before anything is put
back. `put_back.py` is the way back.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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

    Raises Refused where there is something already, where data and keys would lie together, and where no installation
    was ever started.
    """
    at, home = at or timezone.now(), Path(settings.HOME)
    _require_places(folder.absolute(), keys.absolute() if keys else None, home)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
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
    told |= {"files": digests(folder), "keys": sorted(path.name for path in _keys(home))}
    (folder / MANIFEST).write_text(json.dumps(told), encoding="utf-8")  # last: a folder without it is no backup
    (home / TAKEN).write_text(f"{at.isoformat()}\n", encoding="utf-8")
    return count


def _require_places(folder: Path, keys: Path | None, home: Path) -> None:
    if not copied_tables.applied("default"):
        raise Refused(f"There is no installation in {home} yet: is ARTICLE3_HOME set to the right folder?")
    if folder.exists() and any(folder.iterdir()):
        raise Refused("The folder is not empty: every backup is written into a fresh one.")
    if folder.is_relative_to(home) or (keys is not None and keys.is_relative_to(home)):
        raise Refused("A backup inside the home is lost with it: name a folder elsewhere.")
    if keys is not None and (keys.is_relative_to(folder) or folder.is_relative_to(keys)):
        raise Refused("Data and keys must not lie in one another: whoever found them would read everything.")


def digests(folder: Path) -> dict[str, str]:
    """Every file of a backup but its last line, with the SHA-256 of its bytes."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / MANIFEST):
        with path.open("rb") as content:
            found[path.relative_to(folder).as_posix()] = hashlib.file_digest(content, "sha256").hexdigest()
    return found


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

    Each takes its place whole: a copy that is cut off leaves the older one of that file. The Commission's own
    installation reads the Organization's files through the Secretariat's keys, which stay there.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if getattr(settings, "FILES_HOME", None) is None:
        with _in_place(folder / "content.sqlite3") as part:
            keyring.copy_to(part)
    _replace(home / "sealed" / "wraps.sqlite3", folder / "sealed-wraps.sqlite3")
    for path in _keys(home):
        _replace(path, folder / path.name)
    _replace_all(home / "sealed" / "keys", folder / "sealed" / "keys")
    _replace_all(home / "witnesses", folder / "witnesses")


def _keys(home: Path) -> list[Path]:
    return sorted(path for path in (home / "keys").iterdir()
                  if path.is_file() and not path.name.startswith(("content.sqlite3", "tmp")))  # fmt: skip


def _replace_all(source: Path, target: Path) -> None:
    """Every file there, whole though somebody may be writing it just now; what is no more there goes."""
    if source.is_dir():
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
    there = [path for path in sorted(source.glob("*")) if path.is_file() and not path.name.endswith(("-wal", "-shm"))]
    for path in there:
        _replace(path, target / path.name)
    for path in target.glob("*"):
        if path.name not in {each.name for each in there}:
            path.unlink()


def _replace(source: Path, target: Path) -> None:
    if source.exists():
        with _in_place(target) as part:
            (_copy_whole if source.suffix == ".sqlite3" else shutil.copy2)(source, part)
    else:
        target.unlink(missing_ok=True)


@contextmanager
def _in_place(target: Path) -> Iterator[Path]:
    """A file beside, which takes the place of the target once it is written and on the disk."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    yield part
    with part.open("rb") as written:
        os.fsync(written.fileno())
    part.replace(target)
