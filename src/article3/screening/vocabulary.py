"""Every distinct token once: its readings, name symbols and rarity in flat arrays that compiled code can walk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.names import LONGEST as LONGEST_NAME
from article3.screening.names import PARTICLES, TITLES, WEAK, Kind, Role, Token, kind_of, pieces, tokens
from article3.screening.readings import LONGEST, MOST, heard, readings

SymbolsOf = Callable[[str], tuple[int, ...]]
"""Gives the name symbols of a folded token."""
SYMBOLS = 6
"""Name symbols kept of a token: the numbers under which a public catalogue of names files it."""
ROLE_BITS = 2
LANES, LANE = 16, 24
"""Places at the head of the arrays for tokens of questions: so many asked at once, so many tokens each."""
RESERVED = LANES * LANE


class Words(NamedTuple):
    """Arrays over tokens. `sounds` (n, 3, 24) bytes, `lengths` (n, 3), `writing` (n,), `kinds` (n,), `weights` (n,)
    between 0 and 1, `symbols` (n, 6) sorted, 0 for none."""

    sounds: NDArray[np.uint8]
    lengths: NDArray[np.uint8]
    writing: NDArray[np.uint8]
    kinds: NDArray[np.uint8]
    weights: NDArray[np.float32]
    symbols: NDArray[np.int32]


def _empty(room: int) -> Words:
    return Words(np.zeros((room, MOST, LONGEST), np.uint8), np.zeros((room, MOST), np.uint8),
                 np.zeros(room, np.uint8), np.zeros(room, np.uint8), np.zeros(room, np.float32),
                 np.zeros((room, SYMBOLS), np.int32))


def _doubled(array: Any) -> NDArray[Any]:
    return np.concatenate([array, np.zeros_like(array)])


class Vocabulary:
    """Tokens and their numbers; grows by doubling, forgets nothing.

    Without `symbols_of` a new token has no name symbols and is judged by its sounds alone.
    """

    def __init__(self, symbols_of: SymbolsOf | None = None, room: int = 1_024) -> None:
        self.symbols_of = symbols_of
        self.words = _empty(max(room, 2 * RESERVED))
        self.numbers: dict[str, int] = {}
        self.texts: list[str] = []

    def __len__(self) -> int:
        """One more than the highest number given."""
        return RESERVED + len(self.texts)

    def name(self, name: str) -> NDArray[np.int32]:
        """The name as token numbers, each with its role in the two lowest bits; at most twelve."""
        return np.array(self.numbered(name), np.int32)

    def numbered(self, name: str) -> list[int]:
        """The same as a list."""
        return [self.number(token) << ROLE_BITS | token.role for token in tokens(name)][:LONGEST_NAME]

    def number(self, token: Token) -> int:
        """The number of a token, given to it now if it is new."""
        known = self.numbers.get(token.text)
        if known is None:
            known = self._room_for(1)
            describe(self.words, known, token, self.symbols_of)
            self.numbers[token.text] = known
            self.texts.append(token.text)
        return known

    def learn(self, texts: Iterable[str]) -> None:
        """Give numbers to the tokens among these, as they stand in a name, that are new: all are read at once."""
        new = [text for text in dict.fromkeys(texts) if text not in self.numbers]
        first = self._room_for(len(new))
        describe_all(self.words, first, new, self.symbols_of)
        self.numbers.update(zip(new, range(first, first + len(new)), strict=True))
        self.texts += new

    def _room_for(self, more: int) -> int:
        """The next number, with place in the arrays for so many."""
        first = len(self)
        while first + more > len(self.words.weights):
            self.words = Words(*map(_doubled, self.words))
        return first

    def token(self, number: int) -> Token:
        """The token of a number with its role in the two lowest bits."""
        known = number >> ROLE_BITS
        return Token(self.texts[known - RESERVED], Kind(int(self.words.kinds[known])), Role(number & 3))


def describe(words: Words, number: int, token: Token, symbols_of: SymbolsOf | None) -> None:
    """Write what is known of a token into its place of the arrays, over what stood there."""
    words.sounds[number], words.lengths[number], words.writing[number], first = _rows_of(token.text)
    words.symbols[number] = 0
    words.kinds[number] = token.kind
    words.weights[number] = _weight(token.text, token.kind, first)
    if token.kind is Kind.PART and symbols_of:
        listed = symbols_of(token.text)[:SYMBOLS]
        words.symbols[number, : len(listed)] = listed


def describe_all(words: Words, first: int, texts: list[str], symbols_of: SymbolsOf | None) -> None:
    """The same for many tokens at once, which take the places from `first` on; nothing stood there before."""
    found = heard(texts)
    kinds = [kind_of(text) if len(text) == 1 or text in _MARKED else Kind.PART for text in texts]
    places = slice(first, first + len(texts))
    _put(words, places, 0, found.first)
    for reading in range(1, MOST):
        more = [place for place, others in found.others.items() if len(others) >= reading]
        _put(words, [first + place for place in more], reading, [found.others[place][reading - 1] for place in more])
    words.writing[places] = found.writing
    words.kinds[places] = kinds
    words.weights[places] = _weights(texts, kinds, found.first)
    if symbols_of:
        for number, (text, kind) in enumerate(zip(texts, kinds, strict=True), first):
            if kind is Kind.PART and (listed := symbols_of(text)[:SYMBOLS]):
                words.symbols[number, : len(listed)] = listed


def _put(words: Words, places: slice | list[int], reading: int, sounds: list[str]) -> None:
    """Write one reading of each of some tokens."""
    words.sounds[places, reading] = np.array(sounds, f"S{LONGEST}").view(np.uint8).reshape(len(sounds), LONGEST)
    words.lengths[places, reading] = list(map(len, sounds))


@lru_cache(maxsize=8_192)
def _rows_of(text: str) -> tuple[NDArray[np.uint8], NDArray[np.uint8], int, str]:
    """The readings of one token as its rows of the arrays, its writing, and the first reading as text."""
    found = readings(text)
    if not found:
        return _SILENT, _SILENT[:, 0], 0, ""
    raw = b"".join([reading.sounds.encode("ascii").ljust(LONGEST, b"\0") for reading in found])
    sounds = np.frombuffer(raw.ljust(MOST * LONGEST, b"\0"), np.uint8).reshape(MOST, LONGEST)
    lengths = bytes([len(reading.sounds) for reading in found]).ljust(MOST, b"\0")
    return sounds, np.frombuffer(lengths, np.uint8), int(found[0].writing), found[0].sounds


_SILENT = np.zeros((MOST, LONGEST), np.uint8)


def forget() -> None:
    """Forget the words read before, for whoever measures what reading them costs."""
    for memory in (_rows_of, readings, pieces):
        memory.cache_clear()


_MARKED = TITLES | PARTICLES
_PATRONYMIC = ("P", "F")
_LIGHT = {Kind.TITLE: 0.0, Kind.PARTICLE: 0.05, Kind.INITIAL: 0.25}


def _weight(text: str, kind: Kind, sounds: str) -> float:
    """How much a token tells: little for particles and common names, more the longer it is."""
    if kind is not Kind.PART:
        return _LIGHT[kind]
    weight = min(1.0, 0.6 + 0.07 * len(sounds))
    if text in WEAK or sounds.endswith(_PATRONYMIC):
        weight *= 0.7
    return weight


def _weights(texts: list[str], kinds: list[Kind], sounds: list[str]) -> NDArray[np.float64]:
    """`_weight` of many tokens at once."""
    weights: NDArray[np.float64] = np.minimum(1.0, 0.6 + 0.07 * np.fromiter(map(len, sounds), np.int64, len(sounds)))
    weak = [text in WEAK or heard_as.endswith(_PATRONYMIC) for text, heard_as in zip(texts, sounds, strict=True)]
    weights[weak] *= 0.7
    for place in np.flatnonzero(kinds).tolist():
        weights[place] = _LIGHT[kinds[place]]
    return weights
