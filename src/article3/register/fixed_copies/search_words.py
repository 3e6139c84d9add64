"""The words a fixed copy is found by, in every script: whole words, and pairs of signs where words are not spaced."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MOST_WORDS = 8_000
_ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك",
                        "ی": "ي", "ـ": None, "\u200c": None, "ё": "е", "ı": "i", "ł": "l", "ø": "o", "đ": "d",
                        "ß": "ss", "æ": "ae", "œ": "oe"})  # fmt: skip
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_RUN = re.compile(f"[{_UNSPACED}]+|[^\\W_{_UNSPACED}]+")
_FRONT = re.compile("^(?:[وفبكل]?ال|لل|[وفبكل])(?=[\u0600-\u06ff]{3})")


def folded(text: str) -> str:
    """Small letters without marks; letters that are written for each other are one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE))
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign) or sign in "\u0e31\u0e34")
    return unicodedata.normalize("NFC", kept)


def words_of(text: str) -> frozenset[str]:
    """Every word a text is found by, at most some thousand."""
    found: set[str] = set()
    for word in _words(text):
        found.add(word)
        if bare := _FRONT.sub("", word):
            found.add(bare)
        if len(found) >= MOST_WORDS:
            break
    return frozenset(found)


def asked_for(query: str) -> tuple[str, ...]:
    """The words all of which a copy must have, in the order typed, at most eight; an Arabic article is left out."""
    return tuple(dict.fromkeys(_FRONT.sub("", word) for word in _words(query)))[:8]


def _words(text: str) -> Iterator[str]:
    for found in _RUN.finditer(folded(text)):
        run = found.group()
        if re.match(f"[{_UNSPACED}]", run):
            yield from (run[at : at + 2] for at in range(max(1, len(run) - 1)))
        else:
            yield run[:60]
