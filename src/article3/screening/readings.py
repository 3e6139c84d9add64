"""How a token sounds: one to three readings in a small alphabet of sounds, whatever script it is written in."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

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


class Heard(NamedTuple):
    """Many tokens as they are heard: the sounds of each ("" for one that cannot be read), its other readings by its
    place, and how closely its script writes sounds."""

    first: list[str]
    others: dict[int, list[str]]
    writing: list[Writing]


_LETTERS: dict[str, dict[str, str]] = tomllib.loads(
    (files("article3.screening") / "letters.toml").read_text(encoding="utf-8")
)
_TABLES = {"Cyrl": "cyrillic", "Arab": "arabic", "Hebr": "hebrew", "Grek": "greek", "Geor": "georgian",
           "Armn": "armenian"}
_INDIC = {"Deva": 0x0900, "Beng": 0x0980, "Guru": 0x0A00, "Gujr": 0x0A80, "Orya": 0x0B00, "Taml": 0x0B80,
          "Telu": 0x0C00, "Knda": 0x0C80, "Mlym": 0x0D00}
_VIRAMA = 0x094D
_PLAIN = str.maketrans(_LETTERS["latin"])
_ELSEWISE = ("x", "qi", "qu", "hs", "ts", "tz")
_VOWELS = "aeiou"
_LATIN_SOUNDS = (
    ("tsch", "C"), ("dsch", "J"), ("dzh", "J"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("zh", "Z"), ("kh", "h"),
    ("ch", "C"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("dj", "J"),
    ("ts", "c"), ("tz", "c"), ("cz", "C"), ("sz", "S"), ("qu", "kv"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
)
_WITHOUT_H = tuple((letters, sound) for letters, sound in _LATIN_SOUNDS if "h" not in letters)
_DOUBLED = re.compile(r"(.)(?=\1)")
_HARD_C = re.compile("c(?![eiyhz]|$)|(?<!i)c$", re.M)
_NO_LETTER = re.compile("[^a-z\n]+")


@lru_cache(maxsize=8_192)
def readings(token: str) -> tuple[Reading, ...]:
    """One to three readings of a folded token, the likeliest first; none when nothing in it can be read."""
    (first,), others, (writing,) = heard([token])
    return tuple(Reading(sounds, writing) for sounds in (first, *others.get(0, ()))) if first else ()


def heard(tokens: Sequence[str]) -> Heard:
    """The readings of many folded tokens at once: those of one script are read as one text, a token a line.

    No token holds a line break; none that comes from a name does.
    """
    by_script: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        if not token.isascii():
            by_script.setdefault(main_script(token), []).append(place)
    plain = [place for place, token in enumerate(tokens) if token.isascii()]
    all_of_them = Heard([""] * len(tokens), {}, [Writing.FULL] * len(tokens))
    for script, places in (("Latn", plain), *by_script.items()) if plain else by_script.items():
        _hear(tokens, script, places, all_of_them)
    return all_of_them


def _hear(tokens: Sequence[str], script: str, places: list[int], into: Heard) -> None:
    """The tokens at some places, all of one script."""
    first, others = _read([tokens[place] for place in places], script)
    first = [_shortened(sounds) if sounds.endswith(_ANY_ENDING) else sounds[:LONGEST] for sounds in first]
    if places[-1] - places[0] == len(places) - 1:
        into.first[places[0]:places[-1] + 1] = first
    else:
        for place, sounds in zip(places, first, strict=True):
            into.first[place] = sounds
    writing = _writing(script)
    if writing is not Writing.FULL:
        for place, sounds in zip(places, first, strict=True):
            into.writing[place] = writing if sounds else Writing.FULL
    for at, more in others.items():
        into.others[places[at]] = list(dict.fromkeys([first[at], *map(_shortened, more)]))[1:MOST]


_ENDINGS = (
    (("viC", "vic", "vij", "vih"), re.compile("(?<=[^P]{3})(?:o|e|io|ie|ia|a|i)?v(?:iC|ic|ij|ih)$"), "P"),
    (("vna",), re.compile("(?<=.{3})(?:o|e|io|ie|ia|i)?vna$"), "F"),
    (("enko",), re.compile("(?<=.{3})enko$"), "N"),
)


_ANY_ENDING = tuple(last for group, _, _ in _ENDINGS for last in group)


def _shortened(sounds: str) -> str:
    """Endings of patronymics and of thousands of family names as one sound each: they say little about who is meant;
    and what is too long cut off."""
    if sounds.endswith(_ANY_ENDING):
        for last, ending, one in _ENDINGS:
            if sounds.endswith(last):
                sounds = ending.sub(one, sounds)
    return sounds[:LONGEST]


def _writing(script: str) -> Writing:
    if script in ("Arab", "Hebr", "Syrc"):
        return Writing.NO_VOWELS
    if script in ("Hani", "Hang", "Hira", "Kana", "Taml", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"):
        return Writing.SYLLABLES
    return Writing.FULL


_Read = tuple[list[str], dict[int, list[str]]]
"""The first reading of each token, and the others by the token's place."""


def _read(tokens: list[str], script: str) -> _Read:
    if script == "Latn":
        return _latin(tokens)
    if script in _TABLES:
        return _lettered(tokens, script)
    if script in _INDIC:
        return [_closed(_indic(token, _INDIC[script])) for token in tokens], {}
    if script in ("Hani", "Hang"):
        return _syllables(tokens, script)
    return _latin_sounds(_plain(anyascii("\n".join(tokens)).casefold())).split("\n"), {}


def _closed(sounds: str) -> str:
    return _DOUBLED.sub("", sounds)


def _latin(tokens: list[str]) -> _Read:
    text = _plain("\n".join(tokens))
    spelled = [(place, other) for place, plain in enumerate(text.split("\n"))
               if plain.startswith(_ELSEWISE) or "ch" in plain for other in _elsewise(plain)]
    others: dict[int, list[str]] = {}
    for (place, _), sounds in zip(spelled, _lines([other for _, other in spelled]), strict=True):
        others.setdefault(place, []).append(sounds)
    return _latin_sounds(text).split("\n"), others


def _lines(words: list[str]) -> list[str]:
    """The sounds of words of plain letters."""
    return _latin_sounds("\n".join(words)).split("\n") if words else []


def _plain(text: str) -> str:
    """Latin letters without their marks, and nothing else but the line breaks."""
    if not text.isascii():
        text = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return _NO_LETTER.sub("", text)


def _elsewise(plain: str) -> list[str]:
    """The other spellings that the same letters are where another language writes them."""
    found = []
    if plain[:1] == "x":
        found.append("sh" + plain[1:])
    if plain[:2] in ("qi", "qu"):
        found.append("ch" + plain[1:])
    if plain[:2] in ("hs", "ts", "tz"):
        found.append(("sh" if plain[0] == "h" else "z") + plain[2:])
    if "ch" in plain:
        found.append(plain.replace("ch", "h"))
    return found


def _latin_sounds(plain: str) -> str:
    text = _HARD_C.sub("k", plain) if "c" in plain else plain
    for letters, sound in _LATIN_SOUNDS if "h" in text else _WITHOUT_H:
        if letters in text:
            text = text.replace(letters, sound)
    text = text.replace("x", "ks").replace("q", "k").replace("w", "v").replace("y", "i")
    return _closed(text)


def _lettered(tokens: list[str], script: str) -> _Read:
    text = "\n".join(tokens)
    first = _closed((_greek(text) if script == "Grek" else text).translate(_SOUNDS[script])).split("\n")
    others: dict[int, list[str]] = {}
    if script == "Arab":
        others = {place: [sounds[1:]] for place, sounds in enumerate(first)
                  if len(sounds) > 3 and sounds[0] in ("a", "i")}
    if script == "Hebr":
        others = {place: [sounds.replace("p", "f").replace("b", "v")] for place, sounds in enumerate(first)}
    return first, others


class _Sounds(dict[int, str]):
    """A script's letters and their sounds by code point; a letter it lacks is read without its marks, or not at all."""

    def __init__(self, table: dict[str, str]) -> None:
        super().__init__({ord(letter): sound for letter, sound in table.items()} | {ord("\n"): "\n"})

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFD", chr(code))[0]
        return self.get(ord(bare), bare if "a" <= bare <= "z" else "")


_SOUNDS = {script: _Sounds(_LETTERS[name]) for script, name in _TABLES.items()}


def _greek(text: str) -> str:
    for letters, one in (("ου", "u"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("γγ", "g"), ("τζ", "J"), ("τσ", "C"),
                         ("ει", "i"), ("οι", "i"), ("αι", "e"), ("ευ", "ev"), ("αυ", "av")):
        text = text.replace(letters, one)
    return text


def _indic(token: str, block: int) -> str:
    """Consonants carry an *a* unless a vowel sign or a virama follows; at the end of a word it is silent. Letters of
    another script among them are passed over."""
    table = _LETTERS["indic"]
    codes = [ord(letter) - block + 0x0900 for letter in unicodedata.normalize("NFC", token)]
    codes = [code for code in codes if code not in (0x093C, 0x200C, 0x200D)]
    sounds: list[str] = []
    for place, code in enumerate(codes):
        sounds.append(table.get(chr(code), "") if code > 0 else "")
        follow = codes[place + 1] if place + 1 < len(codes) else 0
        if 0x0915 <= code <= 0x0939 and follow and not (0x093E <= follow <= _VIRAMA):
            sounds.append("a")
    return "".join(sounds)


def _syllables(tokens: list[str], script: str) -> _Read:
    plain = anyascii("\n".join(tokens)).casefold()
    first = (_pinyin(plain) if script == "Hani" else _latin_sounds(plain)).split("\n")
    surnames = _LETTERS["surnames"]
    return first, {place: list(map(_latin_sounds, surnames[token].split())) for place, token in enumerate(tokens)
                   if token in surnames}


def _pinyin(plain: str) -> str:
    return _latin_sounds(plain.replace("x", "sh").replace("q", "ch").replace("c", "ts").replace("tsh", "ch"))
