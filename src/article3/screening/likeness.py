"""How alike two people on paper are: a score, and the sentences that say why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from article3.screening import balance
from article3.screening.assignment import TABLES, Room, assign, room
from article3.screening.birth import POINTS, SENTENCES, Birth, compare_births, packed_text
from article3.screening.names import Kind, Role, Token, tokens
from article3.screening.vocabulary import Vocabulary

_REMEMBERED = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What is known of a person for comparing: names, dates of birth packed by `birth.packed`, countries, documents.

    A country is a code of ISO 3166-1 in lower case, perhaps with a part after a hyphen; a document is
    its number, joined to the country that issued it.
    """

    names: tuple[str, ...]
    born: tuple[int, ...] = ()
    countries: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()


def as_written(*, names: Iterable[str], birth_dates: Iterable[str] = (), nationalities: Iterable[str] = (),
               documents: Iterable[str] = ()) -> Particulars:  # fmt: skip
    """Particulars from texts as papers and pages write them; a date that cannot be read counts for nothing."""
    return Particulars(names=tuple(names), born=tuple(day for text in birth_dates if (day := packed_text(text))),
                       countries=frozenset(code.lower() for code in nationalities), documents=frozenset(documents))


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike, between 0 and 1, and why; `evidence` gives the points (log-odds) of each sentence's kind."""

    score: float
    because: tuple[str, ...]
    names: tuple[str, str] = ("", "")
    evidence: dict[str, float] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """All reasons in one sentence."""
        return "; ".join(self.because)


class Comparison:
    """Compares particulars; keeps the tokens it has met, so one is read once. Not shared between threads."""

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self.room: Room = room()
        self._prepared: dict[str, NDArray[np.int32]] = {}

    def name(self, name: str) -> NDArray[np.int32]:
        """A name prepared for `points`; the latest are remembered."""
        prepared = self._prepared.get(name)
        if prepared is None:
            if len(self._prepared) >= _REMEMBERED:
                self._prepared.clear()
            prepared = self._prepared[name] = self.vocabulary.name(name)
        return prepared

    def points(self, one: NDArray[np.int32], other: NDArray[np.int32]) -> float:
        """Points of two prepared names alone."""
        if not len(one) or not len(other):
            return -30.0
        assign(self.vocabulary.words, one, other, TABLES, self.room)
        return balance.name_points(self.room.told)

    def compare(self, one: Particulars, other: Particulars) -> Likeness:
        """The likeness by the names that fit best, dates, countries and documents."""
        points, left, right = max(((self.points(self.name(a), self.name(b)), a, b)
                                   for a in one.names for b in other.names), default=(-30.0, "", ""))
        evidence = {"name": points} | beside(one, other)
        return Likeness(score=balance.score(sum(evidence.values())), evidence=evidence, names=(left, right),
                        because=(*self._name_sentences(left, right), *_beside_sentences(one, other)))

    def _name_sentences(self, left: str, right: str) -> Iterable[str]:
        one, other = self.name(left), self.name(right)
        if not len(one) or not len(other):
            return ["a name is missing"]
        count = assign(self.vocabulary.words, one, other, TABLES, self.room)
        links = [(tuple(map(int, self.room.links[at])), float(self.room.figures[at, 0])) for at in range(count)]
        return sentences(tokens(left), tokens(right), links)


def beside(one: Particulars, other: Particulars) -> dict[str, float]:
    """Points of what stands beside the names; a thing unknown on either side has none."""
    evidence: dict[str, float] = {}
    birth = closest_birth(one.born, other.born)
    if birth is not Birth.UNKNOWN:
        evidence["birth"] = float(POINTS[birth])
    if (same := _same_country(one, other)) is not None:
        evidence["country"] = balance.SAME_COUNTRY if same else balance.OTHER_COUNTRY
    if one.documents & other.documents:
        evidence["document"] = balance.SAME_DOCUMENT
    return evidence


def closest_birth(one: Iterable[int], other: Iterable[int]) -> Birth:
    """The pair of dates that speaks most for one person."""
    others = tuple(other)
    found = [Birth(compare_births(a, b)) for a in one for b in others if a and b]
    return max(found, key=lambda birth: POINTS[birth], default=Birth.UNKNOWN)


def _same_country(one: Particulars, other: Particulars) -> bool | None:
    left, right = ({country[:2] for country in person.countries} for person in (one, other))
    return bool(left & right) if left and right else None


def _beside_sentences(one: Particulars, other: Particulars) -> list[str]:
    told = [SENTENCES[closest_birth(one.born, other.born)]]
    if (same := _same_country(one, other)) is not None:
        told.append("a country in common" if same else "other countries")
    if one.documents & other.documents:
        told.append("the same document number")
    return told


Link = tuple[tuple[int, ...], float]
_NAMED = {Role.FAMILY: "family name", Role.GIVEN: "given name", Role.UNKNOWN: "part of the name"}


def sentences(left: tuple[Token, ...], right: tuple[Token, ...], links: list[Link]) -> list[str]:
    """What is the same, spelled alike, or missing, part by part."""
    told = [_link_sentence(left[a:b], right[c:d], alike) for (a, b, c, d), alike in links]
    for side, here, start in (("second", left, 0), ("first", right, 2)):
        spoken = {at for span, _ in links for at in range(span[start], span[start + 1])}
        told += [f"{_NAMED[token.role]} missing in the {side} ({token.text})" for at, token in enumerate(here)
                 if at not in spoken and token.kind in (Kind.PART, Kind.INITIAL)]
    return [sentence for sentence in told if sentence]


def _link_sentence(left: tuple[Token, ...], right: tuple[Token, ...], alike: float) -> str:
    if all(token.kind in (Kind.PARTICLE, Kind.TITLE) for token in left):
        return ""
    named = _NAMED[max(token.role for token in (*left, *right))]
    one, other = " ".join(token.text for token in left), " ".join(token.text for token in right)
    if alike >= 0.999:
        return f"{named} the same ({one})"
    if Kind.INITIAL in (left[0].kind, right[0].kind):
        return f"{named}: an initial that fits ({one} and {other})"
    how = "sounds the same" if alike >= 0.95 else "spelled alike" if alike >= 0.75 else "a little alike"
    return f"{named} {how} ({one} and {other})"
