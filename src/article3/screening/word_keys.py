"""The keys of one word in plain Python: those of `keys.keys_of`, for who files a word now and then and not a million.

Nothing compiled is loaded for it, so an act that files a name costs no second at the start of a process.
"""

from __future__ import annotations

from functools import lru_cache

from article3.screening.keys import CLASSES, LONG
from article3.screening.names import Kind, Token, tokens, with_neighbours
from article3.screening.readings import readings

_ROUGH, _FINE, _VOWELLED = ({chr(sound): int(number) for sound, number in enumerate(table) if number}
                            for table in CLASSES)  # fmt: skip
_START, _STEP, _WIDTH = 2166136261, 16777619, 1 << 32


def parts(name: str) -> tuple[str, ...]:
    """The parts of a name as the index files them: folded, without titles, particles and initials."""
    return tuple(token.text for token in tokens(name) if token.kind is Kind.PART)


def parts_asked(name: str) -> tuple[tuple[int, str], ...]:
    """The parts a name is asked by, each with its place: its own, and two neighbours written as one."""
    found: tuple[tuple[Token, int], ...] = with_neighbours(tokens(name))
    return tuple((place, token.text) for token, place in found if token.kind is Kind.PART)


@lru_cache(maxsize=8_192)
def keys_of_word(word: str) -> tuple[int, ...]:
    """The keys under which a folded word stands beside those that sound like it, rising; none for what is silent."""
    return tuple(sorted({key for reading in readings(word) for key in _keys(reading.sounds)}))


def _keys(sounds: str) -> list[int]:
    classes = _classed(sounds, _ROUGH)
    if len(classes) < 3:
        return _put(_classed(sounds, _VOWELLED), 2, apart=True)
    found = _put(classes, 1, apart=len(classes) >= LONG)
    return found if len(classes) >= LONG else [*found, *_put(_classed(sounds, _FINE), 3, apart=True)]


def _classed(sounds: str, table: dict[str, int]) -> list[int]:
    """Classes of the sounds, doubles as one."""
    found: list[int] = []
    for sound in sounds:
        number = table.get(sound)
        if number is not None and (not found or found[-1] != number):
            found.append(number)
    return found


def _put(classes: list[int], seed: int, *, apart: bool) -> list[int]:
    """The key of all classes, and the keys with one left out, where wanted."""
    whole = [_hashed(classes, seed)]
    if not apart or len(classes) < 3:
        return whole
    return whole + [_hashed(classes[:place] + classes[place + 1 :], seed) for place in range(len(classes))]


def _hashed(classes: list[int], seed: int) -> int:
    value = (_START + seed) % _WIDTH
    for number in classes:
        value = (value ^ number) * _STEP % _WIDTH
    return value
