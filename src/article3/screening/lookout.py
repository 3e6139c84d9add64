"""A lookout for listed persons: in the particulars of a person, in running text, and by the family name alone.

A family name alone says little. It is told where a word such as *judge* stands beside it, or anywhere for those listed
as known by it alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from article3.screening.asking import Lane
from article3.screening.index import Index
from article3.screening.likeness import Particulars
from article3.screening.names import folded
from article3.screening.running_text import Mention, Watch, _apart, _forms, _Word, _words
from article3.screening.unspaced import Unspaced

ALONE = 0.8
"""Score from which a single word is told as a listed family name."""
_FILE = files("article3.screening") / "calling_words.toml"
CALLING = frozenset(map(folded, tomllib.loads(_FILE.read_text(encoding="utf-8"))["words"].split()))
"""Words beside which a person is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A listed person: particulars, family names in their scripts, and whether one is enough without a calling word."""

    key: int
    person: Particulars
    family: tuple[str, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resemblance:
    """A listed person whom the particulars of somebody resemble."""

    key: int
    score: float
    because: tuple[str, ...]


class Lookout:
    """Everybody on a list, ready to be looked for. Used by one thread at a time."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        people = list(listed)
        self.watch = Watch((each.key, each.person) for each in people)
        self.lane: Lane = self.watch.index.lane()
        family = [(each.key, name) for each in people for name in each.family]
        self._beside = _Families(family)
        self._anywhere = _Families([(each.key, name) for each in people if each.alone for name in each.family])
        self._unspaced = Unspaced((key, name) for key, name in family if len(name) > 1)

    def alike(self, person: Particulars) -> list[Resemblance]:
        """Listed people the person on a paper may be, the likeliest first."""
        found = self.watch.index.ask(person, self.lane, most=50)
        return [Resemblance(key=each.key, score=each.score,
                            because=self.watch.index.why(person, each, self.lane).because) for each in found]

    def mentioned(self, text: str) -> list[Mention]:
        """Stretches of the text that may name somebody listed, in its order."""
        found = self.watch.find(text, self.lane)
        found += [Mention(key, start, stop, text[start:stop], 1.0, ("the whole family name in the same characters",))
                  for key, start, stop in self._unspaced.find(text)]
        words, asked = list(_words(text)), dict[tuple[str, bool], list[tuple[int, float]]]()
        for place, word in enumerate(words):
            beside = _called(words, place)
            if not word.loud or folded(word.text) in CALLING:
                continue
            known = (folded(word.text), bool(beside))
            if known not in asked:
                asked[known] = (self._beside if beside else self._anywhere).like(word.text)
            found += [_alone(key, score, word, beside) for key, score in asked[known]]
        return _apart(found)


class _Families:
    """Family names, each with the key of who bears it."""

    def __init__(self, family: list[tuple[int, str]]) -> None:
        self._keys = [key for key, _ in family]
        self._index = Index.built((place, Particulars(names=(name,))) for place, (_, name) in enumerate(family))
        self._lane = self._index.lane()

    def like(self, word: str) -> list[tuple[int, float]]:
        """Keys of those whose family name the word may be, each with its score."""
        found: dict[int, float] = {}
        for form in _forms(word) if self._keys else ():
            for each in self._index.ask(Particulars(names=(form,)), self._lane, least=ALONE, most=20):
                key = self._keys[each.key]
                found[key] = max(found.get(key, 0.0), each.score)
        return list(found.items())


def _called(words: list[_Word], place: int) -> str:
    """The calling word that stands one or two words before, or just after, in the same sentence; else nothing."""
    for other in (place - 1, place - 2, place + 1):
        if 0 <= other < len(words) and abs(words[other].sentence - words[place].sentence) <= (other < place):
            plain = folded(words[other].text)
            if plain in CALLING and _near(words[other], words[place]):
                return words[other].text
    return ""


def _near(one: _Word, other: _Word) -> bool:
    return max(one.start, other.start) - min(one.stop, other.stop) < 30


def _alone(key: int, score: float, word: _Word, beside: str) -> Mention:
    why = f"family name alone, beside “{beside}”" if beside else "family name alone, listed as enough"
    return Mention(key, word.start, word.stop, word.text, score, (why,))
