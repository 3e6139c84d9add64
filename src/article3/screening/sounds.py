"""What it costs to hear one sound for another, for the three kinds of writing; filled once, read by compiled code."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_SIZE = 128
_VOWELS = "aeiou"


def _substitutions() -> NDArray[np.float32]:
    table = np.ones((_SIZE, _SIZE), np.float32)
    for one in "aeiouwy":
        for other in "aeiouwy":
            table[ord(one), ord(other)] = 0.35
    _near(table, 0.2, "ei ou iy wu wo yi ye ae ao")
    _near(table, 0.1, "wv")
    _near(table, 0.25, "ij yj cs cC sS zZ sz jJ gh JZ JC SC")
    _near(table, 0.35, "kh vf bv ZC cz kc SZ cS Cs Jj Zj jC jZ")
    _near(table, 0.45, "bp dt gk Jg gj jh kC hC Sh JS Jz Zs fp jS CS")
    _near(table, 0.6, "mn lr td ts vm PF")
    np.fill_diagonal(table, 0.0)
    return table


def _near(table: NDArray[np.float32], cost: float, pairs: str) -> None:
    for one, other in map(tuple, pairs.split()):
        table[ord(one), ord(other)] = table[ord(other), ord(one)] = min(cost, table[ord(one), ord(other)])


def _heard_loosely(exact: NDArray[np.float32]) -> NDArray[np.float32]:
    """Syllables of another language keep the place of a sound in the mouth and little more."""
    table = exact.copy()
    for alike, cost in (("aeiouwy", 0.12), ("bpfvhw", 0.2), ("dt", 0.1), ("gkhq", 0.15), ("jJCScsZzx", 0.2),
                        ("lr", 0.1), ("mn", 0.2), ("vwu", 0.2), ("gjJ", 0.3), ("tCc", 0.35)):
        for one in alike:
            for other in alike:
                table[ord(one), ord(other)] = min(cost, table[ord(one), ord(other)])
    np.fill_diagonal(table, 0.0)
    return table


def _insertions(vowel: float, consonant: float, light: dict[str, float]) -> NDArray[np.float32]:
    table = np.full(_SIZE, consonant, np.float32)
    for sound in _VOWELS:
        table[ord(sound)] = vowel
    for sound, cost in light.items():
        table[ord(sound)] = cost
    return table


def _hundredths(tables: list[NDArray[np.float32]]) -> NDArray[np.uint8]:
    return np.round(100 * np.stack(tables)).astype(np.uint8)


_FULL = _substitutions()
_NO_VOWELS = _FULL.copy()
for _one in "aeiouwy":
    for _other in "aeiouwy":
        _NO_VOWELS[ord(_one), ord(_other)] = 0.1 * (_one != _other)
SUBSTITUTION = _hundredths([_FULL, _NO_VOWELS, _heard_loosely(_FULL)])
"""(3, 128, 128): by writing, sound and sound; 0 for the same, 100 for unlike sounds."""
INSERTION = _hundredths([
    _insertions(0.4, 1.0, {"P": 0.5, "F": 0.5, "N": 0.6, "h": 0.4, "w": 0.4, "y": 0.35, "i": 0.3}),
    _insertions(0.1, 1.0, {"P": 0.5, "F": 0.5, "h": 0.35, "w": 0.25, "y": 0.2, "i": 0.15}),
    _insertions(0.15, 0.75, {"h": 0.3, "r": 0.3, "l": 0.4, "n": 0.45, "g": 0.35, "s": 0.5, "d": 0.5, "t": 0.5}),
])
"""(3, 128): by writing, what a sound costs that only one side has, in hundredths."""
