"""`article3 restore FOLDER --keys FOLDER`: put a backup into an empty home; it starts only when all is as witnessed.

The tables go where this installation is set to keep them: on SQLite into the home, on PostgreSQL into the empty
database of `ARTICLE3_DATABASE_URL`. The erasures of the ledger are done again, the indexes made anew, and the journal
must reach the newest witnessed head. Until then the home carries a mark and nothing else of article3 starts on it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

MARK = "restoring"
OURS = ("keys", "attachments", "sealed", "witnesses", "commission", "national-law")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From where."""
    parser.add_argument("folder", type=Path, help="a folder written by `article3 backup`")
    parser.add_argument("--keys", type=Path, metavar="FOLDER", required=True, help="the newest copy of the keys")
    parser.add_argument("--head", type=_head, metavar="FILE",
                        help="the newest witnessed head that anybody holds")  # fmt: skip


def _head(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, ValueError) as trouble:
        raise argparse.ArgumentTypeError(f"{path} cannot be read as a head ({trouble})") from None


def run(chosen: argparse.Namespace) -> int:
    """0 restored; 1 the home is not empty; 2 there is no backup; 3 it is torn or may not start, with the reason."""
    home = Path(os.environ.get("ARTICLE3_HOME") or ".article3").absolute()
    told = _told(chosen.folder)
    seat = None if told is None else str(told["seat"])
    if told is None or seat is None or not (chosen.keys / "journal").is_file():
        print("There is no whole backup in the one folder, or no copy of keys in the other.", file=sys.stderr)
        return 2
    if os.environ.setdefault("ARTICLE3_SEAT", seat) != seat:
        print(
            f"The backup is of the seat {seat or 'secretariat'!r}, and ARTICLE3_SEAT says otherwise.", file=sys.stderr
        )
        return 2
    if ((home / "article3.sqlite3").exists() or (home / "keys").exists()) and not (home / MARK).exists():
        print(f"{home} holds an installation already: a backup is restored into an empty home. Set ARTICLE3_HOME to "
              "another folder.", file=sys.stderr)  # fmt: skip
        return 1
    torn = _torn(chosen.folder, chosen.keys, told)
    if torn:
        print(f"This backup is not as it was written: {torn}. Nothing was put back.", file=sys.stderr)
        return 3
    _put_in_place(home, chosen.folder, chosen.keys)
    return _started(home, chosen.folder, chosen.head or "")


def _started(home: Path, folder: Path, head: str) -> int:
    """Fill the databases, look whether they are whole, and say what was found."""
    os.environ["ARTICLE3_RESTORING"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "article3.project.settings")
    import django

    django.setup()
    from article3 import wiring
    from article3.commands.serve import prepare

    mark, told = home / MARK, wiring.manifest(folder)
    assert told is not None, "looked at before"
    again = mark.read_text(encoding="utf-8") == wiring.restored_into()
    wiring.put_tables_back(folder, told, again, begun=lambda: mark.write_text(wiring.restored_into(), encoding="utf-8"))
    prepare()
    done = wiring.after_restore(head)
    mark.unlink()
    print(f"{done.entries} entries, {done.indexed} files indexed anew, {done.erased} erased again.")
    print(f"The head of {done.head} entries, which its witnesses saw, is reached." if done.head else
          "No witness ever saw this journal: nobody can tell whether this is the newest backup.")  # fmt: skip
    return 0


def _told(folder: Path) -> dict[str, Any] | None:
    """What a backup says of itself, before any setting is read; None when there is none."""
    try:
        told = json.loads((folder / "backup.json").read_text(encoding="utf-8"))
        return told if isinstance(told["seat"], str) and isinstance(told["databases"], dict) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _torn(folder: Path, keys: Path, told: dict[str, Any]) -> str:
    """The first file that is missing or another, the first key that is missing; empty when all are there.

    A backup of a version before digests names neither: what is wrong with it is found when it is read.
    """
    for name, digest in told.get("files", {}).items():
        if not (folder / name).is_file():
            return f"{name} is missing"
        with (folder / name).open("rb") as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != digest:
                return f"{name} was changed or cut off"
    for name in told.get("keys", ()):
        if name != "sessions" and not (keys / name).is_file():
            return f"the key {name} is not among the keys given"
    short = [path.name for path in keys.iterdir() if path.name in told.get("keys", ()) and path.stat().st_size != 32]
    return f"the key {short[0]} is damaged" if short else ""


def _put_in_place(home: Path, data: Path, keys: Path) -> None:
    """Copy everything where it belongs, behind a mark that keeps the home from being used; again from the start."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    (home / MARK).touch(mode=0o600)
    for name in ("article3.sqlite3", "article3.sqlite3-wal", "article3.sqlite3-shm", "keys-made"):
        (home / name).unlink(missing_ok=True)
    for name in OURS:
        shutil.rmtree(home / name, ignore_errors=True)
    (home / "keys").mkdir(mode=0o700)
    if (data / "article3.sqlite3").is_file():
        shutil.copy2(data / "article3.sqlite3", home / "article3.sqlite3")
    for path in keys.iterdir():
        if path.is_file() and not path.name.startswith("sealed-") and path.suffix != ".part":
            shutil.copy2(path, home / "keys" / path.name)
    for folder in (data / "attachments", data / "national-law", keys / "witnesses"):
        if folder.is_dir():
            shutil.copytree(folder, home / folder.name)
    _sealed(home, data, keys)


def _sealed(home: Path, data: Path, keys: Path) -> None:
    """The sealed files keep their keys beside them, readable by their own worker."""
    if not (data / "sealed.sqlite3").is_file():
        return
    (home / "sealed").mkdir(mode=0o700)
    shutil.copy2(data / "sealed.sqlite3", home / "sealed" / "files.sqlite3")
    if (keys / "sealed-wraps.sqlite3").is_file():
        shutil.copy2(keys / "sealed-wraps.sqlite3", home / "sealed" / "wraps.sqlite3")
    if (keys / "sealed" / "keys").is_dir():
        shutil.copytree(keys / "sealed" / "keys", home / "sealed" / "keys")
