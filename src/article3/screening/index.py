"""The index: people of every script, asked by name, date, country and document; kept on disk and changed in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from article3.screening.answering import answer
from article3.screening.asking import REMEMBERED, Asked, Heard, Lane, asked, beside, paper_number, put
from article3.screening.assignment import TABLES, assign
from article3.screening.at_once import answers
from article3.screening.balance import SAME_DOCUMENT, THRESHOLD, points_of, score
from article3.screening.beforehand import heard_beforehand
from article3.screening.birth import POINTS, SENTENCES
from article3.screening.keys import CLASSES
from article3.screening.likeness import Likeness, Particulars, closest_birth, sentences
from article3.screening.merging import merged, without
from article3.screening.questions import Questions
from article3.screening.questions import read as read_all
from article3.screening.rollcall import numbered
from article3.screening.segment import Record, Segment, build, country_number
from article3.screening.shelf import read, write
from article3.screening.vocabulary import LANES, RESERVED, SymbolsOf, Vocabulary
from article3.screening.walk import KEPT

FEW, RECENT = 64, 8_192
"""Additions are filed together, by the few and then by the many, so that one costs little and segments stay few."""
SLACK = 1.0
"""Points by which the estimate may fall short of the full comparison."""
BUDGET = 8_192
"""Postings walked for one name asked."""
AT_ONCE = 16_384
"""Questions answered, or people read, in one go."""
_NOBODY = np.zeros(0, np.int32)


@dataclass(frozen=True, slots=True)
class Found:
    """A record found: the caller's key, the score, and where its best name stands."""

    key: int
    score: float
    segment: int
    name: int
    paper: bool = False


class Index:
    """People by key. Several threads may ask, each with its own lane; one thread at a time may change it."""

    def __init__(self, symbols_of: SymbolsOf | None = None) -> None:
        self.vocabulary = Vocabulary(symbols_of)
        self.heard: tuple[Heard, ...] = ()
        self.filed = RESERVED
        """Tokens below this number are filed under their keys."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The parts: the large one first, then what was added since."""
        return tuple(each.segment for each in self.heard)

    def __len__(self) -> int:
        return sum(int(segment.alive.sum()) for segment in self.segments)

    @classmethod
    def built(cls, people: Iterable[tuple[int, Particulars]], symbols_of: SymbolsOf | None = None) -> Index:
        """An index of these people, each with a key of the caller's; the keys rise. Names are read many at once.

        One that will be asked for long is settled next: then its tokens are heard once and not at their questions.
        """
        index = cls(symbols_of)
        index._file(index._records(people))
        return index

    def add(self, key: int, person: Particulars) -> None:
        """Add a person; one who stands under the key is replaced."""
        self.remove(key)
        names = tuple(name for text in person.names if (name := self.vocabulary.numbered(text)))
        self._file([_record(key, person, names)])
        *before, new = self.heard
        if len(before) > 1 and len(before[-1].segment.keys) < FEW:
            self.heard = (*before[:-1], Heard(merged(before[-1].segment, new.segment)))
        elif len(before) > 2 and len(before[-2].segment.keys) < RECENT:
            self.heard = (*before[:-2], Heard(merged(before[-2].segment, before[-1].segment)), new)

    def remove(self, key: int) -> bool:
        """Take a person out; False when none stands under the key."""
        for segment in self.segments:
            at = int(np.searchsorted(segment.keys, key))
            while at < len(segment.keys) and segment.keys[at] == key:
                if segment.alive[at]:
                    segment.alive[at] = 0
                    return True
                at += 1
        return False

    def settle(self) -> None:
        """File all additions in the large segment, drop what was removed, and hear its tokens beforehand; takes as long
        as building the arrays."""
        whole = self.segments[0]
        for segment in self.segments[1:]:
            whole = merged(whole, segment)
        whole = without(whole)
        if not len(whole.alike_from):
            whole = heard_beforehand(whole, self.vocabulary.words, self.filed)
        self.heard = (Heard(whole),)

    def save(self, folder: Path) -> None:
        """Write everything into a folder; what was added since the last time is filed first."""
        self.settle()
        write(folder, self.vocabulary, self.segments[0])

    @classmethod
    def opened(cls, folder: Path, symbols_of: SymbolsOf | None = None) -> Index:
        """The index a folder holds, its arrays mapped and not read; ValueError when it holds none of this form."""
        index = cls(symbols_of)
        segment = read(folder, index.vocabulary)
        index.filed = len(index.vocabulary)
        index.heard = (Heard(segment),)
        return index

    def _records(self, people: Iterable[tuple[int, Particulars]]) -> Iterator[Record]:
        """Records of people whose names are read together, so many people at a time."""
        taken = iter(people)
        while some := list(islice(taken, AT_ONCE)):
            counts, flat = numbered([text for _, person in some for text in person.names], self.vocabulary)
            ends, tokens = iter(np.cumsum(counts).tolist()), flat.tolist()
            first = 0
            for key, person in some:
                names = []
                for last in islice(ends, len(person.names)):
                    names.append(tokens[first:last])
                    first = last
                yield _record(key, person, tuple(filter(None, names)))

    def _file(self, records: Iterable[Record]) -> None:
        segment = build(records, lambda: self.vocabulary.words, self.filed, lambda: len(self.vocabulary))
        self.filed = len(self.vocabulary)
        self.heard = (*self.heard, Heard(segment))

    def lane(self, number: int = 0) -> Lane:
        """What a thread needs to ask; threads that ask at once need different numbers below 16."""
        assert 0 <= number < LANES, "there are sixteen lanes"
        return Lane(number)

    def only(self, keys: Iterable[int]) -> Index:
        """The same people of whom only these can be found: the others take nobody's place among the likeliest."""
        some, wanted = copy(self), np.fromiter(keys, np.int64)
        some.heard = tuple(Heard(each._replace(alive=each.alive * np.isin(each.keys, wanted).view(np.uint8)))
                           for each in self.segments)
        return some

    def ask(self, person: Particulars, lane: Lane, *, least: float = THRESHOLD, most: int = 10,
            kept: int = KEPT) -> list[Found]:
        """Records at least this like the person, the most alike first; up to `kept` names of each part are compared in
        full for a name asked, so `most` above it asks for more of them than may be told."""
        if len(lane.found) < kept:
            lane.make_room(kept)
        best: dict[int, Found] = {}
        papers, lowest = tuple(map(paper_number, person.documents)), points_of(least) - 1e-6
        born, countries = beside(person)
        for text in person.names:
            name = asked(text, self.vocabulary, lane.number)
            for place, heard in enumerate(self.heard):
                for found in self._search(name, born, countries, heard, place, lane, papers, lowest, kept):
                    if found.score >= least and (found.key not in best or best[found.key].score < found.score):
                        best[found.key] = found
        return sorted(best.values(), key=lambda found: -found.score)[:most]

    def ask_all(self, people: Sequence[Particulars], lane: Lane, *, least: float = THRESHOLD,
                most: int = 10) -> list[list[Found]]:
        """The same for many people, in their order: several times quicker where they are hundreds."""
        if len(people) < FEW:
            return [self.ask(person, lane, least=least, most=most) for person in people]
        if len(people) <= AT_ONCE:
            questions = read_all(people, self.vocabulary)
            if len(questions.texts) <= REMEMBERED:
                return self._answered(questions, people, lane, least, most)
        half = len(people) // 2
        return [*self.ask_all(people[:half], lane, least=least, most=most),
                *self.ask_all(people[half:], lane, least=least, most=most)]

    def _answered(self, questions: Questions, people: Sequence[Particulars], lane: Lane, least: float,
                  most: int) -> list[list[Found]]:
        best: list[dict[int, Found]] = [{} for _ in people]
        lowest = points_of(least) - 1e-6
        for place, at, name, points in answers(questions, self.heard, lane, BUDGET, lowest - SLACK, lowest):
            segment = self.heard[at].segment
            found = Found(int(segment.keys[segment.owners[name]]), score(points), at, name)
            known = best[place].get(found.key)
            if found.score >= least and (known is None or known.score < found.score):
                best[place][found.key] = found
        # who holds a document that is asked for is compared however unlike the names
        return [self.ask(person, lane, least=least, most=most) if person.documents and self._holding(person)
                else sorted(found.values(), key=lambda each: -each.score)[:most]
                for person, found in zip(people, best, strict=True)]

    def _holding(self, person: Particulars) -> bool:
        papers = tuple(map(paper_number, person.documents))
        return any(_holders(segment, papers) for segment in self.segments)

    def _search(self, name: Asked, born: NDArray[np.int32], countries: NDArray[np.int16], heard: Heard, place: int,
                lane: Lane, papers: tuple[int, ...], lowest: float, kept: int) -> list[Found]:
        segment = heard.segment
        told, held, new = put(name, heard)
        holders = _holders(segment, papers) if papers else set()
        marks = lane.marks(name.words, segment)
        count = answer(name.words, segment, told, born, countries, _names_of(segment, holders), held.memory,
                       lane.likely, marks, TABLES, POINTS, CLASSES, lane.room, lane.chorus, BUDGET, lane.stamp,
                       lowest - SLACK, kept, lane.found, lane.rough, lane.scores)
        held.known.update(new)
        found = []
        for at, points in enumerate(lane.scores[:count].tolist()):
            owner = int(segment.owners[lane.found[at]]) if points > lowest or holders else -1
            if points > lowest or owner in holders:
                paper = owner in holders
                found.append(Found(int(segment.keys[owner]), score(points + SAME_DOCUMENT * paper), place,
                                   int(lane.found[at]), paper))
        return found

    def why(self, person: Particulars, found: Found, lane: Lane) -> Likeness:
        """The likeness of a record found, with its sentences. Ask again after a change: places may have moved."""
        segment = self.segments[found.segment]
        right = segment.tokens[segment.starts[found.name]:segment.starts[found.name + 1]]
        best: tuple[float, list[str]] = (-1.0, [])
        for text in person.names:
            name = asked(text, self.vocabulary, lane.number)
            count = assign(name.words, name.name, right, TABLES, lane.room)
            links = [(tuple(map(int, lane.room.links[at])), float(lane.room.figures[at, 0])) for at in range(count)]
            told = sentences(name.tokens[:name.parts], tuple(map(self.vocabulary.token, right.tolist())), links)
            best = max(best, (float(lane.room.told[0]), told))
        return Likeness(score=found.score, because=(*best[1], *_beside(person, segment, found)))


def _record(key: int, person: Particulars, names: tuple[list[int], ...]) -> Record:
    return Record(key, names, person.born,
                  tuple(number for code in sorted(person.countries) if (number := country_number(code))),
                  tuple(map(paper_number, person.documents)))


def _beside(person: Particulars, segment: Segment, found: Found) -> list[str]:
    record = int(segment.owners[found.name])
    told = [SENTENCES[closest_birth(person.born, map(int, segment.born[record]))]]
    ours = {number for code in person.countries if (number := country_number(code))}
    theirs = {int(number) for number in segment.countries[record] if number}
    if ours and theirs:
        told.append("a country in common" if ours & theirs else "other countries")
    return [*told, "the same document number"] if found.paper else told


def _holders(segment: Segment, papers: tuple[int, ...]) -> set[int]:
    found: set[int] = set()
    for paper in papers:
        low, high = np.searchsorted(segment.papers, paper, "left"), np.searchsorted(segment.papers, paper, "right")
        found.update(int(holder) for holder in segment.holders[low:high] if segment.alive[holder])
    return found


def _names_of(segment: Segment, owners: set[int]) -> NDArray[np.int32]:
    if not owners:
        return _NOBODY
    return np.array([name for owner in sorted(owners)
                     for name in range(int(np.searchsorted(segment.owners, owner, "left")),
                                       int(np.searchsorted(segment.owners, owner, "right")))], np.int32)
