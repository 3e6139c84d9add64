"""A question put to the index: its tokens and what sounds like them, in arrays the search can walk."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from article3.screening.assignment import TABLES, Room, room, worth
from article3.screening.keys import CLASSES
from article3.screening.likeness import Particulars
from article3.screening.names import Kind, Token, tokens
from article3.screening.nearest import NEAREST, nearest
from article3.screening.segment import Segment, country_number
from article3.screening.vocabulary import LANE, ROLE_BITS, Vocabulary, Words, describe
from article3.screening.walk import Marks, Question

_REMEMBERED = 20_000


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
    found = list(tokens(name))
    parts, places = len(found), list(range(len(found)))
    for place in range(parts - 1):
        one, other = found[place], found[place + 1]
        if one.kind in (Kind.PART, Kind.PARTICLE) and other.kind is Kind.PART:
            found.append(Token(one.text + other.text, Kind.PART, one.role))
            places.append(place)
    words, numbers = vocabulary.words, []
    for place, token in enumerate(found[:LANE]):
        known = vocabulary.numbers.get(token.text)
        if known is None:
            known = lane * LANE + place
            describe(words, known, token, vocabulary.symbols_of)
        numbers.append(known)
    return Asked(tuple(found[:LANE]), tuple(numbers), tuple(places[:LANE]), parts, words)


Neighbours = tuple[NDArray[np.int32], NDArray[np.float32]]


@dataclass(slots=True)
class Heard:
    """For one segment, the tokens that sound like those asked before; forgotten all at once when there are many."""

    segment: Segment
    known: dict[str, Neighbours] = field(default_factory=dict)

    def near(self, words: Words, number: int, token: Token, space: Room) -> Neighbours:
        """Tokens of this segment that sound like a token, the closest first: numbers and worth."""
        found = self.known.get(token.text)
        if found is None:
            numbers, alike = np.zeros(NEAREST, np.int32), np.zeros(NEAREST, np.float32)
            count = nearest(words, self.segment, number, TABLES, space, CLASSES, numbers, alike)
            gains = np.array([worth(float(close)) for close in alike[:count]], np.float32)
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
            found = self.known[token.text] = numbers[:count].copy(), gains
        return found


class Lane:
    """What one thread needs to ask: its places in the vocabulary, working space, and memory of names seen."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.room = room()
        self.stamp = 0
        self.found = np.zeros(64, np.int32)
        self.rough = np.zeros(64, np.float32)
        self.scores = np.zeros(64, np.float32)
        self._gains, self._places = np.zeros(0, np.float32), np.zeros(0, np.uint8)
        self._seen: dict[int, NDArray[np.int32]] = {}

    def marks(self, words: Words, segment: Segment) -> Marks:
        """Marks large enough for the vocabulary and the segment."""
        if len(self._gains) < len(words.weights):
            self._gains, self._places = np.zeros(len(words.weights), np.float32), np.zeros(len(words.weights), np.uint8)
        seen = self._seen.get(id(segment.starts))
        if seen is None or len(seen) != len(segment.owners):
            self._seen = dict(list(self._seen.items())[-6:])
            seen = self._seen[id(segment.starts)] = np.zeros(len(segment.owners), np.int32)
        self.stamp = self.stamp + 1 if self.stamp < 2**31 - 2 else 1
        return Marks(self._gains, self._places, seen)


def question(name: Asked, person: Particulars, heard: Heard, space: Room) -> Question:
    """The arrays of a question for one segment: each token asked and those that sound like it, with what they count."""
    numbers: list[NDArray[np.int32]] = []
    gains: list[NDArray[np.float32]] = []
    places: list[NDArray[np.uint8]] = []
    count = sum(token.kind is Kind.PART for token in name.tokens[:name.parts])
    for place, number, token in zip(name.places, name.numbers, name.tokens, strict=True):
        if token.kind is not Kind.PART:
            continue
        weight = float(name.words.weights[number])
        near, worths = heard.near(name.words, number, token, space)
        numbers += [np.array([number], np.int32), near]
        gains += [np.array([weight], np.float32), worths * np.float32(weight)]
        places.append(np.full(len(near) + 1, place, np.uint8))
    if not numbers:
        numbers, gains, places = [np.zeros(0, np.int32)], [np.zeros(0, np.float32)], [np.zeros(0, np.uint8)]
    return Question(name.name, np.concatenate(numbers), np.concatenate(gains), np.concatenate(places),
                    *beside(person), np.array([count], np.int32))


def beside(person: Particulars) -> tuple[NDArray[np.int32], NDArray[np.int16]]:
    """Packed dates and country numbers."""
    return (np.array(person.born, np.int32),
            np.array([number for code in person.countries if (number := country_number(code))], np.int16))


def paper_number(document: str) -> int:
    """A document as a number: the digest of its letters and digits."""
    plain = "".join(filter(str.isalnum, document.upper()))
    return int.from_bytes(blake2b(plain.encode(), digest_size=8).digest(), "big", signed=True)
