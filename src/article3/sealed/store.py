"""The worker's own tables: sealed bodies, keyed digests to look them up by, and nothing that can be read without keys.

The wraps of the records' keys lie in a file beside, which no backup of data takes along: without it the rest is noise.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from article3.sealed.keys import Keys, seal, unseal

_TABLES = """
CREATE TABLE IF NOT EXISTS record (id TEXT PRIMARY KEY, tag BLOB NOT NULL, owner BLOB NOT NULL, zone TEXT NOT NULL,
    place INTEGER NOT NULL, body BLOB NOT NULL, look_on TEXT);
CREATE INDEX IF NOT EXISTS record_owner ON record (owner, place);
CREATE INDEX IF NOT EXISTS record_tag ON record (tag, place);
CREATE INDEX IF NOT EXISTS record_look ON record (look_on) WHERE look_on IS NOT NULL;
CREATE TABLE IF NOT EXISTS trace (record TEXT PRIMARY KEY, weigh BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS mark (mark BLOB NOT NULL, record TEXT NOT NULL, PRIMARY KEY (mark, record)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mark_record ON mark (record);
CREATE TABLE IF NOT EXISTS tie (file BLOB NOT NULL, record TEXT NOT NULL, open INTEGER NOT NULL, owed INTEGER NOT NULL,
    body BLOB NOT NULL, PRIMARY KEY (file, record)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tie_record ON tie (record);
CREATE INDEX IF NOT EXISTS tie_open ON tie (open) WHERE open = 1;
CREATE INDEX IF NOT EXISTS tie_owed ON tie (owed) WHERE owed = 1;
CREATE TABLE IF NOT EXISTS host (record TEXT PRIMARY KEY, owner BLOB NOT NULL, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS host_number ON host (owner, number);
CREATE TABLE IF NOT EXISTS place (name TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pledge (said BLOB PRIMARY KEY, salt BLOB NOT NULL, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS log (number INTEGER PRIMARY KEY, body BLOB NOT NULL, head BLOB NOT NULL);
"""
_WRAPS = "CREATE TABLE IF NOT EXISTS wraps.wrap (id TEXT, zone TEXT, wrapped BLOB NOT NULL, PRIMARY KEY (id, zone))"
_SETTINGS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON")
_BATCH = 500


class Gone(Exception):
    """The record's key was destroyed: its content is erased."""


class Store:
    """One connection, used by one question at a time."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.keys = Keys(folder / "keys")
        self._db = sqlite3.connect(folder / "files.sqlite3", isolation_level=None, check_same_thread=False)
        self._db.execute("ATTACH DATABASE ? AS wraps", (str(folder / "wraps.sqlite3"),))
        for line in _SETTINGS:
            self._db.execute(line)
        self._db.execute("PRAGMA wraps.journal_mode=WAL")
        self._db.execute("PRAGMA wraps.secure_delete=ON")
        self._db.executescript(_TABLES)
        self._db.execute(_WRAPS)
        self._tell_hosts_of_earlier_ones()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything inside is kept, or nothing is."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # --- records

    def add(self, id: str, zone: str, body: bytes, *, tag: str, owner: str) -> None:
        """Keep a new record under a key of its own."""
        last = self._db.execute("SELECT coalesce(max(place), 0) FROM record").fetchone()[0]
        self._db.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, NULL)",
                         (id, self.keys.digest(f"tag|{tag}"), self.keys.digest(f"owner|{owner}"), zone, last + 1,
                          self._sealed(id, zone, body)))

    def beside(self, id: str, zone: str, body: bytes) -> None:
        """Keep what belongs to a record in another zone: who gave it."""
        self.add(f"{id}.{zone}", zone, body, tag=zone, owner=f"{id}.{zone}")

    def put(self, id: str, zone: str, body: bytes) -> None:
        """Keep a changed record."""
        sealed = seal(body, self._key(id, zone), f"{zone}|{id}")
        self._db.execute("UPDATE record SET body = ? WHERE id = ?", (sealed, id))

    def get(self, id: str) -> tuple[str, bytes] | None:
        """The record with its zone; None when there is none. Raises Gone."""
        row = self._db.execute("SELECT zone, body FROM record WHERE id = ?", (id,)).fetchone()
        return None if row is None else (row[0], unseal(row[1], self._key(id, row[0]), f"{row[0]}|{id}"))

    def owned(self, owner: str) -> list[str]:
        """Ids of an owner's records, the latest first."""
        rows = self._db.execute("SELECT id FROM record WHERE owner = ? ORDER BY place DESC",
                                (self.keys.digest(f"owner|{owner}"),))
        return [row[0] for row in rows]

    def tagged(self, tag: str) -> list[str]:
        """Ids of one kind of record, the latest first."""
        rows = self._db.execute("SELECT id FROM record WHERE tag = ? ORDER BY place DESC",
                                (self.keys.digest(f"tag|{tag}"),))
        return [row[0] for row in rows]

    def erase(self, id: str) -> None:
        """Destroy the keys of a record, then take its rows away."""
        like = (id, f"{id}.%")
        self._db.execute("DELETE FROM wraps.wrap WHERE id = ? OR id LIKE ?", like)
        self._db.execute("DELETE FROM record WHERE id = ? OR id LIKE ?", like)
        self._db.execute("DELETE FROM tie WHERE record = ?", (id,))
        self.forget(id)

    # --- when the files are to be looked through for a record

    def look_on(self, id: str, on: date | None) -> None:
        """The day from which the files are to be looked through for it; None: they were."""
        self._db.execute("UPDATE record SET look_on = ? WHERE id = ?", (on.isoformat() if on else None, id))

    def to_look_for(self, on: date) -> list[str]:
        """Records for which the files are to be looked through."""
        return [row[0] for row in self._db.execute("SELECT id FROM record WHERE look_on <= ? ORDER BY place",
                                                   (on.isoformat(),))]

    # --- traces

    def remember(self, id: str, find: Iterable[bytes], weigh: bytes) -> None:
        """What a person is known again by, in the place of what it was before."""
        self.forget(id)
        self._db.execute("INSERT INTO trace VALUES (?, ?)", (id, weigh))
        self._db.executemany("INSERT INTO mark VALUES (?, ?)", [(mark, id) for mark in sorted(find)])

    def forget(self, id: str) -> None:
        """The record is found by nothing any more."""
        self._db.execute("DELETE FROM trace WHERE record = ?", (id,))
        self._db.execute("DELETE FROM mark WHERE record = ?", (id,))

    def with_marks(self, marks: list[bytes]) -> list[tuple[bytes, str]]:
        """Every mark of these that some record has, with the record."""
        found: list[tuple[bytes, str]] = []
        for start in range(0, len(marks), _BATCH):
            some = marks[start : start + _BATCH]
            places = ",".join("?" * len(some))
            found += self._db.execute(f"SELECT mark, record FROM mark WHERE mark IN ({places})", some)
        return found

    def weighed(self, id: str) -> bytes:
        """The marks a record is weighed by."""
        return self._db.execute("SELECT weigh FROM trace WHERE record = ?", (id,)).fetchone()[0]

    # --- ties of records and files

    def tie(self, file: str, record: str, body: bytes, *, open: bool, owed: bool) -> None:
        """What stands between a file and a record. `open`: a question waits; `owed`: something is to be done."""
        place = self.keys.digest(f"file|{file}")
        key = self.keys.of_ties(place)
        self._db.execute("INSERT INTO tie VALUES (?, ?, ?, ?, ?) ON CONFLICT (file, record) DO UPDATE SET "
                         "open = excluded.open, owed = excluded.owed, body = excluded.body",
                         (place, record, open, owed, seal(body, key, f"tie|{record}")))

    def ties(self, *, file: str = "", record: str = "", open: bool = False, owed: bool = False
             ) -> list[tuple[str, bytes]]:
        """The ties of one file, of one record, those with an open question, or those with something to be done."""
        if file:
            asked: tuple[str, tuple[object, ...]] = ("file = ?", (self.keys.digest(f"file|{file}"),))
        else:
            asked = ("record = ?", (record,)) if record else ("open = 1", ()) if open else ("owed = 1", ())
            assert record or open or owed, "ties are never listed whole"
        rows = self._db.execute(f"SELECT file, record, body FROM tie WHERE {asked[0]} ORDER BY record", asked[1])
        return [(row[1], self._untied(row[0], row[1], row[2])) for row in rows]

    # --- what an authority's own bureau is told, in the order in which it came to hold or changed

    def tell_host(self, id: str) -> None:
        """The record is the latest its authority's bureau is to be told of."""
        self._db.execute("INSERT INTO host SELECT id, owner, (SELECT coalesce(max(number), 0) + 1 FROM host AS h "
                         "WHERE h.owner = record.owner) FROM record WHERE id = ? "
                         "ON CONFLICT (record) DO UPDATE SET number = excluded.number", (id,))

    def for_host(self, owner: str, after: int, most: int) -> list[tuple[int, str]]:
        """The next records of an owner after a number, each with its own."""
        return self._db.execute("SELECT number, record FROM host WHERE owner = ? AND number > ? ORDER BY number "
                                "LIMIT ?", (self.keys.digest(f"owner|{owner}"), after, most)).fetchall()

    def place(self, name: str) -> str:
        """Something short that was put down under a name; empty at first."""
        row = self._db.execute("SELECT said FROM place WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def put_place(self, name: str, said: str) -> None:
        """Put it down in the place of what was there."""
        self._db.execute("INSERT OR REPLACE INTO place VALUES (?, ?)", (name, said))

    # --- the log

    def write_down(self, body: bytes) -> int:
        """One line of the log; its head holds every line before it."""
        last = self._db.execute("SELECT number, head FROM log ORDER BY number DESC LIMIT 1").fetchone() or (0, b"")
        number = last[0] + 1
        head = hashlib.blake2b(last[1] + body, digest_size=32).digest()
        key = self.keys.of_log()
        self._db.execute("INSERT INTO log VALUES (?, ?, ?)", (number, seal(body, key, f"log|{number}"), head))
        return number

    def lines(self, after: int = 0, most: int = 200) -> list[tuple[int, bytes]]:
        """The latest lines before `after`, or the latest there are; the newest first."""
        rows = self._db.execute("SELECT number, body FROM log WHERE ? = 0 OR number < ? ORDER BY number DESC LIMIT ?",
                                (after, after, most))
        return [(row[0], unseal(row[1], self.keys.of_log(), f"log|{row[0]}")) for row in rows]

    def faults(self) -> list[str]:
        """What is wrong with the log: a line that is missing or was changed."""
        found, head, expected = [], b"", 1
        for number, body, kept in self._db.execute("SELECT number, body, head FROM log ORDER BY number"):
            head = hashlib.blake2b(head + unseal(body, self.keys.of_log(), f"log|{number}"), digest_size=32).digest()
            if number != expected or head != kept:
                found.append(f"line {expected} of the sealed log is missing or was changed")
                head = kept
            expected = number + 1
        return found

    def pledge(self) -> bytes:
        """A digest the log stands by as it is now, that says nothing of it: no two are alike, whatever was done."""
        number, head = self._log_head()
        salt = secrets.token_bytes(32)
        said = _pledged(salt, number, head)
        self._db.execute("INSERT INTO pledge VALUES (?, ?, ?)", (said, salt, number))
        return said

    def keeps(self, said: bytes) -> bool:
        """Whether the log still stands by a digest given out before."""
        row = self._db.execute("SELECT salt, number FROM pledge WHERE said = ?", (said,)).fetchone()
        return row is not None and _pledged(row[0], row[1], self._log_head(row[1])[1]) == said

    def _log_head(self, upto: int | None = None) -> tuple[int, bytes]:
        row = self._db.execute("SELECT number, head FROM log WHERE ? IS NULL OR number = ? "
                               "ORDER BY number DESC LIMIT 1", (upto, upto)).fetchone()
        return row or (0, b"")

    def close(self) -> None:
        """Done with it."""
        self._db.close()

    def _tell_hosts_of_earlier_ones(self) -> None:
        """Attestations from before bureaus were told; once, while the table is empty."""
        self._db.execute("INSERT INTO host SELECT id, owner, place FROM record WHERE tag = ? "
                         "AND NOT EXISTS (SELECT 1 FROM host)", (self.keys.digest("tag|protection"),))

    def _sealed(self, id: str, zone: str, body: bytes) -> bytes:
        key, wrapped = self.keys.fresh(zone, id)
        self._db.execute("INSERT INTO wraps.wrap VALUES (?, ?, ?)", (id, zone, wrapped))
        return seal(body, key, f"{zone}|{id}")

    def _key(self, id: str, zone: str) -> bytes:
        row = self._db.execute("SELECT wrapped FROM wraps.wrap WHERE id = ? AND zone = ?", (id, zone)).fetchone()
        if row is None:
            raise Gone
        return self.keys.unwrap(zone, id, row[0])

    def _untied(self, place: bytes, record: str, body: bytes) -> bytes:
        return unseal(body, self.keys.of_ties(place), f"tie|{record}")


def _pledged(salt: bytes, number: int, head: bytes) -> bytes:
    return hashlib.blake2b(salt + number.to_bytes(8) + head, digest_size=32).digest()
