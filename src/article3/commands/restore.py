"""`article3 restore FOLDER --keys FOLDER`: put a backup into an empty home; it starts only when all is as witnessed.

The erasures of the ledger are done again, the indexes made anew, and the journal must reach the newest witnessed head.
Until then the home carries a mark and nothing else of article3 starts on it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

MARK = "restoring"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From where."""
    parser.add_argument("folder", type=Path, help="a folder written by `article3 backup`")
    parser.add_argument("--keys", type=Path, metavar="FOLDER", required=True, help="the newest copy of the keys")
    parser.add_argument("--head", type=Path, metavar="FILE", help="the newest witnessed head that anybody holds")


def run(chosen: argparse.Namespace) -> int:
    """0 restored; 1 the home is not empty; 2 there is no backup; 3 it may not start, with the reason."""
    home = Path(os.environ.get("ARTICLE3_HOME") or ".article3").absolute()
    if not (chosen.folder / "article3.sqlite3").is_file() or not (chosen.keys / "content.sqlite3").is_file():
        print("There is no backup in the one folder, or no copy of keys in the other.", file=sys.stderr)
        return 2
    if (home / "article3.sqlite3").exists() and not (home / MARK).exists():
        print(f"{home} holds an installation already: a backup is restored into an empty home.", file=sys.stderr)
        return 1
    put_in_place(home, chosen.folder, chosen.keys)
    from article3.commands.serve import prepare

    os.environ["ARTICLE3_RESTORING"] = "1"
    prepare()
    from article3 import wiring

    done = wiring.after_restore(chosen.head.read_text(encoding="utf-8") if chosen.head else "")
    (home / MARK).unlink()
    print(f"{done.entries} entries, {done.indexed} files indexed anew, {done.erased} erased again.")
    print(f"The head of {done.head} entries, which its witnesses saw, is reached." if done.head else
          "No witness ever saw this journal: nobody can tell whether this is the newest backup.")  # fmt: skip
    return 0


def put_in_place(home: Path, data: Path, keys: Path) -> None:
    """Copy everything where it belongs, behind a mark that keeps the home from being used; again from the start."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    (home / MARK).touch(mode=0o600)
    for name in ("article3.sqlite3", "article3.sqlite3-wal", "article3.sqlite3-shm"):
        (home / name).unlink(missing_ok=True)
    for name in ("keys", "attachments", "sealed", "witnesses"):
        shutil.rmtree(home / name, ignore_errors=True)
    (home / "keys").mkdir(mode=0o700)
    shutil.copy2(data / "article3.sqlite3", home / "article3.sqlite3")
    if (data / "attachments").is_dir():
        shutil.copytree(data / "attachments", home / "attachments")
    for path in keys.iterdir():
        if path.is_file() and not path.name.startswith("sealed-"):
            shutil.copy2(path, home / "keys" / path.name)
    _sealed(home, data, keys)
    if (keys / "witnesses").is_dir():
        shutil.copytree(keys / "witnesses", home / "witnesses")


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
