"""Lists of people as files: JSON Lines, CSV, a name a line, and the forms in which others publish them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from article3.intake.documents import read_path
from article3.intake.problems import Unreadable
from article3.screening.birth import packed_text
from article3.screening.likeness import Particulars
from article3.screening.passages import particulars
from article3.terms.communication import Communication, Reference


def people_listed(path: Path) -> Iterator[tuple[str, Particulars]]:
    """The people of a list with their references. ValueError names the line that cannot be read."""
    if path.suffix in (".xml", ".json"):
        yield from _published(path)
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        if path.suffix == ".csv":
            for number, row in enumerate(csv.DictReader(file), 2):
                yield _row(row, f"line {number}", path)
            return
        for number, line in enumerate(file, 1):
            if line.strip():
                row = {"names": line.strip()} if path.suffix == ".txt" else _json(line, number, path)
                yield _row(row, f"line {number}", path)


def _published(path: Path) -> Iterator[tuple[str, Particulars]]:
    """The people of a list in a published form: the Security Council's, FollowTheMoney, the public notices service."""
    for where, read in read_path(path, reference=lambda _: Reference("0" * 32)):
        if isinstance(read, Unreadable):
            raise ValueError(f"{where}: {read.problems[0]}")
        if isinstance(read, Communication) and read.person is not None:
            yield read.un_reference or read.source_reference or where, particulars(read.person)


def _json(line: str, number: int, path: Path) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as fault:
        raise ValueError(f"{path}: line {number}: not JSON: {fault.msg}") from None
    if not isinstance(row, dict):
        raise ValueError(f"{path}: line {number}: expected an object")
    return row


def _row(row: dict[str, Any], where: str, path: Path) -> tuple[str, Particulars]:
    names, born = _texts(row, "names", "name"), _texts(row, "birth_date")
    if not names:
        raise ValueError(f"{path}: {where}: names is missing")
    unread = [text for text in born if not packed_text(text)]
    if unread:
        raise ValueError(f"{path}: {where}: birth_date: {unread[0]!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
    person = Particulars(names=names, born=tuple(map(packed_text, born)),
                         countries=frozenset(code.lower() for code in _texts(row, "nationality")),
                         documents=frozenset(_texts(row, "document")))
    return str(row.get("reference") or where), person


def _texts(row: dict[str, Any], *fields: str) -> tuple[str, ...]:
    """One text, several separated by a bar, or a list of texts."""
    value = next((row[field] for field in fields if row.get(field)), "")
    texts = map(str, value) if isinstance(value, list) else str(value).split("|")
    return tuple(text.strip() for text in texts if text.strip())
