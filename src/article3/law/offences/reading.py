"""A charge text taken apart into words and clauses, each word with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from article3.law.offences.folding import fold, forms
from article3.law.offences.lexicon import lexicon
from article3.law.offences.spelling import halves, nearest, spelled_words

LONGEST_CLAUSE = 300
"""Words after which a clause is ended whether or not the text does: it keeps the work in step with the length."""
LONGEST_WORD = 60
"""Letters beyond which a run is no word of any language read here; it is read in pieces."""

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
_PIECE = re.compile(rf"""
    (?P<letter> (?<![^\W_]) (?i: (?:[a-hа-е]|[ivx]{{1,4}}) (?=\s?\)) | [ivx]{{1,4}} (?=\.) ) )
  | (?P<word>   [^\W\d_](?:[^\W\d_]|[{_MARKS}]){{0,{LONGEST_WORD}}} )
  | (?P<item>   (?<![^\W_]) \d{{1,2}} (?= \s?\) | \.\s | \s?[-/]\s?[^\W\d_] ) )
  | (?P<number> \d{{1,12}} (?:[.,/:-]\d{{1,12}}){{0,5}} (?:[a-eA-E](?![^\W_]))? )
  | (?P<hard>   [;؛•|*?!] | // | \s[-–—]+(?=\s) | ^\s*[-–—] | (?<=[^\W\d_]{{4}})\.(?=\s|$) )
  | (?P<comma>  [,،:()] )
  | (?P<line>   \n )
""", re.VERBOSE | re.MULTILINE)
_ENDS_CLAUSE = frozenset({"hard", "item", "letter"})
_HAS_WORDS = frozenset({"word", "item", "number"})
_RUN_TOGETHER = 9
_CHILD_YEARS = range(1, 19)


@dataclass(frozen=True, slots=True)
class Word:
    """A distinct word: the elements of the lexicon it satisfies, and how it was read if it was misspelled.

    `glue` is passed over, `number` is one, `joins` is a conjunction.
    """

    elements: frozenset[int]
    glue: bool = False
    number: bool = False
    joins: bool = False
    read_as: str = ""


class Place(NamedTuple):
    """A word where it stands: its characters in the text, and the clause, comma and line it stands in.

    `clause` counts the charges a text is made of (lists, semicolons, sentences), `comma` and `line` the parts within.
    """

    word: Word
    start: int
    end: int
    clause: int
    comma: int
    line: int


@dataclass(slots=True)
class Reading:
    """A text's words in order, and the elements of the lexicon that are among them."""

    text: str
    places: list[Place] = field(default_factory=list)
    elements: set[int] = field(default_factory=set)
    standing: dict[int, list[int]] = field(default_factory=dict)

    def words(self, first: int, last: int) -> str:
        """The text from one word to another, both included, as it was written."""
        return self.text[self.places[first].start:self.places[last].end]

    def where(self, element: int) -> list[int]:
        """The words that satisfy an element; remembered, because many phrases begin alike."""
        if element not in self.standing:
            self.standing[element] = [index for index, place in enumerate(self.places)
                                      if element in place.word.elements]
        return self.standing[element]


def read(text: str) -> Reading:
    """The text's words with their places; every place lies inside the text."""
    reading = Reading(text)
    places, elements = reading.places, reading.elements
    clause = comma = line = begun = 0
    for piece in _PIECE.finditer(text):
        kind = piece.lastgroup
        if kind == "comma":
            comma += 1
        elif kind == "line":
            line += 1
        elif kind in _ENDS_CLAUSE or len(places) - begun >= LONGEST_CLAUSE:
            clause += 1
            begun = len(places)
        if kind in _HAS_WORDS:
            start = piece.start()
            for word, first, last in known_words(piece.group()):
                places.append(Place(word, start + first, start + last, clause, comma, line))
                elements.update(word.elements)
    return reading


@lru_cache(maxsize=1 << 14)
def known_words(written: str) -> tuple[tuple[Word, int, int], ...]:
    """The word or words one run of letters stands for, or the number, each with its start and end within the run."""
    return _number(written) if written[0].isdecimal() else _letters(written)


def _number(digits: str) -> tuple[tuple[Word, int, int], ...]:
    elements = lexicon().words.get("#any", frozenset())
    if digits.isdecimal() and len(digits) <= 2 and int(digits) in _CHILD_YEARS:
        elements |= lexicon().words.get("#child", frozenset())
    return ((Word(elements, glue=True, number=True), 0, len(digits)),)


def _letters(written: str) -> tuple[tuple[Word, int, int], ...]:
    book, folded = lexicon(), fold(written)
    whole = _word(folded)
    if not (whole.glue or any(_known(form) for form in forms(folded))):
        if corrected := nearest(folded):
            elements = whole.elements | book.elements(corrected)
            return ((Word(elements, read_as=corrected), 0, len(written)),)
        if len(folded) >= _RUN_TOGETHER and (pair := halves(folded)):
            return _two(pair, cut=len(pair[0]) if len(written) == len(folded) else 0, end=len(written))
    return ((whole, 0, len(written)),)


def _known(form: str) -> bool:
    book = lexicon()
    return form in book.plain or form in spelled_words() or book.accounts_for(form)


def _two(pair: tuple[str, str], *, cut: int, end: int) -> tuple[tuple[Word, int, int], ...]:
    """Both halves of a run-together word; each stands for the whole run where folding changed its length."""
    return ((_word(pair[0]), 0, cut or end), (_word(pair[1]), cut, end))


def _word(folded: str) -> Word:
    book = lexicon()
    elements = frozenset().union(*map(book.elements, forms(folded)))
    return Word(elements, glue=folded in book.glue, joins=folded in book.conjunctions)

