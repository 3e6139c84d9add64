"""A witness of a journal: it remembers the last head it saw, and signs only what continues it (C2SP tlog-witness).

Whoever keeps an account of its own can be one: a bureau in its own installation, the Commission beside its own files.
`answer` is the whole of it; it needs a key, the journal's key, and a memory in a place the journal does not reach.
"""

from __future__ import annotations

import base64
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nacl.signing import SigningKey

from article3.journal import notes, tree

OK, MALFORMED, UNKNOWN, OTHER_SIZE, FORKED = 200, 400, 403, 409, 422
_LONGEST_PROOF = 63
_SETTINGS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The last head a witness signed for an origin; size 0 before the first."""

    size: int = 0
    root: bytes = tree.EMPTY
    note: bytes = b""


class Memory(Protocol):
    """What a witness remembers. Durable before `replace` returns; of two at once only one succeeds."""

    def last(self, origin: str) -> Seen:
        """The last head."""

    def replace(self, origin: str, before: Seen, now: Seen) -> bool:
        """Remember the new head if the former is still what was read; False when somebody was faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The status and text of a witness's answer: a cosignature line, or the size it remembers."""

    status: int
    text: str = ""


class InFile:
    """A memory in an SQLite file of its own, apart from the data it watches and from their backups."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = path
        with self._open() as db:
            db.execute("CREATE TABLE IF NOT EXISTS seen (origin TEXT PRIMARY KEY, size INTEGER NOT NULL, "
                       "root BLOB NOT NULL, note BLOB NOT NULL)")  # fmt: skip

    def last(self, origin: str) -> Seen:
        """The last head."""
        with self._open() as db:
            row = db.execute("SELECT size, root, note FROM seen WHERE origin = ?", (origin,)).fetchone()
        return Seen(size=row[0], root=row[1], note=row[2]) if row else Seen()

    def every(self) -> list[Seen]:
        """The last head of each origin."""
        with self._open() as db:
            rows = db.execute("SELECT size, root, note FROM seen WHERE size > 0 ORDER BY origin").fetchall()
        return [Seen(size=size, root=root, note=note) for size, root, note in rows]

    def replace(self, origin: str, before: Seen, now: Seen) -> bool:
        """In one statement, so that of two at once only one finds what it read."""
        given = (now.size, now.root, now.note, origin)
        with self._open() as db:
            if not before.size:
                db.execute("INSERT OR IGNORE INTO seen VALUES (?, 0, ?, x'')", (origin, tree.EMPTY))
            done = db.execute("UPDATE seen SET size = ?, root = ?, note = ? WHERE origin = ? AND size = ? AND root = ?",
                              (*given, before.size, before.root))  # fmt: skip
            return done.rowcount == 1

    def _open(self) -> _Closing:
        return _Closing(self._path)


class _Closing:
    """A connection for one step: committed and closed behind it."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, timeout=20)
        for line in _SETTINGS:
            self._db.execute(line)

    def __enter__(self) -> sqlite3.Connection:
        return self._db

    def __exit__(self, *trouble: object) -> None:
        try:
            if trouble[0] is None:
                self._db.commit()
        finally:
            self._db.close()


def request(old: int, proof: list[bytes], note: str) -> bytes:
    """What is asked of a witness: the size it remembers, the proof from there, the signed head."""
    steps = "".join(base64.b64encode(step).decode() + "\n" for step in proof)
    return f"old {old}\n{steps}\n{note}".encode()


def answer(data: bytes, memory: Memory, log: notes.Verifier, *, name: str, key: SigningKey, at_s: int) -> Answer:
    """The witness's answer to a request, remembered before it is given. `log`: the key of the journal it watches.

    409 with the size it remembers for another old size, 422 for a proof that fails or another root at the same size,
    403 for a head its log did not sign, 400 for what is no request.
    """
    try:
        old, proof, head = _read_request(data)
        checkpoint = notes.read_checkpoint(head.text)
    except (notes.NotANote, ValueError) as wrong:
        return Answer(status=MALFORMED, text=f"{wrong}\n")
    if head.by(log) is None or checkpoint.origin != log.name:
        return Answer(status=UNKNOWN)
    seen = memory.last(checkpoint.origin)
    if old != seen.size or old > checkpoint.size:
        return Answer(status=OTHER_SIZE, text=f"{seen.size}\n") if old != seen.size else Answer(status=MALFORMED)
    if not _continues(seen, checkpoint, proof):
        return Answer(status=FORKED)
    now = Seen(size=checkpoint.size, root=checkpoint.root, note=str(head).encode())
    if not memory.replace(checkpoint.origin, seen, now):
        return Answer(status=OTHER_SIZE, text=f"{memory.last(checkpoint.origin).size}\n")
    return Answer(status=OK, text=notes.cosign(head.text, name, key, at_s=at_s))


def _continues(seen: Seen, checkpoint: notes.Checkpoint, proof: list[bytes]) -> bool:
    if seen.size == 0:
        return not proof
    return tree.is_consistent(seen.size, checkpoint.size, seen.root, checkpoint.root, proof)


def _read_request(data: bytes) -> tuple[int, list[bytes], notes.Note]:
    head, _, rest = data.partition(b"\n\n")
    first, *steps = head.decode().split("\n")
    word, _, size = first.partition(" ")
    if word != "old" or not (size.isascii() and size.isdigit() and len(size) < 16) or len(steps) > _LONGEST_PROOF:
        raise ValueError("this is no request to a witness")
    return int(size), [base64.b64decode(step, validate=True) for step in steps], notes.read_note(rest)
