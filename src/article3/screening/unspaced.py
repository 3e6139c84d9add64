"""Chinese names in a text without spaces: the same characters, two of them only where a person must stand."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files

from article3.terms.scripts import scripts_in

_RUN = re.compile("[\u3400-\u9fff·・]{2,}")
_BETWEEN = re.compile("[\\s·・,，]")
_WORDS: dict[str, str] = tomllib.loads((files("article3.screening") / "words.toml").read_text(encoding="utf-8"))
BEFORE, AFTER = tuple(_WORDS["before"].split()), tuple(_WORDS["after"].split())
"""What stands before a person's name in Chinese texts, and what may follow it there."""
TITLES = AFTER[:12]
"""What follows nothing but a person's name."""


class Unspaced:
    """Names written in Chinese characters, by their characters without the marks between parts."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self.keys: dict[str, list[int]] = defaultdict(list)
        for key, name in names:
            plain = _BETWEEN.sub("", name)
            if len(plain) > 1 and scripts_in(plain) == {"Hani"}:
                self.keys[plain].append(key)
        self.lengths = sorted({len(name) for name in self.keys}, reverse=True)

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Key, start and stop of each; a longer name hides the shorter one inside it."""
        for run in _RUN.finditer(text):
            places = [place for place in range(run.start(), run.end()) if text[place] not in "·・"]
            plain = "".join(text[place] for place in places)
            at = 0
            while at < len(plain):
                length = self._length(plain, at, text, places)
                for key in self.keys[plain[at:at + length]] if length else ():
                    yield key, places[at], places[at + length - 1] + 1
                at += length or 1

    def _length(self, plain: str, at: int, text: str, places: list[int]) -> int:
        for length in self.lengths:
            if at + length <= len(plain) and plain[at:at + length] in self.keys and (
                length > 2 or _stands_alone(text, places[at], places[at + length - 1] + 1)
            ):
                return length
        return 0


def _stands_alone(text: str, start: int, stop: int) -> bool:
    """Two characters are a name when the text begins or ends with them, or a person's word stands beside."""
    before, after = text[max(0, start - 3):start], text[stop:stop + 2]
    alone = not (before and scripts_in(before[-1]) == {"Hani"}) and not (after and scripts_in(after[0]) == {"Hani"})
    ends = not (after and scripts_in(after[0]) == {"Hani"}) or after.startswith(AFTER)
    return alone or (ends and before.endswith(BEFORE)) or after.startswith(TITLES)
