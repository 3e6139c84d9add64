"""Files of communications: ours or the public notice service's, one by one, with flat memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from article3.intake.follow_the_money import grouped, is_entity, read_entities
from article3.intake.json_text import LARGEST_BYTES, parse
from article3.intake.problems import Note, Problem, Unreadable
from article3.intake.public_service import (
    is_list_page,
    is_public_notice,
    page_notices,
    page_shortfall,
    read_public_notice,
)
from article3.intake.reading import read_communication
from article3.intake.un_list import entries, is_un_list, read_entry
from article3.terms.communication import Communication, Reference

Read = Communication | Unreadable | Note
NewReference = Callable[[str], Reference]

LARGEST_FILE_BYTES = 64_000_000
"""The longest file read whole; JSON Lines may be of any length, since only one line is held at a time."""
_LINE_ENDINGS = (".jsonl", ".ndjson")
_ENDINGS = (".json", ".xml", *_LINE_ENDINGS)


def read_path(path: Path, *, reference: NewReference) -> Iterator[tuple[str, Read]]:
    """Everything in a file or folder: (where, what was read). A bad document never stops the rest.

    A file may hold one communication, one notice or list page of the public service, a list of these, or one of
    these a line (JSON Lines); of a folder every `.json`, `.jsonl` and `.ndjson` is read, in the order of their names.
    `where` is `file.json`, `file.jsonl:3` or `page.json#/_embedded/notices/4`; `reference(where)` makes our
    reference. A Note says something about a whole file, such as a list page that holds less than its total.
    """
    if not path.is_dir():
        yield from _read_file(path, reference)
        return
    empty = True
    for file in _files(path):
        empty = False
        yield from _read_file(file, reference)
    if empty:
        yield str(path), _fault("no_files", "no file", f"files ending in {', '.join(_ENDINGS)}", "Name another folder.")


def read_value(value: object, where: str, *, reference: NewReference) -> Iterator[tuple[str, Read]]:
    """What one parsed JSON value holds; `where` is said of a single document, with a pointer for one of several."""
    if isinstance(value, list) and value and is_entity(value[0]):
        yield from _read_entities(((f"{where}#/{place}", each) for place, each in enumerate(value)), reference)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _read_entry(each, f"{where}#/{place}", reference)
    else:
        yield from _read_entry(value, where, reference)


def _read_entry(value: object, where: str, reference: NewReference) -> Iterator[tuple[str, Read]]:
    if is_list_page(value):
        yield from _read_page(value, where, reference)
    else:
        yield where, _read_one(value, where, reference, is_public_notice(value))


def _files(folder: Path) -> Iterator[Path]:
    """Every file of ours below a folder, in order; links to folders are not followed."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(parent, name) for name in sorted(names) if name.lower().endswith(_ENDINGS))


def _read_file(file: Path, reference: NewReference) -> Iterator[tuple[str, Read]]:
    try:
        with file.open("rb") as handle:
            lines = _is_lines(file, handle)
            handle.seek(0)
            yield from (_read_lines if lines else _read_whole)(str(file), handle, reference)
    except OSError as error:
        found = error.strerror or "an error"
        yield str(file), _fault("no_file", found, "a file one can read", "Check its name and rights.")


def _is_lines(file: Path, handle: IO[bytes]) -> bool:
    """JSON Lines by name, or by a first line that is a document of its own with more after it."""
    if file.suffix.lower() in _LINE_ENDINGS:
        return True
    first = handle.readline(LARGEST_BYTES + 1).strip()
    more = handle.read(4096).strip()
    if not more or not first.startswith(b"{") or not first.endswith(b"}"):
        return False
    try:
        return isinstance(parse(first), dict)
    except Unreadable:
        return False


def _read_whole(where: str, handle: IO[bytes], reference: NewReference) -> Iterator[tuple[str, Read]]:
    content = handle.read(LARGEST_FILE_BYTES + 1)
    if is_un_list(content):
        yield from _read_un_list(where, content, reference)
        return
    try:
        value = parse(content, largest_bytes=LARGEST_FILE_BYTES)
    except Unreadable as unreadable:
        yield where, unreadable
        return
    yield from read_value(value, where, reference=reference)


def _read_un_list(file: str, content: bytes, reference: NewReference) -> Iterator[tuple[str, Read]]:
    try:
        for path, entry in entries(content):
            where = f"{file}#{path}"
            try:
                yield where, read_entry(entry, reference=reference(where))
            except Unreadable as unreadable:
                yield where, unreadable
    except Unreadable as unreadable:
        yield file, unreadable


def _read_entities(found: Iterator[tuple[str, Any]], reference: NewReference) -> Iterator[tuple[str, Read]]:
    """Persons with the sanctions that name them, wherever in the file these stand."""
    places: dict[int, str] = {}
    entities = []
    for where, value in found:
        if isinstance(value, Unreadable):
            yield where, value
        elif not is_entity(value):
            yield where, _fault("not_an_entity", "no entity", "a FollowTheMoney entity", "Export the entities again.")
        else:
            places[id(value)] = where
            entities.append(value)
    for group in grouped(entities):
        where = places[id(group[0])]
        try:
            yield where, read_entities(group, reference=reference(where))
        except Unreadable as unreadable:
            yield where, unreadable


def _parsed(file: str, handle: IO[bytes]) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(_lines(handle), 1):
        if line.strip():
            try:
                yield f"{file}:{number}", parse(line)
            except Unreadable as unreadable:
                yield f"{file}:{number}", unreadable


def _holds_entities(handle: IO[bytes]) -> bool:
    try:
        return is_entity(parse(handle.readline(LARGEST_BYTES + 1)))
    except Unreadable:
        return False


def _read_lines(file: str, handle: IO[bytes], reference: NewReference) -> Iterator[tuple[str, Read]]:
    holds_entities = _holds_entities(handle)
    handle.seek(0)
    if holds_entities:
        yield from _read_entities(_parsed(file, handle), reference)
        return
    for number, line in enumerate(_lines(handle), 1):
        if not line.strip():
            continue
        where = f"{file}:{number}"
        try:
            value = parse(line)
        except Unreadable as unreadable:
            yield where, unreadable
            continue
        yield from read_value(value, where, reference=reference)


def _lines(handle: IO[bytes]) -> Iterator[bytes]:
    """Line by line; of a line longer than any document only as much as shows that it is too long."""
    while line := handle.readline(LARGEST_BYTES + 1):
        last = line
        while last and not last.endswith(b"\n"):
            last = handle.readline(65536)
        yield line


def _read_page(page: Any, where: str, reference: NewReference) -> Iterator[tuple[str, Read]]:
    joint = "" if "#" in where else "#"
    for place, each in enumerate(page_notices(page)):
        at = f"{where}{joint}/_embedded/notices/{place}"
        yield at, _read_one(each, at, reference, True)
    missing = page_shortfall(page)
    if missing:
        yield where, Note(pointer="/total", code="page_incomplete", text=(
            f"The list counts {page['total']} notices; {missing} of them are not on this page. Save its other pages "
            "too; where a query counts more than 160, ask again with narrower filters."))


def _read_one(value: object, where: str, reference: NewReference, public: bool) -> Communication | Unreadable:
    try:
        return (read_public_notice if public else read_communication)(value, reference=reference(where))
    except Unreadable as unreadable:
        return unreadable


def _fault(code: str, found: str, expected: str, mend: str) -> Unreadable:
    return Unreadable((Problem(pointer="", field="the file", found=found, expected=expected, mend=mend, code=code),))
