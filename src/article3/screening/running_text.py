"""Names in running text: the stretch of text, whose name it may be, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from article3.screening.asking import Heard, Lane, asked
from article3.screening.assignment import TABLES, assign
from article3.screening.balance import name_points, score
from article3.screening.hearing import loosest
from article3.screening.index import Index
from article3.screening.likeness import Particulars, sentences
from article3.screening.names import Kind, folded
from article3.screening.unspaced import Unspaced
from article3.screening.vocabulary import ROLE_BITS, SymbolsOf
from article3.screening.walk import meetings
from article3.terms.scripts import main_script

LEAST = 0.86
"""Score from which a stretch of text is told as somebody's name."""
SAME_PART, LEAST_ALIKE = 0.98, 0.965
"""Where a part is less like than the first, what was found must reach the second by itself: short and common names
resemble many. Within one script so must the whole name: a part missing and another misspelled is too much."""
FAINTEST_PART = (0.84, 0.92, 0.97)
"""Every part of the name found in the text is at least this like, by how loosely the looser of the two is written."""
CLOSEST_PART = 0.95
"""And one of them at least this like: two names that are both only a little alike are two people's."""
WIDEST = 6
"""Words that the parts of one name may stretch over."""
MOST_MEETINGS = 4_096
"""Room for pairs of words to begin with; a text that needs more gets more."""
_WORD = re.compile("[^\\W\\d_][\\w\u0300-\u036f\u064b-\u0652\u0670'’ʼ]*")
_END = re.compile("[.!?;:؟۔؛。！？；：\n]")
_ABBREVIATION = 3
"""A stop after a word of so many letters ends no sentence: *Mr.*, *J.*, *abd.*"""
_CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text, from `start` up to `stop`, that may name the person of `key`, with score and reasons."""

    key: int
    start: int
    stop: int
    text: str
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    stop: int
    loud: bool
    sentence: int


class Watch:
    """Names watched for. Spaced scripts are searched word by word, Chinese by what its names look like."""

    def __init__(self, people: Iterable[tuple[int, Particulars]], symbols_of: SymbolsOf | None = None) -> None:
        listed = list(people)
        self.index = Index.built(listed, symbols_of)
        self.unspaced = Unspaced((key, name) for key, person in listed for name in person.names)

    def find(self, text: str, lane: Lane) -> list[Mention]:
        """The names found, in the order of the text; each stretch once for each person it may name."""
        words = list(_words(text))
        found = [mention for name, first, last in self._meetings(words, lane)
                 if (mention := self._mention(text, words, name, first, last, lane))]
        found += [Mention(key, start, stop, text[start:stop], 1.0, ("the whole name in the same characters",))
                  for key, start, stop in self.unspaced.find(text)]
        return _apart(found)

    def _meetings(self, words: list[_Word], lane: Lane) -> list[tuple[int, int, int]]:
        """Names of which two tokens stand near each other in the text, with the first and last word."""
        heard, places, numbers = self.index.heard[0], [], []
        for place, word in enumerate(words):
            for number in self._tokens(word, heard, lane):
                places.append(place)
                numbers.append(number)
        found, room = np.array([places, numbers], np.int32), MOST_MEETINGS
        while True:
            result, seen = np.zeros((room, 3), np.int32), np.full((len(heard.segment.owners), 2), -1, np.int32)
            count = meetings(heard.segment, found[0], found[1], WIDEST, seen, result)
            if count < room:
                return list(dict.fromkeys(map(tuple, result[:count].tolist())))
            room *= 4

    def _tokens(self, word: _Word, heard: Heard, lane: Lane) -> list[int]:
        """Tokens of the names watched that a word may be: the same one; for a word written as a name also its like."""
        known, result = self.index.vocabulary.numbers, []
        for form in _forms(word.text):
            name = asked(form, self.index.vocabulary, lane.number)
            for number, token in zip(name.numbers[:name.parts], name.tokens, strict=False):
                if token.text in known:
                    result.append(known[token.text])
                if word.loud and len(token.text) > 2:
                    near, worth = heard.near(name.words, number, token, lane.chorus)
                    result += near[worth >= 0.62].tolist()
        return result

    def _mention(self, text: str, words: list[_Word], name: int, first: int, last: int, lane: Lane) -> Mention | None:
        """The stretch around two words that fits a name best, when it fits well enough."""
        segment = self.index.segments[0]
        target = segment.tokens[segment.starts[name]:segment.starts[name + 1]]
        best: tuple[float, int, int] = (0.0, 0, 0)
        if words[first].sentence != words[last].sentence:
            return None
        for start in range(max(0, first - 2), first + 1):
            for stop in range(last, min(len(words), start + WIDEST, last + 3)):
                if not words[start].sentence == words[first].sentence == words[stop].sentence:
                    continue
                fits = self._fits(" ".join(_plain(word.text) for word in words[start:stop + 1]), target, lane)
                best = max(best, (fits, start, -stop))
        if best[0] < LEAST:
            return None
        named = words[best[1]:1 - best[2]]
        start, stop, stretch = named[0].start, named[-1].stop, " ".join(_plain(word.text) for word in named)
        return Mention(int(segment.keys[segment.owners[name]]), start, stop, text[start:stop], best[0],
                       self._because(stretch, target, lane))

    def _fits(self, stretch: str, target: NDArray[np.int32], lane: Lane) -> float:
        name = asked(stretch, self.index.vocabulary, lane.number)
        ours = name.name
        count = assign(name.words, ours, target, TABLES, lane.room)
        parts: list[float] = []
        for (left, _, right, _), alike in zip(lane.room.links[:count].tolist(), lane.room.figures[:count, 0].tolist(),
                                              strict=True):
            one, other = int(ours[left]) >> ROLE_BITS, int(target[right]) >> ROLE_BITS
            if name.words.kinds[one] == name.words.kinds[other] == Kind.PART:
                parts.append(alike)
                if alike < FAINTEST_PART[loosest(name.words.writing[one], name.words.writing[other])]:
                    return 0.0
        if len(parts) < 2 or max(parts) < CLOSEST_PART:
            return 0.0
        fits = score(name_points(lane.room.told))
        if min(parts) >= SAME_PART:
            return fits
        if main_script(stretch) != main_script(self.index.vocabulary.token(int(target[0])).text):
            lane.room.told[2:4] = 0.0
        return fits if score(name_points(lane.room.told)) >= LEAST_ALIKE else 0.0

    def _because(self, stretch: str, target: NDArray[np.int32], lane: Lane) -> tuple[str, ...]:
        name = asked(stretch, self.index.vocabulary, lane.number)
        count = assign(name.words, name.name, target, TABLES, lane.room)
        links = [(tuple(map(int, lane.room.links[at])), float(lane.room.figures[at, 0])) for at in range(count)]
        theirs = tuple(map(self.index.vocabulary.token, target.tolist()))
        return tuple(sentences(name.tokens[:name.parts], theirs, links))


def _words(text: str) -> Iterator[_Word]:
    """Words of spaced scripts; loud when written as a name may be: a capital, or a script without capitals."""
    sentence, after = 0, 0
    for found in _WORD.finditer(text):
        sentence += _END.search(text, after, found.start()) is not None
        after = found.end() + (found.end() - found.start() <= _ABBREVIATION)
        word = found.group().rstrip("'’ʼ")
        if main_script(word) not in ("Hani", "Hira", "Kana"):
            loud = word[0].isupper() or (word[0].lower() == word[0].upper() and len(word) > 3)
            yield _Word(word, found.start(), found.start() + len(word), loud, sentence)


def _plain(word: str) -> str:
    """Without the possessive and without capitals, which mark no family name in running text."""
    return folded(word.removesuffix("'s").removesuffix("’s"))


def _forms(word: str) -> list[str]:
    """A word as it stands and, in Arabic, without a conjunction or preposition that is written with it."""
    plain = _plain(word)
    forms = [plain]
    if "\u0600" <= plain[0] <= "\u06ff":
        forms += [plain.removeprefix(clitic) for clitic in _CLITICS if plain.startswith(clitic) and len(plain) > 4]
    return forms


def _apart(found: list[Mention]) -> list[Mention]:
    """For each person the best of stretches that overlap."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda each: (-each.score, each.stop - each.start, each.start)):
        if not any(other.key == mention.key and mention.start < other.stop and other.start < mention.stop
                   for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda each: (each.start, each.key))
