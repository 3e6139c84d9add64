"""Which of some words sound like one that is asked for, by the figures of the index: for words kept elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from article3.screening.assignment import TABLES
from article3.screening.chorus import MOST_FILED, chorus, hear
from article3.screening.names import Kind, Token
from article3.screening.nearest import CLOSE_ENOUGH
from article3.screening.vocabulary import Vocabulary

_REMEMBERED = 100_000


class Ear:
    """Hears words; keeps how the words it met sound, so that each is read once. Not shared between threads."""

    def __init__(self) -> None:
        self._vocabulary, self._space = Vocabulary(), chorus()

    def alike(self, word: str, others: Sequence[str]) -> dict[str, float]:
        """Of the other words those close enough in sound, each with its likeness up to 1; the word itself has 1."""
        if len(self._vocabulary) + len(others) > _REMEMBERED:
            self._vocabulary = Vocabulary()
        found = {word: 1.0}
        asked = self._vocabulary.number(Token(word, Kind.PART))
        for start in range(0, len(others), MOST_FILED):
            some = others[start : start + MOST_FILED]
            for place, other in enumerate(some):
                self._space.near[place] = self._vocabulary.number(Token(other, Kind.PART))
            hear(self._vocabulary.words, asked, len(some), TABLES, self._space)
            found |= {other: float(alike) for other, alike in zip(some, self._space.alike.tolist(), strict=False)
                      if alike >= CLOSE_ENOUGH and other != word}  # fmt: skip
        return found
