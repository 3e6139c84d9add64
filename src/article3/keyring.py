"""The keys of the files' content: one random key a file, wrapped, in a store of its own that no data backup carries.

Content lies sealed in the tables (XChaCha20-Poly1305, the record's id and the part as associated data). Destroying a
record's wrap makes every copy of it noise: in tables, in their free pages, in every backup ever made (docs/erasure.md).
"""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from nacl import bindings
from nacl.exceptions import CryptoError

_NONCE = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_SEALED = b"\x01"
_OPEN = b"\x00"
_TABLES = """
CREATE TABLE IF NOT EXISTS wrap (record TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS erasure (number INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
    because TEXT NOT NULL, left BLOB NOT NULL, chain BLOB NOT NULL);
"""
_SETTINGS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON")
_own = threading.local()


class Erased(Exception):
    """The content was erased by order: its key was destroyed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """One line of the ledger: which record, when, by which order, and what is left of it in its place."""

    number: int
    record: str
    at: datetime
    because: str
    left: bytes
    chain: bytes


def seal(record: str, part: str, content: bytes) -> bytes:
    """The content of one part of a record, readable only with the record's key; the key is made on first use.

    Raises Erased for a record whose key was destroyed: nothing is ever written under it again.
    """
    return sealed_with(key(record), record, part, content)


def sealed_with(its_key: bytes, record: str, part: str, content: bytes) -> bytes:
    """The same with the key at hand, for many parts at once."""
    nonce, id = secrets.token_bytes(_NONCE), record.encode()
    assert len(id) < 256, "a record's id is short"
    body = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(content, _place(id, part), nonce, its_key)
    return b"".join((_SEALED, bytes([len(id)]), id, nonce, body))


def bare(content: bytes) -> bytes:
    """Content that says nothing of anybody, in the same form, without a key: what is left after an erasure."""
    return _OPEN + content


def unseal(sealed: bytes | memoryview, part: str) -> bytes:
    """The content again. Raises Erased when the key was destroyed; asserts that nothing was changed or moved."""
    return _unsealed(sealed, part, _key_of)


def opener(several: Iterable[bytes | memoryview]) -> Callable[[bytes | memoryview, str], bytes]:
    """`unseal` for parts of the records that these parts belong to: their keys are fetched in one step, each once."""
    records = {record_of(part) for part in map(bytes, several) if part[:1] == _SEALED}
    known = {record: _unwrap(record.encode(), wrapped) for record, wrapped in _wraps(list(records))}
    return lambda sealed, part: _unsealed(sealed, part, known.get)


def _key_of(record: str) -> bytes | None:
    row = _store().execute("SELECT wrapped FROM wrap WHERE record = ?", (record,)).fetchone()
    return None if row is None else _unwrap(record.encode(), row[0])


def _unsealed(sealed: bytes | memoryview, part: str, key_of: Callable[[str], bytes | None]) -> bytes:
    given = bytes(sealed)
    if not given:
        raise Erased
    if given[:1] == _OPEN:
        return given[1:]
    assert given[:1] == _SEALED, "this is no sealed content"
    begin = 2 + given[1]
    id, nonce, body = given[2:begin], given[begin : begin + _NONCE], given[begin + _NONCE :]
    its_key = key_of(id.decode())
    if its_key is None:
        raise Erased
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(body, _place(id, part), nonce, its_key)
    except CryptoError as changed:
        raise AssertionError(f"the {part} of {id.decode()} was changed or moved") from changed


def record_of(sealed: bytes) -> str:
    """The record under whose key the content lies."""
    return sealed[2 : 2 + sealed[1]].decode()


def key(record: str) -> bytes:
    """The key of one record, made on first use and durable before it is used. Raises Erased."""
    return keys([record])[record]


def keys(records: Iterable[str]) -> dict[str, bytes]:
    """The keys of many records, those that are new made in one step. Raises Erased."""
    wanted = list(dict.fromkeys(records))
    found = dict(_wraps(wanted))
    new = [record for record in wanted if record not in found]
    if new:
        with _writing() as db:
            if any(erased(record) for record in new):
                raise Erased
            rows = [(record, _wrap(record.encode(), secrets.token_bytes(32))) for record in new]
            db.executemany("INSERT OR IGNORE INTO wrap VALUES (?, ?)", rows)
        found |= dict(_wraps(new))
    return {record: _unwrap(record.encode(), wrapped) for record, wrapped in found.items()}


def destroy(record: str, *, at: datetime, because: str, left: bytes = b"", also: Iterable[str] = ()) -> None:
    """Destroy the keys of a record and of what hung on it, and enter it in the ledger: one step. Again: nothing.

    `left` takes the place of the record wherever an older copy of it is restored.
    """
    with _writing() as db:
        gone = [(each,) for each in (record, *also)]
        db.executemany("DELETE FROM wrap WHERE record = ?", gone)
        if not erased(record):
            number, chain = _last()
            stamp = at.astimezone(UTC).isoformat()
            chain = _link(chain, record, stamp, because, left)
            db.execute(
                "INSERT INTO erasure VALUES (?, ?, ?, ?, ?, ?)", (number + 1, record, stamp, because, left, chain)
            )
    _store().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def drop(record: str) -> None:
    """Destroy the key of what was given up before it was anything: a draft. The ledger says nothing of it."""
    with _writing() as db:
        db.execute("DELETE FROM wrap WHERE record = ?", (record,))


def erased(record: str) -> bool:
    """Whether the ledger holds the record."""
    return _store().execute("SELECT 1 FROM erasure WHERE record = ?", (record,)).fetchone() is not None


def ledger(after: int = 0) -> Iterator[Erasure]:
    """The ledger's lines after a number, in order."""
    rows = _store().execute("SELECT number, record, at, because, left, chain FROM erasure WHERE number > ? "
                            "ORDER BY number", (after,)).fetchall()  # fmt: skip
    for number, record, at, because, left, chain in rows:
        yield Erasure(
            number=number, record=record, at=datetime.fromisoformat(at), because=because, left=left, chain=chain
        )


def erasure_line() -> tuple[str, ...]:
    """What a head of the journal says of the ledger: how many lines it has, and the digest over all of them."""
    number, chain = _last()
    return (f"erasures {number} {chain.hex()}",)


def reaches(line: str) -> bool:
    """Whether this ledger holds at least what a signed head says of it, and nothing else in its place."""
    word, number, chain = line.split(" ")
    if word != "erasures" or not _sound():
        return False
    row = _store().execute("SELECT chain FROM erasure WHERE number = ?", (int(number),)).fetchone()
    return int(number) == 0 or (row is not None and row[0].hex() == chain)


def fits(most: int) -> bool:
    """Whether this installation's content key opens the store's keys, tried on so many of them."""
    try:
        for record, wrapped in _store().execute("SELECT record, wrapped FROM wrap LIMIT ?", (most,)).fetchall():
            _unwrap(record.encode(), wrapped)
    except CryptoError:
        return False
    return True


def lacking(records: Iterable[str]) -> list[str]:
    """Those of these records that have no key here and were never erased: their content cannot be read any more."""
    wanted = list(records)
    found = dict(_wraps(wanted))
    return [record for record in wanted if record not in found and not erased(record)]


def copy_to(path: Path) -> None:
    """A copy of the store as it is, also while it is written to; whatever lay there before is gone."""
    path.unlink(missing_ok=True)
    target = sqlite3.connect(path)
    try:
        _store().backup(target)
    finally:
        target.close()
    path.chmod(0o600)


def replay() -> list[Erasure]:
    """Destroy again every key the ledger says was destroyed: a restored store may hold them. The ledger's lines."""
    told = list(ledger())
    with _writing() as db:
        db.executemany("DELETE FROM wrap WHERE record = ?", [(line.record,) for line in told])
    return told


def _sound() -> bool:
    chain = b""
    for line in ledger():
        chain = _link(chain, line.record, line.at.isoformat(), line.because, line.left)
        if chain != line.chain:
            return False
    return True


def _last() -> tuple[int, bytes]:
    return _store().execute("SELECT number, chain FROM erasure ORDER BY number DESC LIMIT 1").fetchone() or (0, b"")


def _link(before: bytes, record: str, at: str, because: str, left: bytes) -> bytes:
    said = b"\n".join((before.hex().encode(), record.encode(), at.encode(), because.encode(), left.hex().encode()))
    return hashlib.sha256(said).digest()


def _wraps(records: list[str]) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for start in range(0, len(records), 500):
        some = records[start : start + 500]
        places = ",".join("?" * len(some))
        found += _store().execute(f"SELECT record, wrapped FROM wrap WHERE record IN ({places})", some).fetchall()
    return found


def _wrap(id: bytes, its_key: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        its_key, _place(id, "wrap"), nonce, settings.CONTENT_KEY)  # fmt: skip


def _unwrap(id: bytes, wrapped: bytes) -> bytes:
    return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
        wrapped[_NONCE:], _place(id, "wrap"), wrapped[:_NONCE], settings.CONTENT_KEY)  # fmt: skip


def _place(id: bytes, part: str) -> bytes:
    return id + b"\n" + part.encode()


@contextmanager
def _writing() -> Iterator[sqlite3.Connection]:
    db = _store()
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def path() -> Path:
    """Where the store lies: with the installation's keys, not with its data."""
    return Path(getattr(settings, "FILES_HOME", None) or settings.HOME) / "keys" / "content.sqlite3"


def _store() -> sqlite3.Connection:
    """This thread's connection; a forked worker opens its own."""
    now = (os.getpid(), path())
    if getattr(_own, "of", None) != now:
        path().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path().touch(mode=0o600)
        db = sqlite3.connect(path(), timeout=20, isolation_level=None, check_same_thread=False)
        for line in _SETTINGS:
            db.execute(line)
        db.executescript(_TABLES)
        _own.of, _own.db = now, db
    return _own.db
