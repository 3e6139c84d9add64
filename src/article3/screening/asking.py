"""A question put to the index: its tokens and what sounds like them, in arrays the search can walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count as counting

import numpy as np
from numpy.typing import NDArray

from article3.screening.answering import Likely
from article3.screening.assignment import TABLES, Room, room
from article3.screening.chorus import Chorus, chorus
from article3.screening.keys import CLASSES
from article3.screening.likeness import Particulars
from article3.screening.names import Kind, Token, tokens, with_neighbours
from article3.screening.nearest import NEAREST, Memory, memory, remember
from article3.screening.segment import Segment, country_number
from article3.screening.vocabulary import LANE, ROLE_BITS, Vocabulary, Words, describe
from article3.screening.walk import KEPT, Marks

REMEMBERED = 32_768
"""Tokens whose likes are kept of a segment."""
_HOLDERS = 44
"""Names of those who hold a document asked for, beside the likeliest."""
_SPANS, _LIKELY = 1_024, LANE * (NEAREST + 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """One name of a question: its tokens, their numbers (known ones or places of a lane), joined neighbours last."""

    tokens: tuple[Token, ...]
    numbers: tuple[int, ...]
    places: tuple[int, ...]
    parts: int
    words: Words

    @property
    def name(self) -> NDArray[np.int32]:
        """The name itself with roles, without the joined neighbours."""
        return np.array([number << ROLE_BITS | token.role for number, token in
                         zip(self.numbers[:self.parts], self.tokens, strict=False)], np.int32)


def asked(name: str, vocabulary: Vocabulary, lane: int) -> Asked:
    """A name with the numbers of its tokens; those the vocabulary does not know are described in the lane's places."""
    own = tokens(name)
    found, places = zip(*with_neighbours(own), strict=True) if own else ((), ())
    words, known, numbers = vocabulary.words, vocabulary.numbers, []
    for place, token in enumerate(found[:LANE]):
        number = known.get(token.text)
        if number is None:
            number = lane * LANE + place
            describe(words, number, token, vocabulary.symbols_of)
        numbers.append(number)
    return Asked(found[:LANE], tuple(numbers), places[:LANE], len(own), words)


Neighbours = tuple[NDArray[np.int32], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Held:
    """The memory of a segment, the row of each token it knows, and the numbers of free rows."""

    memory: Memory
    known: dict[str, int]
    free: Iterator[int]


class Heard:
    """A segment, and the tokens of it that sound like those asked before; forgotten all at once when there are many.

    Several threads read and write: a row of the memory is given out once, and a token is known by its row only when
    that is written.
    """

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self._held: Held | None = None

    def rows(self, wanted: list[str]) -> tuple[Held, list[int], dict[str, int]]:
        """The memory, the row of each token, and the tokens whose row is still to be written."""
        held = self._held = self._held or Held(memory(REMEMBERED), {}, counting())
        rows = [held.known.get(text, -1) for text in wanted]
        if -1 not in rows:
            return held, rows, {}
        new = {text: next(held.free) for text, row in zip(wanted, rows, strict=True) if row < 0}
        if max(new.values()) >= REMEMBERED:
            self._held = None
            return self.rows(wanted)
        return held, [new.get(text, row) for text, row in zip(wanted, rows, strict=True)], new

    def near(self, words: Words, number: int, token: Token, space: Chorus) -> Neighbours:
        """Tokens of this segment that sound like a token, the closest first: numbers and worth."""
        held, (row,), new = self.rows([token.text])
        if new:
            remember(words, self.segment, number, TABLES, space, CLASSES, held.memory, row)
            held.known.update(new)
        count = held.memory.counts[row]
        return held.memory.near[row, :count], held.memory.gains[row, :count]


class Lane:
    """What one thread needs to ask: its places in the vocabulary, working space, and memory of names seen."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.room: Room = room()
        self.chorus = chorus()
        self.stamp = 0
        self.make_room(KEPT)
        self.likely = Likely(np.zeros(_LIKELY, np.int32), np.zeros(_LIKELY, np.float32), np.zeros(_LIKELY, np.uint8))
        self._spans = np.zeros((_SPANS, 2), np.int32), np.zeros(_SPANS, np.float32), np.zeros(_SPANS, np.int32)
        self._gains, self._places = np.zeros(0, np.float32), np.zeros(0, np.uint8)
        self._seen: dict[int, NDArray[np.int32]] = {}

    def make_room(self, kept: int) -> None:
        """Room for so many names to compare in full, and for those who hold a document asked for."""
        self.found = np.zeros(kept + _HOLDERS, np.int32)
        self.rough = np.zeros(kept + _HOLDERS, np.float32)
        self.scores = np.zeros(kept + _HOLDERS, np.float32)

    def marks(self, words: Words, segment: Segment, many: int = 1) -> Marks:
        """Marks large enough for the vocabulary and the segment; so many names asked have stamps up to `stamp`."""
        if len(self._gains) < len(words.weights):
            self._gains, self._places = np.zeros(len(words.weights), np.float32), np.zeros(len(words.weights), np.uint8)
        seen = self._seen.get(id(segment.starts))
        if seen is None or len(seen) != len(segment.owners):
            self._seen = dict(list(self._seen.items())[-6:])
            seen = self._seen[id(segment.starts)] = np.zeros(len(segment.owners), np.int32)
        self.stamp = self.stamp + many if self.stamp < 2**31 - 1 - many else many
        return Marks(self._gains, self._places, seen, *self._spans)


def put(name: Asked, heard: Heard) -> tuple[NDArray[np.int32], Held, list[tuple[str, int]]]:
    """A name as `answering.answer` reads it, for one segment: with the row of each of its parts in the memory.

    Beside it the memory, and the tokens it will know by their rows once the question has been answered.
    """
    parts = [at for at, token in enumerate(name.tokens) if token.kind is Kind.PART]
    held, rows, new = heard.rows([name.tokens[at].text for at in parts])
    named = [number << ROLE_BITS | token.role for number, token in
             zip(name.numbers[:name.parts], name.tokens, strict=False)]
    numbers, places = [name.numbers[at] for at in parts], [name.places[at] for at in parts]
    known = [row not in new.values() for row in rows] if new else [1] * len(rows)
    return (np.array([name.parts, len(parts), sum(at < name.parts for at in parts), *named, *numbers, *places, *rows,
                      *known], np.int32), held, list(new.items()))


def beside(person: Particulars) -> tuple[NDArray[np.int32], NDArray[np.int16]]:
    """Packed dates and country numbers."""
    return (np.array(person.born, np.int32),
            np.array([number for code in person.countries if (number := country_number(code))], np.int16))


def paper_number(document: str) -> int:
    """A document as a number: the digest of its letters and digits."""
    plain = "".join(filter(str.isalnum, document.upper()))
    return int.from_bytes(blake2b(plain.encode(), digest_size=8).digest(), "big", signed=True)
