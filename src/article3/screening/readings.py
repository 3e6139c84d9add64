"""How a token sounds: one to three readings in a small alphabet of sounds, whatever script it is written in."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files

from anyascii import anyascii

from article3.terms.scripts import main_script

LONGEST = 24
"""Sounds of a reading that are kept."""
MOST = 3
"""Readings of a token."""


class Writing(IntEnum):
    """How closely a script writes sounds: fully, without short vowels, or by syllables of another language."""

    FULL = 0
    NO_VOWELS = 1
    SYLLABLES = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """Sounds of a token (letters of `letters.toml`) and how closely they were written."""

    sounds: str
    writing: Writing


_LETTERS: dict[str, dict[str, str]] = tomllib.loads(
    (files("article3.screening") / "letters.toml").read_text(encoding="utf-8")
)
_TABLES = {"Cyrl": "cyrillic", "Arab": "arabic", "Hebr": "hebrew", "Grek": "greek", "Geor": "georgian",
           "Armn": "armenian"}
_INDIC = {"Deva": 0x0900, "Beng": 0x0980, "Guru": 0x0A00, "Gujr": 0x0A80, "Orya": 0x0B00, "Taml": 0x0B80,
          "Telu": 0x0C00, "Knda": 0x0C80, "Mlym": 0x0D00}
_VIRAMA = 0x094D
_VOWELS = "aeiou"
_LATIN_SOUNDS = (
    ("tsch", "C"), ("dsch", "J"), ("dzh", "J"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("zh", "Z"), ("kh", "h"),
    ("ch", "C"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("dj", "J"),
    ("ts", "c"), ("tz", "c"), ("cz", "C"), ("sz", "S"), ("qu", "kv"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
)
_WITHOUT_H = tuple((letters, sound) for letters, sound in _LATIN_SOUNDS if "h" not in letters)
_DOUBLES = re.compile(r"(.)\1+")
_HARD_C = re.compile("c(?![eiyhz]|$)|(?<!i)c$")


@lru_cache(maxsize=8_192)
def readings(token: str) -> tuple[Reading, ...]:
    """One to three readings of a folded token, the likeliest first; none when nothing in it can be read."""
    script = main_script(token)
    found = _read(token, script)
    writing = _writing(script)
    if len(found) == 1:
        return (Reading(_shortened(found[0])[:LONGEST], writing),) if found[0] else ()
    distinct = dict.fromkeys(_shortened(sounds)[:LONGEST] for sounds in found if sounds)
    return tuple(Reading(sounds, writing) for sounds in distinct)[:MOST]


_ENDINGS = (
    (("viC", "vic", "vij", "vih"), re.compile("(?<=[^P]{3})(?:o|e|io|ie|ia|a|i)?v(?:iC|ic|ij|ih)$"), "P"),
    (("vna",), re.compile("(?<=.{3})(?:o|e|io|ie|ia|i)?vna$"), "F"),
    (("enko",), re.compile("(?<=.{3})enko$"), "N"),
)


def _shortened(sounds: str) -> str:
    """Endings of patronymics and of thousands of family names as one sound each: they say little about who is meant."""
    for last, ending, one in _ENDINGS:
        if sounds.endswith(last):
            sounds = ending.sub(one, sounds)
    return sounds


def _writing(script: str) -> Writing:
    if script in ("Arab", "Hebr", "Syrc"):
        return Writing.NO_VOWELS
    if script in ("Hani", "Hang", "Hira", "Kana", "Taml", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"):
        return Writing.SYLLABLES
    return Writing.FULL


def _read(token: str, script: str) -> list[str]:
    if script == "Latn":
        return _latin(token)
    if script in _TABLES:
        return _lettered(token, script)
    if script in _INDIC:
        return [_closed(_indic(token, _INDIC[script]))]
    if script in ("Hani", "Hang"):
        return _syllables(token, script)
    return _latin(anyascii(token).casefold())[:1]


def _closed(sounds: str) -> str:
    return _DOUBLES.sub(r"\1", sounds)


def _latin(token: str) -> list[str]:
    plain = token
    if not token.isascii():
        plain = "".join(_LETTERS["latin"].get(letter, letter) for letter in token)
        plain = unicodedata.normalize("NFD", plain)
    if not (plain.isascii() and plain.isalpha() and plain.islower()):
        plain = "".join(mark for mark in plain if "a" <= mark <= "z")
    found = [_latin_sounds(plain)]
    if plain[:1] == "x":
        found.append(_latin_sounds("sh" + plain[1:]))
    if plain[:1] == "q" and plain[1:2] in ("i", "u"):
        found.append(_latin_sounds("ch" + plain[1:]))
    if plain[:2] in ("hs", "ts", "tz"):
        found.append(_latin_sounds({"hs": "sh"}.get(plain[:2], "z") + plain[2:]))
    if "ch" in plain:
        found.append(_latin_sounds(plain.replace("ch", "h")))
    return found


def _latin_sounds(plain: str) -> str:
    text = _HARD_C.sub("k", plain) if "c" in plain else plain
    for letters, sound in _LATIN_SOUNDS if "h" in text else _WITHOUT_H:
        if letters in text:
            text = text.replace(letters, sound)
    text = text.replace("x", "ks").replace("q", "k").replace("w", "v").replace("y", "i")
    return _closed(text)


def _lettered(token: str, script: str) -> list[str]:
    table = _LETTERS[_TABLES[script]]
    text = token
    if script == "Grek":
        text = _greek(text)
    sounds = _closed("".join([table[letter] if letter in table else _letter(table, letter) for letter in text]))
    if script == "Arab":
        return [sounds, sounds[1:]] if sounds[:1] in ("a", "i") and len(sounds) > 3 else [sounds]
    if script == "Hebr":
        return [sounds, sounds.replace("p", "f").replace("b", "v")]
    return [sounds]


def _letter(table: dict[str, str], letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter)[0]
    return table.get(bare, bare if "a" <= bare <= "z" else "")


def _greek(text: str) -> str:
    for letters, one in (("ου", "u"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("γγ", "g"), ("τζ", "J"), ("τσ", "C"),
                         ("ει", "i"), ("οι", "i"), ("αι", "e"), ("ευ", "ev"), ("αυ", "av")):
        text = text.replace(letters, one)
    return text


def _indic(token: str, block: int) -> str:
    """Consonants carry an *a* unless a vowel sign or a virama follows; at the end of a word it is silent."""
    table = _LETTERS["indic"]
    codes = [ord(letter) - block + 0x0900 for letter in unicodedata.normalize("NFC", token)]
    codes = [code for code in codes if code not in (0x093C, 0x200C, 0x200D)]
    sounds: list[str] = []
    for place, code in enumerate(codes):
        sounds.append(table.get(chr(code), ""))
        follow = codes[place + 1] if place + 1 < len(codes) else 0
        if 0x0915 <= code <= 0x0939 and follow and not (0x093E <= follow <= _VIRAMA):
            sounds.append("a")
    return "".join(sounds)


def _syllables(token: str, script: str) -> list[str]:
    plain = anyascii(token).casefold()
    sounds = _pinyin(plain) if script == "Hani" else _latin_sounds(plain)
    others = _LETTERS["surnames"].get(token, "").split()
    return [sounds, *map(_latin_sounds, others)]


def _pinyin(plain: str) -> str:
    return _latin_sounds(plain.replace("x", "sh").replace("q", "ch").replace("c", "ts").replace("tsh", "ch"))
