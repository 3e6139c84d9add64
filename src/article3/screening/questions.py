"""Many questions read at once: each distinct token is numbered and described once, and a question is a row of numbers.

What a question is made of stands in `asking.asked`; here the same is found for thousands of them without a step of the
interpreter for each token. What the questions say and the index does not know is described behind the tokens of the
index, in arrays of the questions' own: the vocabulary does not grow by being asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from article3.screening.likeness import Particulars
from article3.screening.names import Kind, Token, kind_of
from article3.screening.rollcall import numbered
from article3.screening.segment import country_number
from article3.screening.vocabulary import ROLE_BITS, Vocabulary, Words, describe, describe_all

Numbers = NDArray[np.int32]


class Block(NamedTuple):
    """Names asked for, in the order of their questions: which question each belongs to (`owners`), where its `tokens`
    with roles start and where those it is asked by start (`starts`, `firsts`), how many of these are parts of the name
    itself (`parts`); of each token asked by its number, its place in the name, and which of the distinct ones it is
    (`numbers`, `places`, `which`); and of each question packed dates and country numbers, and where they start."""

    owners: Numbers
    starts: Numbers
    tokens: Numbers
    firsts: Numbers
    parts: Numbers
    numbers: Numbers
    places: Numbers
    which: Numbers
    born_from: Numbers
    born: Numbers
    countries_from: Numbers
    countries: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions in arrays, the words they are read with, and the distinct tokens asked by: texts and numbers."""

    block: Block
    words: Words
    texts: list[str]
    numbers: Numbers


class _Gathered(Vocabulary):
    """Texts numbered from 0 as they come, and nothing else known of them."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def learn(self, texts: Iterable[str]) -> None:
        for text in texts:
            self.numbers.setdefault(text, len(self.numbers))


def read(people: Sequence[Particulars], vocabulary: Vocabulary) -> Questions:
    """The questions after these people, read with a vocabulary that stays as it is."""
    gathered = _Gathered()
    counts, flat = numbered([name for person in people for name in person.names], gathered)
    plain = list(gathered.numbers)
    kinds = np.fromiter(map(kind_of, plain), np.uint8, len(plain))
    owners = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    at, pairs, joined = _joined(flat >> ROLE_BITS, owners, kinds, plain)
    words, numbers = _described(plain, joined, vocabulary)
    asked = np.flatnonzero(kinds[flat >> ROLE_BITS] == Kind.PART)
    # of each name its own parts, then two neighbours written as one
    order = np.argsort(np.concatenate([owners[asked] * 2, owners[at] * 2 + 1]), kind="stable")
    own = np.concatenate([(flat >> ROLE_BITS)[asked], pairs + len(plain)])[order]
    starts = _from(counts)
    places = (np.concatenate([asked, at])[order] - starts[np.concatenate([owners[asked], owners[at]])[order]])
    texts, first, which = _distinct([*plain, *joined], own)
    parts = np.bincount(owners[asked], minlength=len(counts))
    names = np.fromiter((len(person.names) for person in people), np.int32, len(people))
    known = [[number for code in person.countries if (number := country_number(code))] for person in people]
    block = Block(
        np.repeat(np.arange(len(people), dtype=np.int32), names), starts,
        numbers[flat >> ROLE_BITS] << ROLE_BITS | flat & (1 << ROLE_BITS) - 1,
        _from(parts + np.bincount(owners[at], minlength=len(counts))), parts.astype(np.int32), numbers[own],
        places.astype(np.int32), which, _from([len(person.born) for person in people]),
        np.fromiter(chain.from_iterable(person.born for person in people), np.int32),
        _from(list(map(len, known))), np.fromiter(chain.from_iterable(known), np.int16))  # fmt: skip
    return Questions(block, words, texts, numbers[first])


def _from(counts: Sequence[int] | NDArray[np.int64] | Numbers) -> Numbers:
    """Where each begins, and where the last ends."""
    return np.concatenate([np.zeros(1, np.int32), np.cumsum(counts, dtype=np.int32)])


def _joined(flat: Numbers, owners: Numbers, kinds: NDArray[np.uint8],
            texts: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], list[str]]:
    """Neighbours written as one: where the first of each stands, which text that is, and the texts."""
    one, other = kinds[flat[:-1]], kinds[flat[1:]]
    at = np.flatnonzero((owners[:-1] == owners[1:]) & (other == Kind.PART)
                        & ((one == Kind.PART) | (one == Kind.PARTICLE)))  # fmt: skip
    pairs, which = np.unique(flat[at].astype(np.int64) << 32 | flat[at + 1], return_inverse=True)
    return at, which, [texts[pair >> 32] + texts[pair & 0xFFFFFFFF] for pair in pairs.tolist()]


def _described(plain: list[str], joined: list[str], vocabulary: Vocabulary) -> tuple[Words, Numbers]:
    """Words with what the vocabulary does not know behind, and the number of each text."""
    known, first = vocabulary.numbers, len(vocabulary)
    # neighbours written as one are a part of a name even where the same letters would be a title
    apart = {text for text in joined if kind_of(text) is not Kind.PART and text not in known}
    new = [text for text in dict.fromkeys(chain(plain, joined)) if text not in known]
    places = {text: first + place for place, text in enumerate(new)}
    others = {text: first + len(new) + place for place, text in enumerate(sorted(apart))}
    words = Words(*(np.concatenate([array[:first], np.zeros((len(new) + len(others), *array.shape[1:]), array.dtype)])
                    for array in vocabulary.words))
    describe_all(words, first, new, vocabulary.symbols_of)
    for text, number in others.items():
        describe(words, number, Token(text, Kind.PART), vocabulary.symbols_of)
    numbers = [known[text] if text in known else places[text] for text in plain]
    numbers += [known[text] if text in known else others.get(text, places[text]) for text in joined]
    return words, np.array(numbers, np.int32)


def _distinct(texts: list[str], asked: NDArray[np.int64]) -> tuple[list[str], NDArray[np.int64], Numbers]:
    """The texts asked by, each once and in their order; where each stands, and which of them each asked is."""
    used = np.unique(asked).tolist()
    at = {texts[place]: place for place in used}
    ordered = sorted(at)
    rank = {text: place for place, text in enumerate(ordered)}
    ranks = np.zeros(len(texts), np.int32)
    ranks[used] = [rank[texts[place]] for place in used]
    return ordered, np.array([at[text] for text in ordered], np.int64), ranks[asked]
