"""What a public source gave: one text with its address and dates, and one answer with several of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class Unreadable(ValueError):
    """An answer or a paper that cannot be read, said in words an officer can act on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One public text. `complete` False: only a headline or an abstract, the text itself stands at its address."""

    address: str
    title: str
    text: str
    published_on: date | None = None
    language: str = ""  # ISO 639-1; empty: not recognised
    source: str = ""  # who published it, where the answer says so
    complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one page of an answer holds; `total`: how many the source says there are, None where it does not say."""

    leaves: tuple[Leaf, ...]
    total: int | None = None
    following: str = ""  # address of the next page, where the answer names it
