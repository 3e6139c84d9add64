"""A charge text taken apart into words and clauses, each word with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from article3.law.offences.folding import fold, forms
from article3.law.offences.lexicon import lexicon
from article3.law.offences.spelling import halves, nearest

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
_PIECE = re.compile(rf"""
    (?P<word>   [^\W\d_](?:[^\W\d_]|[{_MARKS}])* )
  | (?P<item>   (?<![^\W_]) \d{{1,2}} (?= \s?\) | \.\s | \s?[-/]\s?[^\W\d_] ) )
  | (?P<number> \d+ (?:[.,/:]\d+)* )
  | (?P<hard>   [;؛•|*?!] | // | \s[-–—]+(?=\s) | ^\s*[-–—] | (?<=[^\W\d_]{{4}})\.(?=\s|$) )
  | (?P<comma>  [,،:()] )
  | (?P<line>   \n )
""", re.VERBOSE | re.MULTILINE)
_LIST_LETTER = re.compile(r"(?:[a-hа-е]|[ivx]{1,4})\s?[).]", re.IGNORECASE)
_RUN_TOGETHER = 9
_NUMBERS = frozenset({"#any"})


@dataclass(frozen=True, slots=True)
class Word:
    """A distinct word: the elements of the lexicon it satisfies, whether it is glue, and how it was read."""

    elements: frozenset[int]
    glue: bool = False
    read_as: str = ""


@dataclass(slots=True)
class Reading:
    """The words of one text in order; parallel lists, because the matcher walks them for every phrase.

    `clauses` numbers the charges a text is made of (lists, semicolons, sentences), `commas` and `lines` the parts
    within them.
    """

    text: str
    words: list[Word] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    commas: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    places: dict[int, list[int]] = field(default_factory=dict)


def read(text: str) -> Reading:
    """The text's words with their places; every span lies inside the text."""
    reading = Reading(text)
    clause = comma = line = 0
    for piece in _PIECE.finditer(text):
        kind = piece.lastgroup
        if kind == "word":
            if _LIST_LETTER.match(text, piece.start()) and piece.end() - piece.start() < 5:
                clause += 1
            _add(reading, piece.start(), piece.group(), clause, comma, line)
        elif kind == "number" or kind == "item":
            clause += kind == "item"
            _place(reading, _number(piece.group()), piece.start(), piece.end(), clause, comma, line)
        elif kind == "hard":
            clause += 1
        elif kind == "comma":
            comma += 1
        else:
            line += 1
    return reading


def _add(reading: Reading, start: int, written: str, clause: int, comma: int, line: int) -> None:
    for word, first, last in known_words(written):
        _place(reading, word, start + first, start + last, clause, comma, line)


def _place(reading: Reading, word: Word, start: int, end: int, clause: int, comma: int, line: int) -> None:
    index = len(reading.words)
    reading.words.append(word)
    reading.starts.append(start)
    reading.ends.append(end)
    reading.clauses.append(clause)
    reading.commas.append(comma)
    reading.lines.append(line)
    for element in word.elements:
        reading.places.setdefault(element, []).append(index)


@lru_cache(maxsize=4096)
def _number(digits: str) -> Word:
    elements = lexicon().words.get("#any", frozenset())
    if digits.isdecimal() and 0 < int(digits) <= 18:
        elements |= lexicon().words.get("#child", frozenset())
    return Word(elements, glue=True)


@lru_cache(maxsize=1 << 16)
def known_words(written: str) -> tuple[tuple[Word, int, int], ...]:
    """The word or words one run of letters stands for, each with its start and end within the run."""
    book, folded = lexicon(), fold(written)
    whole = _word(folded)
    if not (whole.glue or folded in book.plain or book.accounts_for(folded)):
        if corrected := nearest(folded):
            elements = whole.elements | book.elements(corrected)
            return ((Word(elements, read_as=corrected), 0, len(written)),)
        if len(folded) >= _RUN_TOGETHER and (pair := halves(folded)):
            return _two(pair, cut=len(pair[0]) if len(written) == len(folded) else 0, end=len(written))
    return ((whole, 0, len(written)),)


def _two(pair: tuple[str, str], *, cut: int, end: int) -> tuple[tuple[Word, int, int], ...]:
    """Both halves of a run-together word; each stands for the whole run where folding changed its length."""
    return ((_word(pair[0]), 0, cut or end), (_word(pair[1]), cut, end))


def _word(folded: str) -> Word:
    book = lexicon()
    elements = frozenset().union(*map(book.elements, forms(folded)))
    return Word(elements, glue=folded in book.glue)


def numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """Every number of the text as written, with its place (for the statutes)."""
    for piece in _PIECE.finditer(text):
        if piece.lastgroup in ("number", "item"):
            yield piece.group(), piece.start(), piece.end()
