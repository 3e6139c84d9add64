"""Papers on the line: brought to the Secretariat before what names them, fetched after what was taken in.

A paper is asked for by its SHA-256 and travels in parts; it counts only when the whole of it has that hash. Neither
side says whether it has a paper somebody else brought.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from article3.exchange import centre, wire
from article3.exchange.canonical import Content
from article3.exchange.papers import Paper, brought, owed, settled
from article3.line.problems import NoLine
from article3.register import attachments, copies
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode

PART_BYTES = 512 * 1024
MOST_UNDER_WAY = 40
Ask = Callable[[str, dict[str, Content], str], dict[str, Content]]
"""One signed question: kind, body, kind of the answer; the body of the answer."""


# --- at the Secretariat


def bring_in(bureau: BureauCode, body: dict[str, Content], at: datetime) -> dict[str, Content]:
    """Take in one part; `have` says from which byte to go on. Raises Malformed for what is no such paper."""
    fields = wire.exact(body, {"sha256", "size", "offset", "part"})
    sha256, part = wire.digest(fields, "sha256"), _part(fields)
    size = wire.whole(fields, "size", least=1, most=attachments.LARGEST_BYTES)
    path = _under_way(bureau, sha256)
    have = path.stat().st_size if path.exists() else 0
    if wire.whole(fields, "offset") == have and have + len(part) <= size:
        have = _append(path, part)
    if have < size:
        return {"have": have}
    content = path.read_bytes()
    path.unlink()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise wire.Malformed("the paper is not what its hash says; bring it again")
    attachments.keep(content, name="paper", media_type="")
    brought(bureau, sha256, at)
    return {"have": size}


def hand(bureau: BureauCode, body: dict[str, Content], at: datetime) -> dict[str, Content]:
    """Hand out one part of a paper of an item the bureau holds; nothing (`size` 0) for anything else."""
    fields = wire.exact(body, {"item", "sha256", "offset"})
    item, sha256, offset = wire.item(fields), wire.digest(fields, "sha256"), wire.whole(fields, "offset")
    allowed = centre.may_fetch(bureau, item, sha256) and not copies.barred([item], bureau, day_of(at))
    try:
        content = attachments.read(sha256) if allowed else b""
    except FileNotFoundError:
        content = b""
    return {"size": len(content), "part": base64.b64encode(content[offset : offset + PART_BYTES]).decode("ascii")}


# --- at a bureau


def bring(bureau: BureauCode, ask: Ask) -> int:
    """Bring what our messages will name, before they leave; how many papers arrived. Raises NoLine."""
    papers = owed(bureau, outgoing=True)
    for paper in papers:
        _bring(paper, ask)
        settled(bureau, paper, outgoing=True)
    return len(papers)


def fetch(bureau: BureauCode, ask: Ask) -> int:
    """Fetch what the copies taken in name; how many are here now. What is not handed out is asked for again later."""
    here = 0
    for paper in owed(bureau, outgoing=False):
        content = _fetched(paper, ask)
        if hashlib.sha256(content).hexdigest() != paper.sha256:
            continue
        attachments.keep(content, name="paper", media_type="")
        settled(bureau, paper, outgoing=False)
        here += 1
    return here


def _bring(paper: Paper, ask: Ask) -> None:
    try:
        content = attachments.read(paper.sha256)
    except FileNotFoundError:  # it was never kept here: the Secretariat says so when it reads the message
        return
    have = 0
    while have < len(content):
        part = base64.b64encode(content[have : have + PART_BYTES]).decode("ascii")
        asked: dict[str, Content] = {"sha256": paper.sha256, "size": len(content), "offset": have, "part": part}
        answer = ask("bring", asked, "brought")
        before, have = have, wire.whole(wire.exact(answer, {"request", "have"}), "have", most=len(content))
        if have == before:
            raise NoLine("the Secretariat does not take the paper in")


def _fetched(paper: Paper, ask: Ask) -> bytes:
    content = b""
    while len(content) <= attachments.LARGEST_BYTES:
        asked: dict[str, Content] = {"item": paper.item, "sha256": paper.sha256, "offset": len(content)}
        fields = wire.exact(ask("fetch", asked, "fetched"), {"request", "size", "part"})
        part, size = _part(fields), wire.whole(fields, "size", most=attachments.LARGEST_BYTES)
        content += part
        if not part or len(content) >= size:
            return content
    return b""


def _part(fields: Any) -> bytes:
    try:
        part = base64.b64decode(fields["part"], validate=True)
    except (ValueError, TypeError):
        raise wire.Malformed("part is not base64") from None
    if len(part) > PART_BYTES:
        raise wire.Malformed(f"a part is at most {PART_BYTES} bytes")
    return part


def _under_way(bureau: BureauCode, sha256: str) -> Path:
    """Where a paper is put together: for each bureau apart, so that none learns of another's."""
    folder = Path(settings.HOME) / "papers-under-way" / bureau
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / sha256
    if not path.exists() and sum(1 for _ in folder.iterdir()) >= MOST_UNDER_WAY:
        raise wire.Malformed("too many papers are under way; finish one first")
    return path


def _append(path: Path, part: bytes) -> int:
    with path.open("ab") as stream:
        stream.write(part)
        stream.flush()
        os.fsync(stream.fileno())
        return stream.tell()
