"""The Latin form of a name: ICAO Doc 9303 part 3, section 6, for Latin, Cyrillic, Arabic and (ELOT 743) Greek letters.

Other scripts give an empty form: a Chinese or Georgian name's Latin spelling is stated by its source as a further
name of kind `transliterated`, never guessed here.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from importlib.resources import files

from article3.terms.scripts import main_script

_DATA: dict[str, dict[str, str]] = tomllib.loads(
    (files("article3.intake") / "transliteration.toml").read_text(encoding="utf-8")
)


def _table(name: str) -> dict[str, str]:
    return {letter: latin for latin, letters in _DATA[name].items() if latin != "only" for letter in letters}


_LATIN, _CYRILLIC, _GREEK = _table("latin"), _table("cyrillic"), _table("greek")
_ARABIC = _table("arabic")
_READABLE = _ARABIC | _table("arabic_readable")
_FIRST = {"cyrillic_ukrainian": _table("cyrillic_ukrainian_first")}
_LANGUAGES = tuple(
    (frozenset(_DATA[name]["only"]), _CYRILLIC | _table(name), _FIRST.get(name, {}))
    for name in ("cyrillic_ukrainian", "cyrillic_belarusian", "cyrillic_serbian", "cyrillic_macedonian")
)
_VOICED = "ΒΓΔΖΛΜΝΡΑΕΗΙΟΥΩ"
_GREEK_MARKS = re.compile("[\u0300\u0301\u0342\u0313\u0314\u0345]")
_SHADDA = "\u0651"
_GAPS = re.compile(r"[^A-Z0-9]+")
_VOWEL_W = re.compile("(?<=[B-DF-HJ-NP-TV-XZ])W(?![AEIOU])")
_VOWEL_Y = re.compile("(?<=[B-DF-HJ-NP-TV-XZ])Y(?![AEIOU])")
_DROPPED = re.compile("['’‘ʼʻ`´ʹʾʿ.·\u0640\u200c\u200d]")


def latin_form(name: str) -> str:
    """The name in capitals A to Z with single spaces, readable; "" when its script has no table here.

    Arabic is written without the passport's escapes: they serve machines (see `passport_form`).
    """
    return _spaced(_turned(name, _READABLE))


def passport_form(name: str) -> str:
    """The name as the machine readable zone writes it, `<` between its parts; "" when its script has no table."""
    turned = _spaced(_turned(name, _ARABIC), digits=False)
    return turned.replace(" ", "<")


def base_form(name: str) -> str:
    """The same with every Latin letter bare (Ü is U): some states write it so, and 9303-3 allows it."""
    if main_script(name) != "Latn":
        return passport_form(name)
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    return passport_form(bare)


def _spaced(text: str | None, digits: bool = True) -> str:
    if text is None:
        return ""
    spaced = _GAPS.sub(" ", text)
    return " ".join((spaced if digits else re.sub("[0-9]", "", spaced)).split())


def _turned(name: str, arabic: dict[str, str]) -> str | None:
    if name.isascii():
        return _DROPPED.sub("", name.upper())
    raised = unicodedata.normalize("NFC", _DROPPED.sub("", unicodedata.normalize("NFKC", name)).upper())
    match main_script(raised):
        case "Latn":
            return _letters(raised, _LATIN)
        case "Cyrl":
            return _cyrillic(raised)
        case "Grek":
            return _greek(raised)
        case "Arab":
            return _arabic(raised, arabic)
    return None


def _letters(text: str, table: dict[str, str]) -> str:
    return "".join(table[letter] if letter in table else _bare(letter) for letter in text)


def _bare(letter: str) -> str:
    """A letter outside its table: without its marks when that is A to Z (Vietnamese), otherwise a gap."""
    if letter.isascii():
        return letter
    decomposed = unicodedata.normalize("NFKD", letter)
    if unicodedata.combining(letter):
        return ""
    return "".join(_LATIN.get(part, part if part.isascii() else "") for part in decomposed) or " "


def _cyrillic(text: str) -> str:
    for only, table, first in _LANGUAGES:
        if only & set(text):
            return " ".join(
                first[word[0]] + _letters(word[1:], table) if word[0] in first else _letters(word, table)
                for word in text.split()
            )
    return _letters(text, _CYRILLIC)


def _greek(text: str) -> str:
    bare = _GREEK_MARKS.sub("", unicodedata.normalize("NFD", text))
    kept = unicodedata.normalize("NFC", bare).replace("ΟΥ", "OU")
    kept = kept.replace("ΓΓ", "NG").replace("ΓΞ", "NX").replace("ΓΧ", "NCH")
    kept = re.sub(rf"([ΑΕΗ])Υ(?=[{_VOICED}])", r"\1Β", kept)
    kept = re.sub(r"([ΑΕΗ])Υ", r"\1Φ", kept)
    kept = re.sub(r"\bΜΠ", "B", kept)
    return _letters(kept.replace("Ϊ", "Ι").replace("Ϋ", "Υ"), _GREEK)


def _arabic(text: str, table: dict[str, str]) -> str:
    words = " ".join("".join(_arabic_letters(word, table)) for word in text.split())
    if table is _ARABIC:
        return words
    return _VOWEL_Y.sub("I", _VOWEL_W.sub("U", words))


def _arabic_letters(word: str, table: dict[str, str]) -> list[str]:
    """Letter by letter: a shadda doubles the letter before it, vowel signs are left out (9303-3, table C)."""
    latin: list[str] = []
    for place, letter in enumerate(word):
        if letter == _SHADDA:
            latin.append(latin[-1] if latin and (table is _ARABIC or len(latin[-1]) == 1) else "")
        elif letter == "ة" and table is _ARABIC and place == len(word) - 1:
            latin.append("XAH")
        elif letter in table:
            latin.append(table[letter])
    return latin
