"""Attachments: opaque bytes within limits, with a fingerprint. Nothing here looks inside a file (abuse case A19)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from article3.intake.problems import Problem, Problems, add, seen
from article3.intake.texts import LINE_CONTROLS, control_in_name
from article3.terms.communication import Attachment, Level

MOST = 20
LARGEST_BYTES = 25_000_000
LARGEST_SUM_BYTES = 100_000_000
NAME_CHARACTERS = 150

_TYPES = {
    "pdf": "application/pdf", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "tif": "image/tiff",
    "tiff": "image/tiff", "txt": "text/plain", "xml": "application/xml", "json": "application/json",
    "doc": "application/msword", "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
UNKNOWN_TYPE = "application/octet-stream"
_FORBIDDEN = '/\\:*?"<>|'


@dataclass(frozen=True, slots=True)
class FileName:
    """A plain file name: no folder, no sign a file system reads as a command, nothing invisible."""

    def read(self, value: object, at: str, problems: Problems) -> str | None:
        """The name as it came; otherwise a problem."""
        fault = name_fault(value) if type(value) is str else "not a text"
        if fault is None:
            assert isinstance(value, str)
            return value
        add(problems, at, "bad_file_name", found=f"{seen(value)}: {fault}",
            expected=f"a plain file name of at most {NAME_CHARACTERS} characters, such as warrant.pdf",
            mend="Rename the file: letters, digits, dots, dashes and spaces are fine.")
        return None

    def write(self, value: str) -> object:
        """The name itself."""
        return value

    def schema(self) -> dict[str, Any]:
        """What a pattern can say of it."""
        refused = {"anyOf": [{"pattern": r'[/\\:*?"<>|]'}, {"pattern": r"^\.|^ |[ .]$"}, {"pattern": LINE_CONTROLS}]}
        return {"type": "string", "minLength": 1, "maxLength": NAME_CHARACTERS, "not": refused}


def name_fault(name: str) -> str | None:
    """What is wrong with a file name, in words; None when it is fine."""
    if not 1 <= len(name) <= NAME_CHARACTERS:
        return f"{len(name)} characters"
    control = control_in_name(name)
    if control:
        return f"the character {control}"
    forbidden = next((sign for sign in name if sign in _FORBIDDEN), None)
    if forbidden:
        return f"the sign {forbidden}"
    return "a dot or space at its beginning or end" if name[0] in ". " or name[-1] in ". " else None


def media_type(name: str) -> str:
    """The type a file name hints at; nobody relies on it, files are only ever handed out for download."""
    return _TYPES.get(name.rpartition(".")[2].lower(), UNKNOWN_TYPE)


def attachment(name: str, content: bytes, level: Level = Level.CONFIDENTIAL) -> Attachment:
    """The record of a file that came in: size and SHA-256 of its bytes. Check it with `attachment_problems`."""
    return Attachment(name=name, media_type=media_type(name), size_bytes=len(content),
                      sha256=hashlib.sha256(content).hexdigest(), level=level)


def attachment_problems(attachments: Sequence[Attachment]) -> tuple[Problem, ...]:
    """What is wrong with the set: a name, a size, the number of files, their sum, the same name twice."""
    problems: Problems = []
    if len(attachments) > MOST:
        add(problems, "/attachments", "too_many", found=f"{len(attachments)} files", expected=f"at most {MOST} files",
            mend="Join papers into one file, or send a second communication.")
    for place, each in enumerate(attachments):
        FileName().read(each.name, f"/attachments/{place}/name", problems)
        if not 1 <= each.size_bytes <= LARGEST_BYTES:
            add(problems, f"/attachments/{place}/size_bytes", "out_of_bounds", found=f"{each.size_bytes} bytes",
                expected=f"1 to {LARGEST_BYTES} bytes", mend="Send a smaller file, for example a scan of fewer dots.")
    return tuple(replace(problem, field="attachments") for problem in (*problems, *set_problems(attachments)))


def set_problems(attachments: Sequence[Attachment]) -> tuple[Problem, ...]:
    """What is wrong between files that are each fine: their sum, the same name twice."""
    problems: Problems = []
    total = sum(each.size_bytes for each in attachments)
    if total > LARGEST_SUM_BYTES:
        add(problems, "/attachments", "too_large_together", found=f"{total} bytes together",
            expected=f"at most {LARGEST_SUM_BYTES} bytes together", mend="Send fewer or smaller files.")
    names = [each.name.casefold() for each in attachments]
    for place, name in enumerate(names):
        if name in names[:place]:
            add(problems, f"/attachments/{place}/name", "repeated", found=f"the name {name!r} a second time",
                expected="a name of its own for each file", mend="Rename one of the files.")
    return tuple(problems)
