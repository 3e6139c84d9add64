"""The journal: how long `article3 verify` takes, and what an entry adds to the transaction it is written in."""

from __future__ import annotations

import argparse
import hashlib
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

DEFINITIONS = {
    "verify_s": "`article3 verify` over an export of so many entries under one head seen by three witnesses",
    "bare_ms": "median of a transaction that changes one row, committed to the disk (SQLite, synchronous FULL)",
    "with_entry_ms": "the same transaction with one entry of the journal in it",
    "ratio": "with_entry_ms / bare_ms",
}
_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def add_arguments(parser: Any) -> None:
    """How many entries, how many transactions."""
    parser.add_argument("--journal-entries", type=int, default=1_000_000, metavar="N", help="entries (1,000,000)")
    parser.add_argument("--appends", type=int, default=1_000, metavar="N", help="transactions of each kind (1,000)")


def measured(args: argparse.Namespace) -> dict[str, Any]:
    """The figures."""
    with tempfile.TemporaryDirectory() as folder:
        found = _verification(Path(folder) / "export", args.journal_entries)
        os.environ["ARTICLE3_HOME"] = str(Path(folder) / "home")
        return found | _appends(args.appends) | {"definitions": DEFINITIONS}


def as_text(figures: dict[str, Any]) -> str:
    """Three lines."""
    return (f"Journal\n  {figures['entries']:,} entries verified off-line in {figures['verify_s']} s "
            f"({figures['faults']} faults)\n  a transaction of one row {figures['bare_ms']} ms, with its entry "
            f"{figures['with_entry_ms']} ms: {figures['ratio']} times")  # fmt: skip


def _verification(folder: Path, count: int) -> dict[str, Any]:
    from article3.commands import verify

    _export(folder, count)
    began = time.perf_counter()
    told = verify.verify(folder, (folder / "keys").read_text(encoding="utf-8"))
    assert told["entries"] == count
    return {"entries": count, "verify_s": round(time.perf_counter() - began, 2), "faults": len(told["faults"])}


def _export(folder: Path, count: int) -> None:
    """Entries as long as ours are, a head over them, and the words of three witnesses."""
    from nacl.signing import SigningKey

    from article3.journal import notes, tree

    folder.mkdir()
    with (folder / "entries").open("wb") as file:
        def leaves() -> Iterator[bytes]:
            for number in range(count):
                body = _body(number)
                found = tree.leaf(body)
                file.write(found.hex().encode() + b" " + body + b"\n")
                yield found

        root = tree.root(leaves())
    log, text = SigningKey(b"l" * 32), notes.Checkpoint(origin="bench/journal", size=count, root=root).text
    names = ("commission", "bureau-xa", "bureau-xb")
    keys = [SigningKey(hashlib.sha256(name.encode()).digest()) for name in names]
    words = "".join(notes.cosign(text, name, key, at_s=1) for name, key in zip(names, keys, strict=True))
    (folder / "heads").write_text(f"{text}\n{notes.sign(text, 'bench/journal', log)}{words}", encoding="utf-8")
    public = [notes.verifier("bench/journal", log, notes.LOG)]
    public += [notes.verifier(name, key, notes.WITNESS) for name, key in zip(names, keys, strict=True)]
    (folder / "keys").write_text("\n".join(map(str, public)), encoding="utf-8")


def _body(number: int) -> bytes:
    digest = hashlib.blake2b(str(number).encode(), digest_size=32).hexdigest()
    return (f'{{"at":"2026-03-02T09:00:00+00:00","digest":"{digest}","files":1,"officer":"{digest[:32]}","reference":'
            f'"{digest[32:]}","seat":"secretariat","sequence":{number},"what":"read:case","why":"examination"}}').encode()


def _appends(count: int) -> dict[str, Any]:
    """Alternating, so that both kinds meet the same disk."""
    from article3.commands.serve import prepare

    prepare()
    from django.db import connection, transaction

    from article3.journal.pages import Pages
    from article3.wiring import clock

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE one_row (number INTEGER)")
        cursor.execute("INSERT INTO one_row VALUES (0)")

    def bare() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE one_row SET number = number + 1")

    def with_entry() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE one_row SET number = number + 1")
            Pages().note("case", sitting=clock(), why="examination", at=_AT, references=["a" * 32])

    times: dict[str, list[float]] = {"bare": [], "with": []}
    for _ in range(count):
        times["bare"].append(_timed(bare))
        times["with"].append(_timed(with_entry))
    bare_ms, with_ms = (round(statistics.median(each) * 1000, 3) for each in (times["bare"], times["with"]))
    return {"appends": count, "bare_ms": bare_ms, "with_entry_ms": with_ms, "ratio": round(with_ms / bare_ms, 2)}


def _timed(deed: Callable[[], None]) -> float:
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began
