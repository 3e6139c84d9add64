"""Copies of this installation's data for a bad day, and what a restored copy must show before anybody uses it.

A backup carries the tables without those in which persons can be found, and the papers; all content in it is sealed.
The keys go elsewhere. What was erased stays erased: its key is gone, and the ledger is played again at restore.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from article3 import keyring
from article3.journal import guards, heads, notes, pages
from article3.register import erasing, restoring
from article3.terms.finding import Refused

DATA = "article3.sqlite3"
_NOT_CARRIED = frozenset({"known_rests", "django_session", "sign_in_cache"}
                         | {table._meta.db_table for table in erasing.OF_A_PERSON})  # fmt: skip
"""Made anew at restore, or of the moment."""
_ASIDE = ("attachments",)
_KEYS_ASIDE = ("sealed/keys", "witnesses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restored home was found to be."""

    entries: int
    head: int | None  # entries under the witnessed head it reaches; None: no witness ever saw this journal
    erased: int  # records the ledger erased again
    indexed: int


def back_up(folder: Path, keys: Path | None = None) -> int:
    """Copy the data into a fresh folder while others write, and the keys into another; how many tables.

    Raises Refused on PostgreSQL, and where there is something already.
    """
    if connection.vendor != "sqlite":
        raise Refused(
            "On PostgreSQL the operator takes the backup with pg_dump: docs/operation.md says with which words."
        )
    if folder.exists() and any(folder.iterdir()):
        raise Refused("The folder is not empty: every backup is written into a fresh one.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    count = _copy_tables(Path(connection.settings_dict["NAME"]), folder / DATA)
    home = Path(settings.HOME)
    for name in _ASIDE:
        if (home / name).is_dir():
            shutil.copytree(home / name, folder / name)
    _copy_whole(home / "sealed" / "files.sqlite3", folder / "sealed.sqlite3")
    if keys is not None:
        _copy_keys(home, keys)
    return count


def after_restore(head: str = "") -> Restored:
    """Bring restored tables to where they may be used, or say why they may not. `head`: the newest head anybody holds.

    Raises Refused when an entry is missing or changed, when a witnessed head is not reached, or when the ledger of
    erasures is older than that head says.
    """
    if not guards.standing(connection):
        raise Refused("The restored database does not refuse to change entries: this is no backup of ours.")
    wrong = pages.faults()
    if wrong:
        raise Refused(f"The restored journal is not whole: {'; '.join(wrong[:3])}.")
    erased = restoring.replay()
    indexed = restoring.rebuild()
    reached = _reaches(head)
    erasing.compact()
    return Restored(entries=pages.root()[0], head=reached, erased=erased, indexed=indexed)


def _reaches(given: str) -> int | None:
    """Entries under the newest witnessed head, once the restored journal is seen to contain it."""
    found = [point for note in (given, *_remembered(), heads.note() or "") if (point := _witnessed(note)) is not None]
    if given and _witnessed(given) is None:
        raise Refused("The head you gave is not one of this journal seen by a quorum of its witnesses.")
    if not found:
        if heads.witnesses():
            raise Refused(
                "No witnessed head is at hand: give the newest one a witness or oversight holds (--head FILE)."
            )
        return None
    newest = max(found, key=lambda point: point.size)
    size, root = pages.root(newest.size)
    if size < newest.size:
        raise Refused(f"The backup ends at entry {size}, and witnesses saw {newest.size}: acts were done after it. "
                      "Bring a newer backup.")  # fmt: skip
    if root != newest.root:
        raise Refused(f"The first {newest.size} entries are not those the witnesses saw.")
    told = [line for line in newest.further if line.startswith("erasures ")]
    if not told or not keyring.reaches(told[0]):
        raise Refused("The ledger of erasures is older than the witnessed head: bring the newest copy of the keys.")
    return newest.size


def _witnessed(note: str) -> notes.Checkpoint | None:
    try:
        read = notes.read_note(note.encode())
        point = notes.read_checkpoint(read.text)
    except notes.NotANote:
        return None
    seen = {found.name for found in heads.witnesses() if read.by(notes.Verifier.read(found.public)) is not None}
    valid = len(seen) >= heads.QUORUM and heads.COMMISSION in seen
    return point if valid and read.by(heads.verifier()) is not None else None


def _remembered() -> Iterator[str]:
    """The heads that witnesses seated here remember, each with whatever lines stand under that head here."""
    from article3.journal.witness import InFile

    for path in sorted((Path(settings.HOME) / "witnesses").glob("*.sqlite3")):
        seen = InFile(path).last(heads.verifier().name)
        if seen.size:
            yield heads.note(seen.size) or _alone(seen.size, seen.root)


def _alone(size: int, root: bytes) -> str:
    """A witness of this machine remembers a head that the restored tables do not have: they are too old or others."""
    if pages.root(size) != (size, root):
        raise Refused(f"A witness remembers {size} entries, which the backup does not reach. Bring a newer backup.")
    return ""


def _copy_tables(source: Path, target: Path) -> int:
    """One reading transaction of the source, so that all tables are of one moment; writers go on meanwhile."""
    plan = sqlite3.connect(source, timeout=20, isolation_level=None)
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        made = plan.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
                            "AND name NOT LIKE 'sqlite_%'").fetchall()  # fmt: skip
        tables = [(name, sql) for kind, name, sql in made if kind == "table"]
        for _, sql in tables:
            copy.execute(sql)
        copy.close()
        plan.execute("ATTACH DATABASE ? AS copy", (str(target),))
        plan.execute("BEGIN")
        for name, _ in tables:
            if name not in _NOT_CARRIED:
                plan.execute(f'INSERT INTO copy."{name}" SELECT * FROM main."{name}"')
        plan.execute("INSERT INTO copy.sqlite_sequence SELECT * FROM main.sqlite_sequence "
                     "WHERE name NOT IN (SELECT name FROM copy.sqlite_sequence)")  # fmt: skip
        plan.execute("COMMIT")
        plan.execute("DETACH DATABASE copy")
        copy = sqlite3.connect(target, isolation_level=None)
        for kind, _, sql in made:
            if kind in ("index", "trigger"):
                copy.execute(sql)
        return len(tables)
    finally:
        copy.close()
        plan.close()


def _copy_whole(source: Path, target: Path) -> None:
    if not source.exists():
        return
    reading, writing = sqlite3.connect(source, timeout=20), sqlite3.connect(target)
    try:
        reading.backup(writing)
    finally:
        reading.close()
        writing.close()


def _copy_keys(home: Path, folder: Path) -> None:
    """The keys as they are now take the place of those copied before: older copies could open what was erased."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keyring.copy_to(folder / "content.sqlite3")
    _copy_whole(home / "sealed" / "wraps.sqlite3", folder / "sealed-wraps.sqlite3")
    for path in sorted((home / "keys").iterdir()):
        if not path.name.startswith("content.sqlite3"):
            shutil.copy2(path, folder / path.name)
    for name in _KEYS_ASIDE:
        shutil.rmtree(folder / name, ignore_errors=True)
        if (home / name).is_dir():
            shutil.copytree(home / name, folder / name)
