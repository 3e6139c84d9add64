"""The named offences and their phrases in every language, compiled once into tables the matcher looks words up in."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from article3.law.offences import phrases
from article3.terms.offences import Matter, OffenceKind

LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "tr")
"""The languages read, each a file of `languages/`; all are tried on every text, because charges mix them."""

_ALL = "all"
_ENDING = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Offence:
    """What a named offence means: see the head of `languages/offences.toml`."""

    name: str
    because: str
    kinds: tuple[OffenceKind, ...] = ()
    matters: tuple[Matter, ...] = ()
    hidden_kinds: frozenset[OffenceKind] = frozenset()
    hidden_matters: frozenset[Matter] = frozenset()
    gives_way: frozenset[OffenceKind] = frozenset()
    silent: bool = False

    @property
    def hides(self) -> bool:
        """Whether it hides anything within its phrase."""
        return bool(self.hidden_kinds or self.hidden_matters)


@dataclass(frozen=True, slots=True)
class Phrase:
    """An offence's phrase, compiled: elements by number, and the gap allowed before each."""

    offence: Offence
    elements: tuple[int, ...]
    gaps: tuple[int, ...]
    needed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every phrase, found by its rarest element; every word and stem, with the elements it satisfies."""

    offences: dict[str, Offence]
    words: dict[str, frozenset[int]]
    stems: dict[str, frozenset[int]]
    phrases: dict[int, tuple[Phrase, ...]]
    longest_stem: int
    glue: frozenset[str]
    conjunctions: frozenset[str]
    plain: frozenset[str]

    def elements(self, word: str) -> frozenset[int]:
        """The elements a folded word satisfies, itself or by a stem it begins with."""
        found = set(self.words.get(word, ()))
        for length in range(2, min(len(word), self.longest_stem) + 1):
            found.update(self.stems.get(word[:length], ()))
        return frozenset(found)

    def accounts_for(self, word: str) -> bool:
        """Whether the word is listed, or is a listed stem with an ending of a few letters."""
        lengths = range(max(1, len(word) - _ENDING), len(word) + 1)
        return word in self.words or any(word[:length] in self.stems for length in lengths)


def read_file(name: str) -> dict[str, Any]:
    """A data file of `languages/`, parsed."""
    return tomllib.loads((resources.files(f"{__package__}.languages") / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """The compiled lexicon. AssertionError or ValueError on a file that names an unknown offence, kind or matter."""
    offences = {name: _offence(name, entry) for name, entry in read_file("offences").items()}
    files = [read_file(language) for language in LANGUAGES]
    written = [(offences[name], steps) for file in files for name, steps in _written(file)]
    written += [(_mark(name), phrases.steps(mark, {}, frozenset()))
                for name, statute in read_file("statutes").items() for mark in statute.get("marks", ())]
    numbers = _numbers(steps for _, steps in written)
    words, stems = _tables(numbers)
    marks = {offence.name: offence for offence, _ in written if offence.silent}
    return Lexicon(offences=offences | marks, words=words, stems=stems, phrases=_by_rarest(written, numbers),
                   longest_stem=max(map(len, stems)),
                   glue=_listed(files, "glue"), conjunctions=_listed(files, "conjunctions"),
                   plain=_listed(files, "plain"))


def _listed(files: Iterable[dict[str, Any]], name: str) -> frozenset[str]:
    return frozenset(word for file in files for word in phrases.words_of(file[name]))


def _offence(name: str, entry: dict[str, Any]) -> Offence:
    kinds = {str(kind) for kind in OffenceKind}
    hidden = set(entry.get("hide", ()))
    everything = frozenset(OffenceKind) if _ALL in hidden else frozenset()
    return Offence(name=name, because=entry["because"], silent=entry.get("silent", False),
                   kinds=tuple(map(OffenceKind, entry.get("kinds", ()))),
                   matters=tuple(map(Matter, entry.get("matters", ()))),
                   hidden_kinds=everything | frozenset(map(OffenceKind, hidden & kinds)),
                   hidden_matters=frozenset(Matter) if everything else frozenset(map(Matter, hidden - kinds)),
                   gives_way=frozenset(map(OffenceKind, entry.get("gives_way", ()))))


def _mark(statute: str) -> Offence:
    """The naming of a statute: no offence by itself, it tells `statutes` how to read the section numbers."""
    return Offence(name=statute, because="", silent=True)


def _written(file: dict[str, Any]) -> Iterable[tuple[str, tuple[phrases.Step, ...]]]:
    glue = frozenset(phrases.words_of(file["glue"]))
    for name, texts in file["offences"].items():
        for text in texts:
            yield name, phrases.steps(text, file["sets"], glue)


def _numbers(written: Iterable[tuple[phrases.Step, ...]]) -> dict[frozenset[str], int]:
    numbers: dict[frozenset[str], int] = {}
    for steps in written:
        for step in steps:
            numbers.setdefault(step.atoms, len(numbers))
    return numbers


def _tables(numbers: dict[frozenset[str], int]) -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    words: defaultdict[str, set[int]] = defaultdict(set)
    stems: defaultdict[str, set[int]] = defaultdict(set)
    for atoms, number in numbers.items():
        for atom in atoms:
            (stems[atom[:-1]] if atom.endswith("*") else words[atom]).add(number)
    return ({word: frozenset(found) for word, found in words.items()},
            {stem: frozenset(found) for stem, found in stems.items()})


def _by_rarest(written: list[tuple[Offence, tuple[phrases.Step, ...]]],
               numbers: dict[frozenset[str], int]) -> dict[int, tuple[Phrase, ...]]:
    used = Counter(numbers[step.atoms] for _, steps in written for step in steps)
    found: defaultdict[int, list[Phrase]] = defaultdict(list)
    for offence, steps in written:
        elements = tuple(numbers[step.atoms] for step in steps)
        rarest = min(elements, key=lambda element: (used[element], element))
        found[rarest].append(Phrase(offence, elements, tuple(step.gap for step in steps), frozenset(elements)))
    return {element: tuple(those) for element, those in found.items()}
