"""Records of public-source research: searches that were ordered, and sentences of fixed copies laid beside a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from article3.terms.sitting import OfficerId, SeatCode


class Shows(StrEnum):
    """What a marked stretch of a sentence is about."""

    PERSON = "person"
    COUNTRY = "country"
    OFFENCE = "offence"
    GROUND = "ground"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the sentence, from `start` up to `stop`, and what it shows."""

    start: int
    stop: int
    shows: Shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a reviewer made of an excerpt: a fact on record (`known`), or set aside with a reason."""

    by: OfficerId
    at: datetime
    known: str = ""
    because: str = ""

    def __post_init__(self) -> None:
        assert bool(self.known) != bool(self.because), "an excerpt is taken as a fact or set aside with a reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The sentence of a public text that bears on a case. It has no effect until a reviewer takes it as a fact."""

    id: str  # 32 hexadecimal characters, random
    search: str  # id of the research entry that found it
    sha256: str  # of the fixed copy it stands in
    source: str
    address: str  # where the text was public; empty for a paper that was brought without one
    title: str
    language: str  # ISO 639-1; empty: not recognised
    published_on: date | None
    found_at: datetime
    sentence: str
    marks: tuple[Mark, ...]
    because: tuple[str, ...]  # why it was laid beside the case, in sentences
    bears_on: str  # a factor of the worksheet
    settled: Settled | None = None

    @property
    def names_the_person(self) -> bool:
        """Whether a name in it may be the person's."""
        return any(mark.shows is Shows.PERSON for mark in self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOrder:
    """A reviewer ordered a search of every source the operator named. Without a reason no name leaves the house."""

    id: str
    at: datetime
    by: OfficerId
    seat: SeatCode
    by_name_because: str = ""  # why the person's name is given to the sources; empty: it is not
    done_at: datetime | None = None
