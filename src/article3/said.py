"""What the rules said, in the reader's language: a recorded English sentence is recognised and told again.

Rules, offices and wiring say English sentences; those are what is recorded and replayed, byte for byte. Here such a
sentence is recognised by its pattern in the catalogue `sayings` (gathered by `project/sayings.py`) and the translated
pattern is filled with what the case had filled in. What is not recognised stays English and is marked as English; see
docs/decisions/0036.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from gettext import GNUTranslations
from html import escape
from itertools import chain
from pathlib import Path

LOCALE = Path(__file__).resolve().parent / "locale"
SPOKEN = "en"
BLANK = re.compile(r"\{(\w+)(?::[^{}]*)?\}")
COUNTED = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
"""A blank of a translation; a counted one holds the forms of its language: `{days:# jour|# jours}`."""
FIRST_LETTERS = 4
PLURAL_S = "s"
"""What fills the second blank of `{days} day{days_2}`: English grammar, which no other language needs."""
FEW_LETTERS = 12
"""A pattern with fewer letters of its own is believed only where all that fills it is known."""
LONGEST_NAME = 6
"""Words in the name of a list, at most."""
KEPT_IN_MIND = 4_096
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_a-z\s]|\d|\{)")
_CODE = re.compile(r"\S*[\dA-Z_@/#-]\S*|\W*|(?:\d+ )?\".*\"")
_ANSWERED = re.compile(r".*\(\S[^()]*, \d{4}-\d\d-\d\d\)", re.DOTALL)
"""An answer as a person gave it, with the person and the day: nobody's to translate."""
_LIST = (
    ("; ", {"ar": "؛ "}),
    (", ", {"ar": "، "}),
    (" and ", {"ar": " و", "es": " y ", "fr": " et "}),
    (" or ", {"ar": " أو ", "es": " o ", "fr": " ou "}),
)
_ARABIC = re.compile("[\u0590-\u08ff]")
ISOLATED, END_OF_IT = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what was said: told in the reader's language, or as it was recorded."""

    text: str
    known: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sentence with blanks: its own words, the longest of them, what fills it, and its translation."""

    own: tuple[str, ...]
    anchor: str
    names: tuple[str, ...]
    told: str
    letters: int
    quoted: frozenset[str]  # blanks that stand between brackets or quotation marks: nobody's words
    form: Callable[[int], int]  # which form of a noun a number takes

    def values_in(self, text: str) -> dict[str, str] | None:
        """What fills the blanks where the text is this sentence."""
        match = _shape(self.own).fullmatch(text) if self.anchor in text else None
        return dict(zip(self.names, match.groups(), strict=True)) if match else None

    def filled(self, values: dict[str, str]) -> str:
        """The translation with its blanks filled; it may leave out what its grammar does not need."""
        return COUNTED.sub(lambda blank: self._put(blank, values), self.told)

    def _put(self, blank: re.Match[str], values: dict[str, str]) -> str:
        value = values.get(blank[1], blank[0])
        if blank[2] is None:
            return value
        forms = blank[2].split("|")  # the last one is said of what is no number
        return forms[self.form(int(value)) if value.isdecimal() else -1].replace("#", value)


def said(text: str, language: str | None) -> str:
    """What was said, told in a language as far as it is recognised; English stays as it is."""
    return " ".join(piece.text for piece in pieces(text, language))


def marked(text: str, language: str | None) -> str:
    """The same as HTML, escaped: what stays English on a page of another language says that it is English."""
    return " ".join(
        escape(piece.text) if piece.known else f'<span lang="en" dir="ltr">{escape(piece.text)}</span>'
        for piece in pieces(text, language)
    )


@lru_cache(maxsize=KEPT_IN_MIND)
def pieces(text: str, language: str | None) -> tuple[Piece, ...]:
    """The same in pieces, so that a page can mark what stays English; pieces are parted by one space."""
    language = (language or SPOKEN).partition("-")[0]
    if not text.strip() or language == SPOKEN:
        return (Piece(text, True),)
    return sayings(language).pieces(text)


@cache
def sayings(language: str) -> Sayings:
    """The sayings of a language; without a catalogue nothing is recognised."""
    place = LOCALE / language / "LC_MESSAGES" / "sayings.mo"
    if not place.exists():
        return Sayings({}, language)
    with place.open("rb") as stream:
        catalogue = _Catalogue(stream)
    return Sayings(catalogue.sentences(), language, catalogue.form)


class _Catalogue(GNUTranslations):
    def sentences(self) -> dict[str, str]:
        """Every message and its translation."""
        held = self._catalog.items()  # type: ignore[attr-defined]  # the only way to all of them
        return {message: told for message, told in held if message and isinstance(message, str)}

    def form(self, count: int) -> int:
        """Which form of a noun a number takes, by the catalogue's own header."""
        return int(self.plural(count))  # type: ignore[attr-defined]  # made from the header when it is read


class Sayings:
    """The sentences of one language, found by what they say."""

    def __init__(self, told: dict[str, str], language: str, form: Callable[[int], int] = lambda count: -1) -> None:
        """`told` holds the translation of each English sentence, blanks in braces; `form` picks among plurals."""
        self._told = told
        self._form = form
        self._language = language
        self.told = lru_cache(maxsize=KEPT_IN_MIND)(self._found)  # a part comes back in every reading of the whole

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """Sentences with blanks, those with most words of their own first."""
        found = (_pattern(message, told, self._form) for message, told in self._told.items() if BLANK.search(message))
        return tuple(sorted(found, key=lambda pattern: (-pattern.letters, -len("".join(pattern.own)))))

    @cached_property
    def _by_beginning(self) -> dict[str, tuple[Pattern, ...]]:
        """The same by their first letters; those that begin with a blank stand in every list."""
        ranks: dict[str, list[int]] = {}
        for rank, pattern in enumerate(self.patterns):
            ranks.setdefault(pattern.own[0][:FIRST_LETTERS], []).append(rank)
        found = {first: [ranks.get(first[:length], ()) for length in range(len(first) + 1)] for first in ranks}
        return {first: tuple(self.patterns[rank] for rank in sorted(chain(*lists))) for first, lists in found.items()}

    def _may_be(self, text: str) -> tuple[Pattern, ...]:
        """The patterns the text may be, by how it begins."""
        lists = (self._by_beginning.get(text[:length]) for length in range(FIRST_LETTERS, -1, -1))
        return next((found for found in lists if found is not None), ())

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """The whole as one sentence where it is one; else sentence by sentence."""
        whole = self.told(text)
        if whole is not None:
            return (Piece(whole, True),)
        parted = tuple(self._sentences(_SENTENCE_END.split(text)))
        if all(piece.known for piece in parted):
            return parted
        if _ANSWERED.fullmatch(text):
            return (Piece(self._isolated(text), True),)
        loose = self.told(text, strict=False)
        return (Piece(loose, True),) if loose is not None else parted

    def _found(self, text: str, strict: bool = True) -> str | None:
        """One sentence or one part of a sentence; None where it is not recognised.

        A strict reading refuses a blank that would swallow the beginning of another sentence.
        """
        found = self._one(text, strict)
        if found is None and text[:1].isalpha():
            found = self._one(text[0].swapcase() + text[1:], strict)
            if found and text[0].isupper():
                found = found[0].upper() + found[1:]
        return self._listed(text) if found is None else found

    def _one(self, text: str, strict: bool) -> str | None:
        if (told := self._told.get(text)) is not None or " " not in text:
            return told
        for pattern in self._may_be(text):
            values = pattern.values_in(text)
            if values is not None and (filled := self._filled(pattern, values, strict)) is not None:
                return filled
        return None

    def _filled(self, pattern: Pattern, values: dict[str, str], strict: bool) -> str | None:
        filled: dict[str, str] = {}
        for name, value in values.items():
            told = self._part(value, strict)
            if told is None and not _CODE.fullmatch(value):
                swallowed = strict and ("; " in value or _SENTENCE_END.search(value))
                if swallowed or (pattern.letters < FEW_LETTERS and name not in pattern.quoted):
                    return None
            filled[name] = self._isolated(value) if told is None else told
        return pattern.filled(filled)

    def _part(self, value: str, strict: bool) -> str | None:
        """What fills a blank, where it is ours; it may itself be several sentences."""
        if value == PLURAL_S:
            return ""
        if not value or _CODE.fullmatch(value):
            return self._one(value, strict) if " " in value or not value else self._one_word(value)
        told = self.told(value, strict)
        if told is None and _SENTENCE_END.search(value):
            parted = tuple(self._sentences(_SENTENCE_END.split(value)))
            told = " ".join(piece.text for piece in parted) if all(piece.known for piece in parted) else None
        return told

    def _sentences(self, sentences: list[str]) -> Iterator[Piece]:
        """The longest run of sentences that is one message, again and again; what is none stays as it was said."""
        while sentences:
            for end in range(len(sentences), 0, -1):
                told = self.told(" ".join(sentences[:end]), strict=end > 1)
                if told is not None:
                    yield Piece(told, True)
                    break
            else:
                yield Piece(sentences[0], False)
                end = 1
            sentences = sentences[end:]

    def _one_word(self, word: str) -> str | None:
        """A word of ours, however it begins."""
        told = self._told.get(word)
        if told is None and (told := self._told.get(word[0].swapcase() + word[1:])) and word[0].isupper():
            told = told[0].upper() + told[1:]
        return told

    def _listed(self, text: str) -> str | None:
        """A list of things, each known or a code; or the name of a list and its things."""
        for sign, signs in _LIST:
            if sign in text:
                told = self._joined(text.split(sign), sign, signs.get(self._language, sign))
                if told is not None:
                    return told
        words = text.split(" ")
        for place in range(min(len(words) - 1, LONGEST_NAME), 1, -1):
            name, things = self._told.get(" ".join(words[:place])), " ".join(words[place:])
            if name is not None and (told := self._part(things, True)) is not None:
                return f"{name} {told}"
        return None

    def _joined(self, parts: list[str], sign: str, told_sign: str) -> str | None:
        """The things of a list, the longest run of parts that is one thing first; at least one must be ours."""
        told: list[str] = []
        ours = False
        while parts:
            for end in range(len(parts), 0, -1):
                thing = sign.join(parts[:end])
                known = self._thing(thing) if end > 1 else self._part(thing, True)
                if known is not None or (end == 1 and _CODE.fullmatch(thing)):
                    ours = ours or known is not None
                    told.append(self._isolated(thing) if known is None else known)
                    parts = parts[end:]
                    break
            else:
                return None
        return told_sign.join(told) if ours else None

    def _thing(self, text: str) -> str | None:
        """One message whole, though the sign of the list stands in it."""
        return self._told.get(text)

    def _isolated(self, value: str) -> str:
        """A value that is not ours, kept from turning the line around it."""
        turns = bool(_ARABIC.search(value)) != (self._language == "ar")
        return f"{ISOLATED}{value}{END_OF_IT}" if turns and not value.isdigit() and value else value


def _pattern(message: str, told: str, form: Callable[[int], int]) -> Pattern:
    parts = BLANK.split(message)
    own = tuple(parts[::2])
    letters = sum(sign.isalpha() for words in own for sign in words)
    names = tuple(parts[1::2])
    quoted = frozenset(name for place, name in enumerate(names, 1) if _opened("".join(own[:place])))
    return Pattern(own, max(own, key=len), names, told, letters, quoted, form)


def _opened(before: str) -> bool:
    return before.count("(") > before.count(")") or before.count("“") > before.count("”")


@lru_cache(maxsize=KEPT_IN_MIND)
def _shape(own: tuple[str, ...]) -> re.Pattern[str]:
    """A sentence's own words with anything between them; made when first needed, since most never are."""
    return re.compile("(.*?)".join(map(re.escape, own)), re.DOTALL)
