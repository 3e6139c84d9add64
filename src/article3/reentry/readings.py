"""Words of a name or text as loosely heard: Latin readings from any script, and skeletons of their consonants.

Made for finding again what was respelled on purpose, so it hears too much alike rather than too little.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from anyascii import anyascii

_JOINED_SIGNS = re.compile("['’‘ʼʻ`´ʹʾʿ.·\u0640\u200b-\u200f\u2060\ufeff\u00ad]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
PARTICLES = frozenset({"al", "il", "ul", "bin", "ibn", "bint", "van", "vun", "dir", "din", "di", "da", "du", "la", "li",
                       "dus", "i", "l", "bn", "bnt"})
"""Small words of names that come and go, as `crude` reads them."""
_LONGEST = 24
_MOST_SKELETONS = 4

_FIXED = (("shch", "S"), ("tsch", "S"), ("dsch", "S"), ("sch", "S"), ("dzh", "S"), ("tch", "S"), ("zh", "S"),
          ("sh", "S"), ("ts", "S"), ("tz", "S"), ("dz", "S"), ("dj", "S"), ("cz", "S"), ("sz", "S"), ("gh", "K"),
          ("ph", "F"), ("th", "T"), ("dh", "T"), ("ck", "K"), ("ng", "N"))
_SINGLE = {"b": "P", "p": "P", "f": "F", "v": "F", "d": "T", "t": "T", "g": "K", "k": "K", "s": "S", "z": "S", "l": "L",
           "r": "R", "m": "M", "n": "N", "c": "K"}
"""Every other letter is a vowel or as light as one: it only keeps its neighbours apart."""
_EITHER = {"kh": ("K", "."), "ch": ("S", "K"), "j": ("S", "."), "x": ("S", "KS"), "q": ("K", "S"), "w": (".", "F")}
_SOFT_C = re.compile("c(?=[eiy])")
_DOUBLES = re.compile(r"(.)\1+")
_PIECE = re.compile("kh|ch|[a-zA-Z]")
_CRUDE = str.maketrans({"y": "i", "w": "u", "o": "u", "e": "i", "j": "i"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its reading in a-z, and the skeletons it may have, the likeliest first."""

    reading: str
    skeletons: tuple[str, ...]


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; Chinese letters are a word each."""
    return tuple(word for token in tokens(text) if (word := heard(token)) is not None)


def name_words(name: str) -> tuple[Word, ...]:
    """The words of a name without its small words, unless hardly anything would be left."""
    every = words(name)
    large = tuple(word for word in every if word.reading not in PARTICLES)
    return large if len(large) > 1 else every


def tokens(text: str) -> list[str]:
    """The text in small letters, cut where no letter or digit stands; joining signs left out."""
    folded = _JOINED_SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(mark))
    bare = _HAN.sub(lambda letter: f" {letter.group()} ", unicodedata.normalize("NFC", bare))
    return "".join(mark if mark.isalnum() else " " for mark in bare).split()


@lru_cache(maxsize=65_536)
def heard(token: str) -> Word | None:
    """One token as a word; None for what holds no letter."""
    reading = "".join(letter for letter in anyascii(_bare(token)).casefold() if "a" <= letter <= "z")[:_LONGEST]
    if not reading:
        return None
    return Word(reading=crude(reading), skeletons=skeletons(reading))


def joined(first: Word, second: Word) -> Word:
    """Two words written as one."""
    both = dict.fromkeys(one + other for one in first.skeletons or ("",) for other in second.skeletons or ("",))
    return Word(reading=first.reading + second.reading, skeletons=tuple(both)[:_MOST_SKELETONS])


def crude(reading: str) -> str:
    """The reading with its vowels levelled: Yusuf, Youssouf and Jusuf come close to one another."""
    return _DOUBLES.sub(r"\1", reading.replace("ou", "u").replace("oo", "u").translate(_CRUDE))


def skeletons(reading: str) -> tuple[str, ...]:
    """The consonants by kind, without vowels; letters that are heard in two ways give two skeletons."""
    text = _SOFT_C.sub("s", _DOUBLES.sub(r"\1", reading))
    for letters, sound in _FIXED:
        text = text.replace(letters, sound)
    ways: list[tuple[str, ...]] = [_EITHER.get(piece) or (_one(piece),) for piece in _PIECE.findall(text)]
    found = dict.fromkeys(_DOUBLES.sub(r"\1", "".join(way)).replace(".", "") for way in _few(ways))
    return tuple(skeleton for skeleton in found if skeleton)[:_MOST_SKELETONS]


def _few(ways: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """All ways through the letters while they are few; with many letters heard in two ways, only the first two."""
    open_to_both = 0
    for place, way in enumerate(ways):
        open_to_both += len(way) > 1
        if open_to_both > 2:
            ways[place] = way[:1]
    return list(product(*ways))


def _one(piece: str) -> str:
    return piece if piece.isupper() else _SINGLE.get(piece, ".")


def _bare(token: str) -> str:
    """Without the Arabic article, which Latin writing sets apart."""
    return token[2:] if token.startswith("ال") and len(token) > 4 else token
