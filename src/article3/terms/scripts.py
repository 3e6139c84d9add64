"""Which writing system a letter belongs to: ISO 15924 codes over the blocks of Unicode that names are written in."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

COMMON = "Zyyy"
"""Marks, spaces, digits and punctuation: they belong to every script."""
UNKNOWN = "Zzzz"
"""A letter of a script this table does not know."""

_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latn"), (0x0250, 0x02AF, "Latn"), (0x0370, 0x03FF, "Grek"), (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"), (0x0590, 0x05FF, "Hebr"), (0x0600, 0x06FF, "Arab"), (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"), (0x0780, 0x07BF, "Thaa"), (0x07C0, 0x07FF, "Nkoo"), (0x0870, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"), (0x0980, 0x09FF, "Beng"), (0x0A00, 0x0A7F, "Guru"), (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"), (0x0B80, 0x0BFF, "Taml"), (0x0C00, 0x0C7F, "Telu"), (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"), (0x0D80, 0x0DFF, "Sinh"), (0x0E00, 0x0E7F, "Thai"), (0x0E80, 0x0EFF, "Laoo"),
    (0x0F00, 0x0FFF, "Tibt"), (0x1000, 0x109F, "Mymr"), (0x10A0, 0x10FF, "Geor"), (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x139F, "Ethi"), (0x13A0, 0x13FF, "Cher"), (0x1400, 0x167F, "Cans"), (0x1780, 0x17FF, "Khmr"),
    (0x1800, 0x18AF, "Mong"), (0x1C80, 0x1C8F, "Cyrl"), (0x1C90, 0x1CBF, "Geor"), (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"), (0x2C60, 0x2C7F, "Latn"), (0x2D30, 0x2D7F, "Tfng"), (0x2DE0, 0x2DFF, "Cyrl"),
    (0x3005, 0x3007, "Hani"), (0x3040, 0x309F, "Hira"), (0x30A0, 0x30FF, "Kana"), (0x3100, 0x312F, "Bopo"),
    (0x3130, 0x318F, "Hang"), (0x31F0, 0x31FF, "Kana"), (0x3400, 0x9FFF, "Hani"), (0xA640, 0xA69F, "Cyrl"),
    (0xA720, 0xA7FF, "Latn"), (0xA960, 0xA97F, "Hang"), (0xAB30, 0xAB6F, "Latn"), (0xAC00, 0xD7FF, "Hang"),
    (0xF900, 0xFAFF, "Hani"), (0xFB00, 0xFB06, "Latn"), (0xFB1D, 0xFB4F, "Hebr"), (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFC, "Arab"), (0xFF21, 0xFF5A, "Latn"), (0xFF66, 0xFF9F, "Kana"), (0x1B000, 0x1B16F, "Kana"),
    (0x20000, 0x323AF, "Hani"),
)  # fmt: skip
_STARTS = tuple(first for first, _, _ in _BLOCKS)

_TOGETHER = (frozenset({"Hani", "Hira", "Kana"}), frozenset({"Hani", "Hang"}), frozenset({"Hani", "Bopo"}))
"""Scripts that one language writes side by side (Japanese, Korean, Chinese with sound marks)."""

JOINING = frozenset({
    "Arab", "Syrc", "Nkoo", "Mong", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh",
    "Tibt", "Mymr", "Khmr",
})  # fmt: skip
"""Scripts that spell with the zero-width joiner and non-joiner."""


@lru_cache(maxsize=4_096)
def script_of(character: str) -> str:
    """The script of one letter; COMMON for what is no letter, UNKNOWN for a letter of another script."""
    category = unicodedata.category(character)
    if not category.startswith("L"):
        return COMMON
    return _block(ord(character)) or (COMMON if category == "Lm" else UNKNOWN)


def spells_with_joiners(character: str) -> bool:
    """True for a letter or mark of a script in which a zero-width joiner or non-joiner is spelling."""
    return unicodedata.category(character)[0] in "LM" and _block(ord(character)) in JOINING


def _block(code: int) -> str:
    place = bisect_right(_STARTS, code) - 1
    return _BLOCKS[place][2] if place >= 0 and code <= _BLOCKS[place][1] else ""


def scripts_in(text: str) -> frozenset[str]:
    """All scripts the letters of a text belong to; empty when there is no letter."""
    if text.isascii():
        return frozenset({"Latn"}) if any(map(str.isalpha, text)) else frozenset()
    return frozenset(map(script_of, text)) - {COMMON}


def main_script(text: str) -> str:
    """The script most letters of a text belong to; `Latn` when there is none to tell."""
    if text.isascii():
        return "Latn"
    found = [script for script in map(script_of, text) if script != COMMON]
    distinct = set(found)
    return found[0] if len(distinct) == 1 else max(sorted(distinct), key=found.count, default="Latn")


def is_mixed(text: str) -> bool:
    """True when letters of scripts meet that no one language writes together."""
    found = scripts_in(text)
    return len(found) > 1 and not any(found <= together for together in _TOGETHER)
