"""What may stand in a text: no controls that hide, reorder or break it; joiners only where the script spells with them.

Abuse cases A20 and A21. HTML, formulas and template marks are ordinary characters here: pages show plain text.
"""

from __future__ import annotations

import re
import unicodedata

from article3.terms.scripts import is_mixed, spells_with_joiners

NAME_CHARACTERS = 200
LINE_CHARACTERS = 500
TEXT_CHARACTERS = 50_000

CONTROLS = r"[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\uFFFE\uFFFF]"
"""Refused in every text: control characters but tab and line ends, direction controls, halves of a character."""
LINE_CONTROLS = r"[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uFFFE\uFFFF]"
"""Refused where a text is one line."""
NAME_CONTROLS = (
    r"[\u0000-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F"
    r"\u2028-\u202E\u2060-\u206F\u2800\u3164\uD800-\uDFFF\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFF]"
)
"""Refused in a name: also every invisible mark. The joiners U+200C and U+200D are judged by their neighbours."""

_IN_TEXT = re.compile(CONTROLS)
_IN_LINE = re.compile(LINE_CONTROLS)
_IN_NAME = re.compile(NAME_CONTROLS + "|[\U000e0000-\U000e0fff]")
_JOINERS = "\u200c\u200d"
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\U000e0000-\U000e0fff]")


def control_in(text: str, *, one_line: bool = False) -> str | None:
    """The first refused character of a free text, named; None when there is none."""
    if text.isascii() and text.isprintable():
        return None
    found = (_IN_LINE if one_line else _IN_TEXT).search(text)
    return _named(found[0]) if found else None


def control_in_name(name: str) -> str | None:
    """The first refused character of a name, named: any control, direction or invisible mark, a joiner astray."""
    if name.isascii() and name.isprintable():
        return None
    found = _IN_NAME.search(name)
    if found:
        return _named(found[0])
    for place, character in enumerate(name):
        if character in _JOINERS and not _joins(name, place):
            return _named(character)
    return None


def tidy_name(name: str) -> str:
    """A name in one canonical form: composed (NFC), single spaces, none at the ends."""
    return " ".join((name if name.isascii() else unicodedata.normalize("NFC", name)).split())


def invisible_in(text: str) -> str | None:
    """The first invisible character of a free text, named: kept, but worth a look."""
    found = None if text.isascii() else _INVISIBLE.search(text)
    return _named(found[0]) if found else None


def mixes_scripts(name: str) -> bool:
    """True when a name mixes letters of scripts that no one language writes together: perhaps look-alikes."""
    return not name.isascii() and is_mixed(name)


def _joins(name: str, place: int) -> bool:
    """A joiner is spelling only between two characters of a script that joins; never at an end."""
    return 0 < place < len(name) - 1 and spells_with_joiners(name[place - 1]) and spells_with_joiners(name[place + 1])


def _named(character: str) -> str:
    name = unicodedata.name(character, _PLAIN.get(character, "control character"))
    return f"U+{ord(character):04X} ({name.lower()})"


_PLAIN = {"\x00": "null", "\t": "tab", "\n": "line feed", "\r": "carriage return", "\x1b": "escape", "\x7f": "delete"}
