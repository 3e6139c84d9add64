"""Bytes as text: by their mark, by what was declared, by what they look like."""

from __future__ import annotations

import re

_META = re.compile(rb"<meta[^>]+charset=[\"']?([a-zA-Z0-9_-]+)", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)


def decoded(content: bytes, declared: str = "") -> str:
    """The text of bytes: by their mark, by what was declared and fits, else by what they look like."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    meta = _META.search(content[:4096])
    for name in (declared, meta.group(1).decode("ascii") if meta else "", "utf-8"):
        try:
            if name:
                return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    from charset_normalizer import from_bytes

    guess = from_bytes(content[:200_000]).best()
    return content.decode(guess.encoding if guess else "utf-8", "replace")


def charset_of(content_type: str) -> str:
    """The charset a Content-Type states; empty where it states none."""
    found = _CHARSET.search(content_type)
    return found.group(1) if found else ""
