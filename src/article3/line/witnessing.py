"""A bureau's or the Commission's own installation as a witness of the Secretariat's journal, over the line.

It asks with the size it remembers, looks at the answer with its own eyes (`journal.witness`), remembers, and
brings its signature. Nothing here needs the envelope of other messages: a head and a cosignature are signed themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from article3 import wiring
from article3.exchange.wire import Malformed
from article3.journal import notes, witness
from article3.line.problems import NoLine
from article3.terms.finding import Refused

_LONGEST_SIZE = 16
_LONGEST_WORD = 4_000


def head(data: bytes, at: datetime | None = None) -> bytes:
    """At the Secretariat: the newest head for a witness that remembers so many entries; nothing when it is that one."""
    return wiring.witness_request(_size(data)) or b""


def cosign(data: bytes, at: datetime | None = None) -> bytes:
    """At the Secretariat: a witness's line under a head, kept if its word counts; `kept`, or nothing."""
    size, _, line = data.partition(b"\n")
    try:
        text = line[:_LONGEST_WORD].decode()
        return b"kept" if wiring.take_cosignature(_size(size), text) else b""
    except (ValueError, notes.NotANote) as wrong:
        raise Malformed("this is no cosignature") from wrong


def watch(text: str) -> None:
    """In an installation of its own: from now on it witnesses the journal with this key, read out by the Secretariat.

    Raises Refused for what is no journal's key.
    """
    try:
        found = notes.Verifier.read(text)
    except notes.NotANote as wrong:
        raise Refused(f"The key of the journal cannot be read: {wrong}.") from wrong
    if found.kind != notes.LOG:
        raise Refused("This is the key of a witness, not of a journal.")
    _watched().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _watched().write_text(f"{found}\n", encoding="utf-8")


def look(name: str, transport: Callable[[str, bytes], bytes], at: datetime | None = None) -> int | None:
    """One look at the Secretariat's newest head; the status of our own answer, None when there is nothing to look at.
    `name`: this witness's, as `bureau-xa` or `commission`.

    Raises NoLine. A refusal (409, 422) is for a person to read: it means that the journal was rolled back or forked.
    """
    if not _watched().is_file():
        return None
    at = at or timezone.now()
    log = notes.Verifier.read(_watched().read_text(encoding="utf-8"))
    key, memory = wiring.own_witness(name)
    seen = memory.last(log.name)
    asked = transport("head", str(seen.size).encode())
    if not asked:
        return None
    said = witness.answer(asked, memory, log, name=name, key=key, at_s=int(at.timestamp()))
    if said.status == witness.OK:
        size = memory.last(log.name).size
        if transport("cosign", f"{size}\n{said.text}".encode()) != b"kept":
            raise NoLine("the Secretariat did not take our word as a witness: is our key enrolled there?")
    return said.status


def _watched() -> Path:
    return Path(settings.HOME) / "witnesses" / "journal"


def _size(data: bytes) -> int:
    if not data.isdigit() or len(data) > _LONGEST_SIZE:
        raise Malformed("this is no size")
    return int(data)
