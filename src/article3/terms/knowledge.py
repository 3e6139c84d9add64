"""What is known and since when: a fact has a time it holds and a time we learned it, a source, a level, and its uses.

Facts are added and withdrawn, never overwritten: what was known on any day can be asked on any later day.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from article3.terms.communication import BureauCode, Level, Reference
from article3.terms.sitting import OfficerId

PersonKey = NewType("PersonKey", str)
"""What a person is looked up by: made by `paper_key` or `name_key`. Two people may share one: a person judges."""
Value = bool | int | str | tuple[str, ...]
"""A value as it is kept: days as ISO text, several as a tuple."""


class Use(StrEnum):
    """What the giver of a fact allows; a fact without any of these may be used and its source named inside."""

    ORIGIN_HIDDEN = "origin_hidden"  # the content may be used, where it came from stays sealed
    ONLY_TO_REFUSE = "only_to_refuse"  # it may make an outcome stricter, never milder
    NOT_WITHOUT_ASKING = "not_without_asking"  # it counts for nothing until its giver has agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where a fact could be found by anybody: since which day, in which language (ISO 639-1), where."""

    on: date
    language: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFact:
    """One fact with its two clocks. It is about one file or about one person, never about both.

    `kind` is a field of `Circumstances`; `source` is empty where the origin is hidden. The time it holds: from the
    first day until the day before the last, None without a limit. The time we knew it: from `learned_at` until
    `withdrawn_at`.
    """

    id: str  # 32 hexadecimal characters, random
    kind: str
    value: Value
    source: str
    learned_at: datetime
    by: OfficerId
    reference: Reference | None = None
    person: PersonKey | None = None
    holds_from: date | None = None
    holds_to: date | None = None
    level: Level = Level.CONFIDENTIAL
    uses: frozenset[Use] = frozenset()
    published: Publication | None = None  # None: nobody told us that it can be found in public
    withdrawn_at: datetime | None = None

    def __post_init__(self) -> None:
        assert (self.reference is None) != (self.person is None), "a fact is about one file or about one person"
        assert Use.ORIGIN_HIDDEN not in self.uses or not self.source, "a hidden origin is not written down here"

    @property
    def usable(self) -> bool:
        """Whether it may count at all without asking its giver first."""
        return Use.NOT_WITHOUT_ASKING not in self.uses

    def holds_on(self, on: date) -> bool:
        """Whether it holds on that day."""
        return holds(self.holds_from, self.holds_to, on)

    def known_at(self, at: datetime) -> bool:
        """Whether it was known and not taken back at that instant."""
        return self.learned_at <= at and (self.withdrawn_at is None or at < self.withdrawn_at)

    def withdrawn(self, at: datetime) -> KnownFact:
        """The same fact, taken back: it stays, with the instant it fell."""
        return replace(self, withdrawn_at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRuling:
    """A ruling of the Commission as a precedent: what it holds on which rules, for items of which sources.

    No sources: it says something of everybody's items.
    """

    id: str
    title: str
    holding: str
    rules: tuple[str, ...]
    learned_at: datetime
    by: OfficerId
    sources: tuple[BureauCode, ...] = ()
    published: Publication | None = None


def paper_key(number: str) -> PersonKey:
    """By the number of an identity paper: letters and digits, upper case."""
    plain = unicodedata.normalize("NFKC", number).upper()
    return PersonKey("paper:" + "".join(sign for sign in plain if sign.isalnum()))


def name_key(latin: str, born: date) -> PersonKey:
    """By the words of a name in Latin letters, in whatever order, and an exact birth date."""
    plain = unicodedata.normalize("NFKC", latin).upper()
    words = sorted("".join(sign if sign.isalnum() else " " for sign in plain).split())
    return PersonKey(f"name:{' '.join(words)}|{born.isoformat()}")


def holds(since: date | None, until: date | None, on: date) -> bool:
    """Whether a day lies in a time; `until` is the first day that does not, None on either side is no limit."""
    return (since is None or since <= on) and (until is None or on < until)
