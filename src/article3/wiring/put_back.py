"""What a restored copy must show before anybody uses it, on SQLite and on PostgreSQL.

The tables are put back, the erasures of the ledger done again, the indexes made anew; the journal must be whole and
reach the newest head its witnesses saw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections

from article3 import keyring
from article3.journal import guards, heads, notes, pages
from article3.register import erasing, restoring
from article3.terms.finding import Refused
from article3.wiring import copied_tables, sealed_copy
from article3.wiring.safekeeping import COMMISSION, COMMISSION_KEY, DATA
from article3.wiring.self_check import keys_fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restored home was found to be."""

    entries: int
    head: int | None  # entries under the witnessed head it reaches; None: no witness ever saw this journal
    erased: int  # records the ledger erased again
    indexed: int


def put_tables_back(folder: Path, told: dict[str, Any], again: bool, begun: Callable[[], object]) -> None:
    """Put the tables of a backup into the databases this installation is set to; before any migration is applied.

    `again`: an earlier attempt into the very same databases was cut off, and what it left is dropped; `begun` is called
    when this one begins to write. Raises Refused where the kinds of database differ, where one holds tables already,
    or where the copy is of a newer version.
    """
    for using, of in told["databases"].items():
        if copied_tables.engine(using) != of["engine"]:
            raise Refused(f"The backup of the {using} database is of {of['engine']}, and this installation stands on "
                          f"{copied_tables.engine(using)}: set the address of its database as it was.")  # fmt: skip
        copied_tables.check_known(of["applied"])
        if of["engine"] == "postgresql" and not copied_tables.is_empty(using):
            if not again:
                raise Refused(f"The {using} database holds tables: a backup is restored into an empty one.")
            copied_tables.empty(using)
    begun()
    for using, of in told["databases"].items():
        _put(using, of, folder)


def restored_into() -> str:
    """The databases a restore writes into, so that one that was cut off is begun again in these and in no others."""
    named = [{key: str(connections[using].settings_dict[key]) for key in ("HOST", "PORT", "NAME")}
             for using in ("default", "commission")]  # fmt: skip
    return repr(named)


def _put(using: str, of: dict[str, Any], folder: Path) -> None:
    home, plain = Path(settings.HOME), folder / DATA[of["engine"]]
    if using == "commission":
        plain = home / "commission" / ("commission.sqlite3" if of["engine"] == "sqlite" else "copy.part")
        sealed_copy.unseal(folder / COMMISSION, plain, settings.KEY_FILE(COMMISSION_KEY))
    if of["engine"] == "postgresql":
        copied_tables.copy_in(using, plain, of["applied"])
    (home / "commission" / "copy.part").unlink(missing_ok=True)


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
    erased = indexed = 0
    right, said, _ = keys_fit()
    if not right:
        raise Refused(f"The keys given are not those of this backup, or are older than it; {said}.")
    if "files" not in settings.DATABASES:  # in the Commission's own installation the files are somebody else's
        erased, indexed = restoring.replay(), restoring.rebuild()
    reached = _reaches(head)
    if "files" not in settings.DATABASES:
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
