"""A name taken apart: its tokens in order, titles and particles marked, and the family name where it is written so."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from article3.terms.scripts import main_script

LONGEST = 12
"""Tokens of a name that are compared; what follows is another name or a sentence."""


class Kind(IntEnum):
    """What a token is: a part of the name, an initial, a particle such as *al* or *de*, a title such as *Sheikh*."""

    PART = 0
    INITIAL = 1
    PARTICLE = 2
    TITLE = 3


class Role(IntEnum):
    """Which name a token belongs to, where the writing says so (a comma, capitals)."""

    UNKNOWN = 0
    FAMILY = 1
    GIVEN = 2


@dataclass(frozen=True, slots=True)
class Token:
    """One part of a name: `text` folded in its own script."""

    text: str
    kind: Kind
    role: Role = Role.UNKNOWN


_WORDS: dict[str, str] = tomllib.loads((files("article3.screening") / "words.toml").read_text(encoding="utf-8"))
BREAKS = "-‐‑–—_./|;:()[]{}\"“”«»·・･•＝=,،、"
"""Marks that part the words of a name, as spaces do."""
_BREAKS = re.compile(rf"[\s{re.escape(BREAKS)}]+")
_RUN_TOGETHER = re.compile(r"((?<=\w\w\w)[^\W\d_A-ZА-Я])(?=[A-ZА-Я][a-zа-я]{2})")
_SILENT = re.compile("['’‘ʼʻ`´ʹʾʿ′ʺ″\u0640\u200b-\u200f\u2060\ufeff]")
_ARABIC_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_COMPOUND = frozenset({"欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "夏侯", "皇甫", "东方", "尉迟",
                       "公孙", "慕容", "남궁", "황보", "제갈", "선우", "독고"})
_THAI_TITLES = ("นางสาว", "นาย", "นาง")
WRITTEN_TOGETHER = ("ال", *_THAI_TITLES)
"""How a folded word may begin that is more than one token."""
_SERVANT = frozenset({"abd", "abdul", "abdel", "abdal", "abdoul", "abdol", "abdu", "abdur", "abdus", "عبد"})
_SERVANT_OF = re.compile("^abd(?:ou|[aeou])(?:l|r(?=r)|s(?=s)|d(?=d)|n(?=n)|z(?=z))(?=.{3})(?!lah?$|ah$)")
_SPACES = {ord(mark): " " for mark in "-_./|;:()[]{}\"=,"} | {ord(mark): None for mark in "'`"}
_ARTICLES = frozenset({"al", "el", "ul", "ur", "us", "ud", "ar", "as", "ad", "an", "ash", "az", "ol", "ال"})


def folded(text: str) -> str:
    """Lower case, without marks that only vary the writing; letters stay in their own script. Line breaks are left
    where they stand, so that many words can be folded as one text."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    text = _ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()
    text = unmarked(text)
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", "".join(map(_bare, text)))


def unmarked(text: str) -> str:
    """Without apostrophes and joiners, which some hands write and others do not."""
    return _SILENT.sub("", text)


@lru_cache(maxsize=8_192)
def _bare(letter: str) -> str:
    """A Latin or Greek letter without its marks, š and its like kept for their sound; other scripts as they are."""
    if letter in "šžčćçşșżй":
        return letter
    parts = unicodedata.normalize("NFD", letter)
    return parts[0] if parts[0] < "\u0400" else letter


def _word_set(name: str) -> frozenset[str]:
    return frozenset(folded(word.strip(".")) for word in _WORDS[name].split())


TITLES = _word_set("titles")
PARTICLES = _word_set("particles")
WEAK = _word_set("weak")


def tokens(name: str) -> tuple[Token, ...]:
    """The tokens of a name as written; a family name before a comma or in capitals is marked as such."""
    found = [token for text, role in _with_roles(name) for token in pieces(text, role)]
    if "abd" in name.lower() or "عبد" in name:
        found = _joined_servants(found)
    return tuple(found[:LONGEST])


def with_neighbours(found: tuple[Token, ...]) -> tuple[tuple[Token, int], ...]:
    """The tokens of a name that is asked for, each with its place, then two neighbours written as one."""
    joined = [(Token(one.text + other.text, Kind.PART, one.role), place)
              for place, (one, other) in enumerate(pairwise(found))
              if other.kind is Kind.PART and (one.kind is Kind.PART or one.kind is Kind.PARTICLE)]
    return (*((token, place) for place, token in enumerate(found)), *joined)


def _with_roles(name: str) -> list[tuple[str, Role]]:
    before, comma, after = name.partition(",")
    if comma and before.strip() and after.strip():
        return [(word, role) for part, role in ((before, Role.FAMILY), (after, Role.GIVEN)) for word in _words(part)]
    words = _words(name)
    loud = [len(word) > 2 and word.isupper() for word in words]
    quiet = [word[:1].isupper() and word[1:].islower() for word in words]
    if any(loud) and any(quiet):
        return [(word, Role.FAMILY if high else Role.GIVEN if low else Role.UNKNOWN)
                for word, high, low in zip(words, loud, quiet, strict=True)]
    if len(words) == 1 and 2 <= len(words[0]) <= 4 and main_script(words[0]) in ("Hani", "Hang"):
        return _east_asian(words[0])
    return [(word, Role.UNKNOWN) for word in words]


def _east_asian(word: str) -> list[tuple[str, Role]]:
    """A Chinese or Korean name written in one: the family name comes first."""
    family = 2 if word[:2] in _COMPOUND and len(word) > 2 else 1
    return [(word[:family], Role.FAMILY), (word[family:], Role.GIVEN)]


def _words(text: str) -> list[str]:
    if text.isascii() and "_" not in text:
        words = text.translate(_SPACES).split()
        if all(word.istitle() or word.isupper() or word.islower() for word in words):
            return words
    return [word for word in _BREAKS.split(_RUN_TOGETHER.sub(r"\1 ", unmarked(text))) if word]


@lru_cache(maxsize=32_768)
def pieces(word: str, role: Role) -> tuple[Token, ...]:
    """The tokens of a word between spaces: usually one."""
    return tuple(Token(text, kind_of(text), role) for text in divided(folded(word)))


def divided(text: str) -> list[str]:
    """The tokens of a folded word: none without a letter, two where the script writes an article or a title together
    with the name."""
    if text.isalpha() and not text.startswith(WRITTEN_TOGETHER):
        return [text]
    if not any(map(str.isalpha, text)):
        return []
    match main_script(text):
        case "Arab" if text.startswith("ال") and len(text) >= 5 and not text.startswith("الله"):
            return ["ال", text[2:]]
        case "Thai":
            return _without_title(text)
    return [text]


def is_servant(text: str) -> bool:
    """True for a token that is *abd* with or without an article, or is written with what follows it."""
    return text in _SERVANT or (text.startswith("abd") and bool(_SERVANT_OF.match(text)))


def run_together(word: str) -> bool:
    """True when capitals within a word part two names; a word has no marks but those within it."""
    return not word.islower() and not word.isupper() and bool(_RUN_TOGETHER.search(word))


def kind_of(text: str) -> Kind:
    """What a token is, by its text."""
    if text in TITLES:
        return Kind.TITLE
    if text in PARTICLES:
        return Kind.PARTICLE
    alone = len(text) == 1 and main_script(text) in ("Latn", "Cyrl", "Grek", "Armn", "Taml", "Deva")
    return Kind.INITIAL if alone else Kind.PART


def _without_title(text: str) -> list[str]:
    for title in _THAI_TITLES:
        if text.startswith(title) and len(text) > len(title) + 2:
            return [title, text[len(title):]]
    return [text]


def _joined_servants(found: list[Token]) -> list[Token]:
    """*Abd al-Rahman*, *Abdul Rahman* and *Abdurrahman* are one name: *abd* and what follows stand as one token."""
    result: list[Token] = []
    place = 0
    while place < len(found):
        token, follow = found[place], place + 1
        if token.text in _SERVANT:
            while follow < len(found) and found[follow].text in _ARTICLES:
                follow += 1
        if token.text in _SERVANT and follow < len(found) and len(found[follow].text) > 2:
            token, place = Token(_servant_of(token.text, found[follow].text), Kind.PART, token.role), follow
        elif _SERVANT_OF.match(token.text):
            token = Token(_SERVANT_OF.sub("abdal", token.text), token.kind, token.role)
        result.append(token)
        place += 1
    return result


def _servant_of(start: str, whom: str) -> str:
    if start == "عبد":
        return ("عبد" if whom.startswith("الله") else "عبدال") + whom
    return "abdullah" if whom in ("allah", "ullah", "ulla", "alla") else "abdal" + whom
