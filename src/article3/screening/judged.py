"""What a person has judged not to be the same is not asked again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from article3.screening.index import Found
from article3.screening.likeness import Particulars
from article3.screening.names import folded


def fingerprint(person: Particulars) -> str:
    """The same for the same names, dates, countries and documents in any order and writing of capitals."""
    parts = (sorted(map(folded, person.names)), sorted(person.born), sorted(person.countries), sorted(person.documents))
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs judged not the same, by the fingerprints of both, in order.

    Plain data that its keeper stores; a record that is changed has another fingerprint and is asked about again.
    """

    not_same: frozenset[tuple[str, str]] = frozenset()

    def with_pair(self, one: Particulars, other: Particulars) -> Judged:
        """The same with one more pair; which of the two was asked for makes no difference."""
        return Judged(self.not_same | {_pair(one, other)})

    def left_open(self, asked: Particulars, found: Iterable[tuple[Found, Particulars]]) -> list[Found]:
        """Of the records found those that nobody has judged."""
        return [each for each, record in found if _pair(asked, record) not in self.not_same]


def _pair(one: Particulars, other: Particulars) -> tuple[str, str]:
    first, second = sorted((fingerprint(one), fingerprint(other)))
    return first, second
