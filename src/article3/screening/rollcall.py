"""Many names read at once: each distinct word is folded, heard and numbered once, and a name is a row of numbers.

What a name is made of stands in `names.tokens`; here the same is found for thousands of names without taking each
apart. A name in which a word's part depends on the words beside it, or on capitals within it, is handed to `tokens`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, filterfalse
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.names import (
    BREAKS,
    LONGEST,
    WRITTEN_TOGETHER,
    Role,
    divided,
    folded,
    is_servant,
    run_together,
    tokens,
    unmarked,
)
from article3.screening.vocabulary import ROLE_BITS, Vocabulary

MANY = 65_536
"""Names read at once: their words are held in memory meanwhile."""
_COMMA, _END = ",", "="
"""Two breaks put among the words themselves, where a name has a comma and where it ends: no word is one."""
_SPACED = [mark for mark in BREAKS if mark not in (_COMMA, "_")]
_LOUD, _QUIET, _SHORT, _APART = 1, 2, 4, 8
_NO_TOKEN = -1
_LOOKED_AT = (*WRITTEN_TOGETHER, "abd", "عبد")
"""How a folded word may begin that is more than one token, or is read with what stands beside it."""

Numbers = NDArray[np.int32]


class _Words(NamedTuple):
    """The words of many names in their order: the one or two tokens of each (n, 2), what its letters say, the name it
    stands in; and where each name starts."""

    tokens: Numbers
    signs: NDArray[np.uint8]
    commas: NDArray[np.bool_]
    owners: Numbers
    starts: NDArray[np.int64]


def numbered(names: Sequence[str], vocabulary: Vocabulary) -> tuple[Numbers, Numbers]:
    """How many tokens each name has, and the tokens of all one after another, as `Vocabulary.numbered` gives them."""
    parts = list(_in_parts(names, vocabulary))
    counts, flat = zip(*parts, strict=True) if parts else ([np.zeros(0, np.int32)],) * 2
    return np.concatenate(counts), np.concatenate(flat)


def _in_parts(names: Sequence[str], vocabulary: Vocabulary) -> Iterator[tuple[Numbers, Numbers]]:
    for first in range(0, len(names), MANY):
        some = names[first:first + MANY]
        words = _words(_written(some), vocabulary)
        roles, apart = _roles(words)
        yield _put_together(words, roles, apart, some, vocabulary)


def _written(names: Sequence[str]) -> list[str]:
    """The words of all names, a comma where one stands, and a mark at the end of each name."""
    text = "\n".join(names)
    if text.count("\n") >= len(names):
        text = "\n".join([name.replace("\n", " ") for name in names])
    for mark in _SPACED:
        text = text.replace(mark, " ")
    return f"{unmarked(text)}\n".replace(_COMMA, f" {_COMMA} ").replace("\n", f" {_END} ").split()


def _words(written: list[str], vocabulary: Vocabulary) -> _Words:
    met = dict.fromkeys(written)
    distinct = [*filter(str.isascii, met), *filterfalse(str.isascii, met)]
    places = dict(zip(distinct, range(len(distinct)), strict=True))
    called = np.fromiter(map(places.__getitem__, written), np.int32, len(written))
    numbers, signs = _read(distinct, vocabulary)
    ends = np.flatnonzero(called == places[_END])
    sizes = np.diff(ends, prepend=-1)
    owners = np.repeat(np.arange(len(ends), dtype=np.int32), sizes)
    return _Words(numbers[called], signs[called], called == places.get(_COMMA, -1), owners, ends + 1 - sizes)


def _read(distinct: list[str], vocabulary: Vocabulary) -> tuple[Numbers, NDArray[np.uint8]]:
    """The tokens of each distinct word and what its letters say; the words of plain letters come first."""
    texts, signs = _folded(distinct), _signs(distinct)
    second: dict[int, str] = {}
    for place in [place for place, text in enumerate(texts) if not text.isalpha() or text.startswith(_LOOKED_AT)]:
        texts[place], *more = divided(texts[place]) or [""]
        second.update((place, text) for text in more)
        if any(map(is_servant, (texts[place], *more))):
            signs[place] |= _APART
    vocabulary.learn(filter(None, chain(texts, second.values())))
    numbers = np.full((len(distinct), 2), _NO_TOKEN, np.int32)
    numbers[:, 0] = [vocabulary.numbers.get(text, _NO_TOKEN) for text in texts]
    numbers[list(second), 1] = list(map(vocabulary.numbers.__getitem__, second.values()))
    return numbers, signs


def _folded(distinct: list[str]) -> list[str]:
    """Each word folded: those of plain letters as one text, the others as another."""
    plain = sum(map(str.isascii, distinct))
    return [text for group in (distinct[:plain], distinct[plain:]) if group
            for text in folded("\n".join(group)).split("\n")]


def _signs(distinct: list[str]) -> NDArray[np.uint8]:
    """`_sign` of each word, those of plain letters all at once."""
    def asked(of: Callable[[str], object]) -> NDArray[np.bool_]:
        return np.fromiter(map(of, distinct), np.bool_, len(distinct))

    sizes = np.fromiter(map(len, distinct), np.int32, len(distinct))
    upper, title = asked(str.isupper), asked(str.istitle)
    signs = np.where(upper, _LOUD * (sizes > 2), _QUIET * title).astype(np.uint8)
    plain = asked(str.isascii) & asked(str.isalpha) & (upper | title | asked(str.islower))
    for place in np.flatnonzero(~plain).tolist():
        signs[place] = _sign(distinct[place])
    return signs


def _sign(word: str) -> int:
    """What `names.tokens` asks of a word as written: capitals, and whether it is read without those beside it."""
    sign = _APART if "_" in word else 0
    if len(word) <= 4 and not word.isascii() and len(word) > 1:
        sign |= _SHORT
    if word.isupper():
        return sign | _LOUD if len(word) > 2 else sign
    if word[1:].islower() and word[0].isupper():
        return sign | _QUIET
    return sign | _APART if run_together(word) else sign


def _roles(words: _Words) -> tuple[Numbers, NDArray[np.bool_]]:
    """The role of each word, and the names that must be taken apart by themselves."""
    signs, owners, starts = words.signs, words.owners, words.starts
    said = np.bitwise_or.reduceat(signs, starts)
    commas = np.cumsum(words.commas)
    before: NDArray[np.int64] = (commas - words.commas)[starts]
    ends = np.append(starts[1:], len(owners)) - 1
    edged = words.commas[starts] | words.commas[np.maximum(ends - 1, 0)]
    apart = (said & _APART > 0) | edged | ((said & _SHORT > 0) & (ends - starts == 1))
    told = (said & (_LOUD | _QUIET)) == _LOUD | _QUIET
    by_case = np.where(signs & _LOUD, Role.FAMILY, np.where(signs & _QUIET, Role.GIVEN, Role.UNKNOWN))
    by_comma = np.where(commas > before[owners], Role.GIVEN, Role.FAMILY)
    parted = commas[ends] > before
    roles = np.where(parted[owners], by_comma, np.where(told[owners], by_case, Role.UNKNOWN))
    return roles.astype(np.int32), apart


def _put_together(words: _Words, roles: Numbers, apart: NDArray[np.bool_], names: Sequence[str],
                  vocabulary: Vocabulary) -> tuple[Numbers, Numbers]:
    kept = (words.tokens != _NO_TOKEN) & ~apart[words.owners][:, None]
    flat = (words.tokens << ROLE_BITS | roles[:, None])[kept]
    owners = np.repeat(words.owners, kept.sum(axis=1))
    counts = np.bincount(owners, minlength=len(names))
    ranks = np.arange(len(flat)) - (np.cumsum(counts) - counts)[owners]
    alone = np.flatnonzero(apart).tolist()
    others = _one_by_one([names[place] for place in alone], vocabulary)
    counts = np.minimum(counts, LONGEST)
    counts[alone] = list(map(len, others))
    starts, first = np.cumsum(counts) - counts, ranks < LONGEST
    result = np.empty(counts.sum(), np.int32)
    result[(starts[owners] + ranks)[first]] = flat[first]
    for place, tokens_of in zip(alone, others, strict=True):
        result[starts[place]:starts[place] + len(tokens_of)] = tokens_of
    return counts.astype(np.int32), result


def _one_by_one(names: list[str], vocabulary: Vocabulary) -> list[list[int]]:
    found = list(map(tokens, names))
    vocabulary.learn([token.text for each in found for token in each])
    return [[vocabulary.numbers[token.text] << ROLE_BITS | token.role for token in each] for each in found]
