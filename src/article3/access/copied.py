"""Whether an outward text repeats what was said in confidence: sentence by sentence, with the words in common.

It flags; a person writes anew. It cannot know a paraphrase, and says so nowhere else than in the documentation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

RUN = 5
"""Words in a row that are the same: from so many on a sentence counts as copied."""
_SENTENCE = re.compile(r"[^.!?…؟。\n]+[.!?…؟。]*")
_WORD = re.compile(r"[^\W_]+")
_TELLING = re.compile(r"[^\W_]*\d[^\W_]*\d[^\W_]*\d[^\W_]*\d[^\W_]*")


def copied_sentences(text: str, protected: Iterable[str]) -> tuple[str, ...]:
    """The sentences of `text` that share five words in a row, or a number of four digits and more, with any of the
    protected texts; in their order."""
    runs: set[tuple[str, ...]] = set()
    numbers: set[str] = set()
    for kept in protected:
        words = _words(kept)
        runs |= _runs(words)
        numbers |= {word for word in words if _TELLING.fullmatch(word)} - _years(words)
    found = [sentence.strip() for sentence in _SENTENCE.findall(text) if _repeats(_words(sentence), runs, numbers)]
    return tuple(found)


def _repeats(words: list[str], runs: set[tuple[str, ...]], numbers: set[str]) -> bool:
    return bool(_runs(words) & runs) or bool(numbers & set(words))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start:start + RUN]) for start in range(len(words) - RUN + 1)}


def _years(words: Iterable[str]) -> set[str]:
    return {word for word in words if re.fullmatch(r"(?:19|20)\d\d", word)}


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
