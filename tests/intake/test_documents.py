"""Files and folders: whatever holds communications is read one by one, and what is bad never stops the rest."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from article3.intake import documents
from article3.intake.documents import Read, read_path
from article3.intake.problems import Note, Unreadable
from article3.terms.communication import Communication, Reference
from tests.intake.made import GOOD
from tests.intake.test_public_service import RED

MESSAGE = {"channel": "message", "source": "XA", "text": "Hello"}
PAGE = {"total": 203, "_embedded": {"notices": [{"entity_id": "1", "name": "A"}, {"entity_id": 2}, {"name": "B"}]}}


def _reference(where: str) -> Reference:
    return Reference(where.encode().hex()[-32:].rjust(32, "0"))


def all_of(path: Path) -> list[tuple[str, Read]]:
    """Everything read from a path, places relative to it."""
    parent = str(path if path.is_dir() else path.parent)
    return [(where.removeprefix(parent).lstrip("/"), read) for where, read in read_path(path, reference=_reference)]


def kinds_of(path: Path) -> list[tuple[str, str]]:
    """Where, and Communication, Note, or the codes of what is wrong."""
    return [
        (where, "/".join(each.code for each in read.problems) if isinstance(read, Unreadable) else type(read).__name__)
        for where, read in all_of(path)
    ]


def _put(folder: Path, name: str, content: Any) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content, indent=1).encode())
    return file


@pytest.mark.parametrize("value", [GOOD, RED, MESSAGE])
def test_one_document_is_one_communication(tmp_path: Path, value: Any) -> None:
    """Ours, or a notice of the public service; told apart by what they hold."""
    assert kinds_of(_put(tmp_path, "a.json", value)) == [("a.json", "Communication")]


def test_json_lines_are_read_line_by_line(tmp_path: Path) -> None:
    """Bad lines are named, empty ones passed over, the last needs no line end."""
    lines = [
        json.dumps(MESSAGE),
        "",
        '{"channel": ',
        json.dumps(RED),
        json.dumps(MESSAGE | {"level": "x"}),
        json.dumps([MESSAGE, 5]),
    ]
    file = _put(tmp_path, "a.jsonl", "\r\n".join(lines).encode())
    assert kinds_of(file) == [
        ("a.jsonl:1", "Communication"),
        ("a.jsonl:3", "not_json"),
        ("a.jsonl:4", "Communication"),
        ("a.jsonl:5", "not_in_list"),
        ("a.jsonl:6#/0", "Communication"),
        ("a.jsonl:6#/1", "not_an_object"),
    ]


def test_json_lines_are_known_by_what_they_hold_too(tmp_path: Path) -> None:
    """A name is only a hint; one document over several lines is still one."""
    two = (json.dumps(MESSAGE) + "\n" + json.dumps(GOOD) + "\n").encode()
    assert [where for where, _ in kinds_of(_put(tmp_path, "a.json", two))] == ["a.json:1", "a.json:2"]
    assert [where for where, _ in kinds_of(_put(tmp_path, "b.json", MESSAGE))] == ["b.json"]
    assert [where for where, _ in kinds_of(_put(tmp_path, "c.json", json.dumps(MESSAGE).encode() + b"\n\n"))] == [
        "c.json"
    ]


def test_a_list_page_gives_its_entries_and_a_note_on_what_is_missing(tmp_path: Path) -> None:
    """Entries that cannot be read are named by their place."""
    file = _put(tmp_path, "page.json", PAGE)
    assert kinds_of(file) == [
        ("page.json#/_embedded/notices/0", "Communication"),
        ("page.json#/_embedded/notices/1", "not_text"),
        ("page.json#/_embedded/notices/2", "not_a_notice"),
        ("page.json", "Note"),
    ]
    note = all_of(file)[-1][1]
    assert isinstance(note, Note)
    assert "203 notices; 200 of them are not on this page" in note.text


def test_a_list_may_hold_documents_and_pages(tmp_path: Path) -> None:
    """As people save them."""
    file = _put(tmp_path, "all.json", [MESSAGE, PAGE | {"total": 3}])
    assert [where for where, _ in kinds_of(file)] == [
        "all.json#/0",
        *[f"all.json#/1/_embedded/notices/{n}" for n in range(3)],
    ]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    """Files of other kinds are passed over, folders within are read."""
    _put(tmp_path, "b.json", MESSAGE)
    _put(tmp_path, "a/z.ndjson", json.dumps(MESSAGE).encode())
    _put(tmp_path, "a.JSON", b"no")
    _put(tmp_path, "readme.txt", b"no")
    assert kinds_of(tmp_path) == [
        ("a.JSON", "not_json"),
        ("b.json", "Communication"),
        ("a/z.ndjson:1", "Communication"),
    ]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A folder from outside does not make us read another."""
    _put(tmp_path, "outside/a.json", MESSAGE)
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "link").symlink_to(tmp_path / "outside", target_is_directory=True)
    assert kinds_of(tmp_path / "inside") == [("", "no_files")]


@pytest.mark.parametrize("name", ["missing.json", "empty"])
def test_a_path_that_holds_nothing_says_so(tmp_path: Path, name: str) -> None:
    """No file, or a folder without files of ours."""
    (tmp_path / "empty").mkdir()
    assert [kind for _, kind in kinds_of(tmp_path / name)] == ["no_file" if name == "missing.json" else "no_files"]


def test_an_empty_file_is_not_json(tmp_path: Path) -> None:
    """One problem, not a failure."""
    assert kinds_of(_put(tmp_path, "a.json", b"")) == [("a.json", "not_json")]
    assert kinds_of(_put(tmp_path, "a.jsonl", b"\n\n")) == []


def test_a_line_beyond_all_measure_is_named_and_passed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never held whole; the lines after it are read."""
    monkeypatch.setattr(documents, "LARGEST_BYTES", 1000)
    monkeypatch.setattr("article3.intake.json_text.LARGEST_BYTES", 1000)
    good = json.dumps(MESSAGE).encode()
    file = _put(tmp_path, "a.jsonl", b"\n".join([good, b"[" + b" " * 400_000, good, b" " * 200_000]))
    assert kinds_of(file)[0::2] == [("a.jsonl:1", "Communication"), ("a.jsonl:3", "Communication")]
    assert kinds_of(file)[1][0] == "a.jsonl:2"


def test_a_file_beyond_all_measure_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both sides of the limit."""
    size = len(json.dumps(MESSAGE, indent=1))
    file = _put(tmp_path, "a.json", MESSAGE)
    monkeypatch.setattr(documents, "LARGEST_FILE_BYTES", size)
    assert kinds_of(file) == [("a.json", "Communication")]
    monkeypatch.setattr(documents, "LARGEST_FILE_BYTES", size - 1)
    assert kinds_of(file) == [("a.json", "too_large")]


def test_memory_stays_flat_however_long_the_file_is(tmp_path: Path) -> None:
    """Two thousand communications are read within the memory of a few."""
    line = json.dumps(GOOD).encode() + b"\n"
    file = _put(tmp_path, "long.jsonl", line * 2000)
    tracemalloc.start()
    assert sum(isinstance(read, Communication) for _, read in read_path(file, reference=_reference)) == 2000
    most_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most_bytes < file.stat().st_size / 5


def test_every_communication_gets_the_callers_reference_for_its_place(tmp_path: Path) -> None:
    """Made outside, one for each place."""
    file = _put(tmp_path, "a.jsonl", (json.dumps(MESSAGE) + "\n").encode() * 3)
    references = [
        read.reference for _, read in read_path(file, reference=_reference) if isinstance(read, Communication)
    ]
    assert references == [_reference(f"{file}:{number}") for number in (1, 2, 3)]
