"""The one byte form of a signed message: canonical JSON, so that two programs that agree on content agree on bytes.

Strings, integers, lists and objects only. Keys sorted by code point, no spaces, UTF-8, strings in NFC, only `"`, `\\`
and the controls below U+0020 escaped. No floats, booleans, nulls or repeated keys; integers within 2**53 - 1.
"""

from __future__ import annotations

import json
import unicodedata
from typing import NoReturn

Content = str | int | list["Content"] | dict[str, "Content"]
LARGEST = 2**53 - 1
DEEPEST = 32


class NotCanonical(ValueError):
    """The content or the bytes have no canonical form; the sentence says why."""


def to_bytes(content: object) -> bytes:
    """The canonical bytes of a content; raises NotCanonical for what has none."""
    _check(content, 0)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def from_bytes(data: bytes) -> Content:
    """The content of canonical bytes; raises NotCanonical unless they are exactly the bytes we would have written."""
    try:
        content: Content = json.loads(
            data.decode("utf-8"), object_pairs_hook=_object, parse_float=_no_float, parse_constant=_no_float
        )
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise NotCanonical(f"not JSON in UTF-8: {error}") from None
    if to_bytes(content) != data:
        raise NotCanonical("the bytes are not in canonical form: order, spaces or escapes differ")
    return content


def _object(pairs: list[tuple[str, Content]]) -> dict[str, Content]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonical("an object holds a key twice")
    return found


def _no_float(text: str) -> NoReturn:
    raise NotCanonical(f"{text} is not an integer")


def _check(content: object, depth: int) -> None:
    if depth > DEEPEST:
        raise NotCanonical(f"nested deeper than {DEEPEST}")
    match content:
        case bool() | float() | None:
            raise NotCanonical(f"{content!r} is not a string, integer, list or object")
        case str():
            _check_text(content)
        case int():
            if abs(content) > LARGEST:
                raise NotCanonical(f"{content} is beyond 2**53 - 1")
        case list():
            for member in content:
                _check(member, depth + 1)
        case dict():
            for key, member in content.items():
                _check_key(key)
                _check(member, depth + 1)
        case _:
            raise NotCanonical(f"{type(content).__name__} is not a string, integer, list or object")


def _check_key(key: object) -> None:
    if not isinstance(key, str):
        raise NotCanonical("a key is not a string")
    _check_text(key)


def _check_text(text: str) -> None:
    if not unicodedata.is_normalized("NFC", text):
        raise NotCanonical("a string is not in NFC")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise NotCanonical("a string holds half a surrogate pair")
