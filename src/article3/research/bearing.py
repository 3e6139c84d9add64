"""What of a public text bears on a case: the sentences, with the stretches that show it and the reasons in words.

Nothing is weighed or scored: a sentence is laid beside the case because of what it names, and a person reads it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from article3.law.offences.classifier import classify
from article3.lifecycle.excerpt import Mark, Shows
from article3.research import lexicon
from article3.research.asking import Case
from article3.research.leaf import Leaf
from article3.screening.likeness import Particulars
from article3.screening.running_text import Mention, Watch

LONGEST_SENTENCE = 600
LONGEST_READ = 300_000
MOST_OF_ONE_TEXT = 6
_END = re.compile(r"(?<=[.!?؟۔।])[\"'”’»)]*\s+(?=\S)|(?<=[。！？])|\n+")
_SHORT = re.compile(r"\b(?:\w{1,2}|Mrs|Sra|Art|Nos|Vol|Esq|abd)\.[\"'”’»)]*\s*$")
_ORDER = (Shows.PERSON, Shows.GROUND, Shows.OFFENCE, Shows.COUNTRY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A sentence that bears on the case."""

    sentence: str
    marks: tuple[Mark, ...]
    because: tuple[str, ...]
    bears_on: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    marks: tuple[Mark, ...]
    because: tuple[str, ...]
    bears_on: str

    def shows(self, what: Shows) -> bool:
        return any(mark.shows is what for mark in self.marks)


class Sought:
    """A case as texts are read for it; made once a run."""

    def __init__(self, case: Case) -> None:
        self._case = case
        person = Particulars(names=case.names, born=(), countries=frozenset(), documents=frozenset())
        self._watch = Watch([(0, person)]) if case.names else None
        self._lane = self._watch.index.lane() if self._watch else None
        names = sorted({name for listed in case.country_names.values() for name in listed}, key=len, reverse=True)
        self._country = re.compile("|".join(lexicon.beginning(name, 4) for name in names) or r"(?!)", re.IGNORECASE)

    def in_leaf(self, leaf: Leaf) -> tuple[Bearing, ...]:
        """The sentences of one text that bear on the case: what names the person first, then in the text's order."""
        text = f"{leaf.title}\n{leaf.text}" if leaf.title and leaf.title not in leaf.text[:400] else leaf.text
        lines = list(self._lines(text[:LONGEST_READ]))
        named = any(line.shows(Shows.PERSON) for line in lines)
        about = bool(self._country.search(leaf.title))
        kept = [
            line
            for place, line in enumerate(lines)
            if line.shows(Shows.PERSON) or self._bears(lines, place, named=named, about=about)
        ]
        kept.sort(
            key=lambda line: (not line.shows(Shows.PERSON), -len({mark.shows for mark in line.marks}), line.start)
        )
        return tuple(
            Bearing(sentence=line.text, marks=line.marks, because=line.because, bears_on=line.bears_on)
            for line in kept[:MOST_OF_ONE_TEXT]
        )

    @staticmethod
    def _bears(lines: list[_Line], place: int, *, named: bool, about: bool) -> bool:
        """Ground or offence, in a text that names the person or beside the country's name."""
        line = lines[place]
        if not (line.shows(Shows.GROUND) or line.shows(Shows.OFFENCE)):
            return False
        near = lines[max(0, place - 1) : place + 2]
        return (named and line.shows(Shows.GROUND)) or about or any(each.shows(Shows.COUNTRY) for each in near)

    def _lines(self, text: str) -> Iterator[_Line]:
        mentions = self._watch.find(text, self._lane) if self._watch and self._lane else []
        stretches = list(sentences(text))
        starts = [start for start, _ in stretches]
        by_line: dict[int, list[Mention]] = {}
        for mention in mentions:
            by_line.setdefault(bisect_right(starts, mention.start) - 1, []).append(mention)
        for place, (start, sentence) in enumerate(stretches):
            yield self._line(start, sentence, by_line.get(place, []))

    def _line(self, start: int, sentence: str, mentions: list[Mention]) -> _Line:
        marks, because, factors = [], [], []
        for found in mentions:
            if found.start < start or found.stop > start + len(sentence):
                continue
            marks.append(Mark(start=found.start - start, stop=found.stop - start, shows=Shows.PERSON))
            because.append(f"“{found.text}” may name the person: {'; '.join(found.because)}")
        for met in self._country.finditer(sentence):
            marks.append(Mark(start=met.start(), stop=met.end(), shows=Shows.COUNTRY))
        for met in lexicon.ground_pattern().finditer(sentence):
            ground = lexicon.GROUNDS[met.lastgroup or ""]
            marks.append(Mark(start=met.start(), stop=met.end(), shows=Shows.GROUND))
            because.append(f"“{met.group()}”: {ground.says}")
            factors.append(ground.factor)
        if marks:
            offences = list(self._offences(sentence))
            marks += [mark for mark, _ in offences]
            because += [said for _, said in offences]
        bears_on = factors[0] if factors else ("a" if any(mark.shows is Shows.OFFENCE for mark in marks) else "g")
        return _Line(start, sentence, _apart(marks), tuple(dict.fromkeys(because)), bears_on)

    def _offences(self, sentence: str) -> Iterator[tuple[Mark, str]]:
        for clue in classify(sentence).clues:
            if shared := [kind for kind in clue.kinds if kind.value in self._case.offences]:
                yield (
                    Mark(start=clue.start, stop=clue.end, shows=Shows.OFFENCE),
                    f"“{clue.words}”: an offence of the kind charged ({shared[0].value.replace('_', ' ')})",
                )


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text with where they begin; a longer one is cut, an abbreviation ends none."""
    begin = 0
    for end in [*_END.finditer(text), None]:
        stop = end.start() if end else len(text)
        if end and "\n" not in end.group() and _SHORT.search(text[max(begin, stop - 6) : stop]):
            continue
        piece = text[begin:stop]
        while len(piece) > LONGEST_SENTENCE:
            cut = piece.rfind(" ", LONGEST_SENTENCE // 2, LONGEST_SENTENCE) + 1 or LONGEST_SENTENCE
            yield begin, piece[:cut]
            begin, piece = begin + cut, piece[cut:]
        bare = piece.strip()
        if bare:
            yield begin + len(piece) - len(piece.lstrip()), bare
        begin = end.end() if end else stop


def _apart(marks: list[Mark]) -> tuple[Mark, ...]:
    """Marks that do not overlap, what names the person before all else, in the order of the sentence."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda each: (_ORDER.index(each.shows), each.start - each.stop)):
        if all(mark.stop <= other.start or other.stop <= mark.start for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda each: each.start))
