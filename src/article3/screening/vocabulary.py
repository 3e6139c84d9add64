"""Every distinct token once: its readings, name symbols and rarity in flat arrays that compiled code can walk."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.names import LONGEST as LONGEST_NAME
from article3.screening.names import WEAK, Kind, Role, Token, pieces, tokens
from article3.screening.readings import LONGEST, MOST, readings

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
            known = len(self)
            if known >= len(self.words.weights):
                self.words = Words(*map(_doubled, self.words))
            describe(self.words, known, token, self.symbols_of)
            self.numbers[token.text] = known
            self.texts.append(token.text)
        return known

    def token(self, number: int) -> Token:
        """The token of a number with its role in the two lowest bits."""
        known = number >> ROLE_BITS
        return Token(self.texts[known - RESERVED], Kind(int(self.words.kinds[known])), Role(number & 3))


def describe(words: Words, number: int, token: Token, symbols_of: SymbolsOf | None) -> None:
    """Write what is known of a token into its place of the arrays, over what stood there."""
    words.sounds[number], words.lengths[number], words.writing[number], first = _heard(token.text)
    words.symbols[number] = 0
    words.kinds[number] = token.kind
    words.weights[number] = _weight(token, first)
    if token.kind is Kind.PART and symbols_of:
        listed = symbols_of(token.text)[:SYMBOLS]
        words.symbols[number, : len(listed)] = listed


@lru_cache(maxsize=8_192)
def _heard(text: str) -> tuple[NDArray[np.uint8], NDArray[np.uint8], int, str]:
    """The readings of a token as its rows of the arrays, its writing, and the first reading as text."""
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
    for memory in (_heard, readings, pieces):
        memory.cache_clear()
_PATRONYMIC = ("P", "F")


def _weight(token: Token, sounds: str) -> float:
    """How much a token tells: little for particles and common names, more the longer it is."""
    if token.kind in (Kind.TITLE, Kind.PARTICLE):
        return 0.0 if token.kind is Kind.TITLE else 0.05
    if token.kind is Kind.INITIAL:
        return 0.25
    weight = min(1.0, 0.6 + 0.07 * len(sounds))
    if token.text in WEAK or sounds.endswith(_PATRONYMIC):
        weight *= 0.7
    return weight
