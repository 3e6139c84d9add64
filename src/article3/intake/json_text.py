"""JSON text from outside, read strictly: UTF-8, no repeated field, no NaN, nothing nested or long beyond measure."""

from __future__ import annotations

import json
from typing import Any

from article3.intake.problems import Problem, Unreadable
from article3.intake.records import RepeatedKeys

LARGEST_BYTES = 4_000_000
"""The longest document: far more than any communication needs, since files travel apart from it."""
DEEPEST = 32
"""Levels of nesting; the form itself needs seven."""


def parse(document: bytes | str, *, largest_bytes: int = LARGEST_BYTES) -> Any:
    """The JSON value of a text. Raises Unreadable with the line and column where it stops being JSON.

    An object with a repeated field comes back as `RepeatedKeys`, so that its reader can say where it stands.
    """
    if len(document) > largest_bytes:
        raise _unreadable("too_large", f"{len(document)} bytes", f"at most {largest_bytes} bytes",
                          "Send long papers as attachments and many communications as JSON Lines.")
    text = document if isinstance(document, str) else _decoded(document)
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        near = text[max(0, error.pos - 20) : error.pos + 20]
        raise _unreadable("not_json", f"{error.msg} at line {error.lineno}, column {error.colno}, near {near!r}",
                          "JSON text", "Mend the text there: look for a missing quote, comma or bracket.") from None
    except RecursionError:
        raise _too_deep() from None
    except ValueError as error:
        raise _unreadable("not_json", str(error).partition(";")[0][:120], "JSON text",
                          "Write a number of the usual size.") from None
    return value


def shallow(value: Any) -> bool:
    """True when nothing is nested deeper than a document may be."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for each in level if isinstance(each, dict | list)
                 for inner in (each.values() if isinstance(each, dict) else each)]
        if not level:
            return True
    return False


def _decoded(document: bytes) -> str:
    try:
        return document.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable("not_utf8", f"the byte 0x{document[error.start]:02X} at place {error.start}",
                          "text in UTF-8", "Save the file as UTF-8 and send it again.") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) == len(pairs):
        return held
    marked = RepeatedKeys(held)
    names = [name for name, _ in pairs]
    marked.repeated = tuple(name for name in held if names.count(name) > 1)
    return marked


def _no_number(word: str) -> Any:
    raise _unreadable("not_a_number", word, "a number that can be written with digits",
                      "Leave the field out when the number is not known.")


def _too_deep() -> Unreadable:
    return _unreadable("too_deep", "brackets within brackets without end", f"at most {DEEPEST} levels",
                       "Send the fields of the form and nothing around them.")


def _unreadable(code: str, found: str, expected: str, mend: str) -> Unreadable:
    problem = Problem(pointer="", field="the document", found=found, expected=expected, mend=mend, code=code)
    return Unreadable((problem,))
