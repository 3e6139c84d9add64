"""What a communication says of a person and of facts, as small features that can be compared one by one.

Nothing of its source is among them: an ally sends the same features.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from article3.reentry.free_text import births_in, numbers_in, words_in
from article3.reentry.readings import Word, joined, name_words, words
from article3.terms.communication import Channel, Communication, Name, Person
from article3.terms.dates import PartialDate

MOST_NAMES = 12
MOST_WORDS_OF_A_NAME = 8
MOST_WORDS_OF_A_TEXT = 20_000
LEAST_NUMBER = 5
"""Letters and digits the number of an identity paper must have to say anything."""
LEAST_CASE_NUMBER = 4

Rendering = tuple[Word, ...]
"""One way a name is written: its words in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """A person and facts as they can be compared. Days are exact; a partial date gives its year only."""

    names: tuple[Rendering, ...] = ()
    text: Rendering = ()  # a free text whose words may hold a name
    name_like: frozenset[int] = frozenset()  # places of its words that look like one
    births: frozenset[date] = frozenset()
    birth_years: frozenset[int] = frozenset()
    numbers: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()  # skeletons of the words of the place of birth
    relatives: frozenset[str] = frozenset()
    case_numbers: frozenset[str] = frozenset()
    act_days: frozenset[date] = frozenset()
    act_places: frozenset[str] = frozenset()
    paper_days: frozenset[date] = frozenset()
    matters: frozenset[str] = frozenset()
    told: tuple[str, ...] = ()  # three words in a row of how the facts are told

    @property
    def empty(self) -> bool:
        """True when there is no person to be known again by."""
        return not (self.names or self.text or self.births or self.numbers)


def features(sent: Communication, matters: Iterable[str] = ()) -> Features:
    """The features of one communication; `matters` are the kinds and matters its charges were read as."""
    person = sent.person or Person()
    loose = _loose_text(sent)
    days, years = _days(person.birth_dates), _years(person.birth_dates)
    told_days, told_years = births_in(loose)
    text, name_like = words_in(loose, MOST_WORDS_OF_A_TEXT)
    return Features(
        names=_renderings(person.names), text=text, name_like=name_like,
        births=days | told_days, birth_years=years | told_years,
        numbers=frozenset(filter(None, (number(paper.number) for paper in person.documents))) | numbers_in(loose),
        countries=frozenset(person.nationalities), places=_heard(person.birth_place),
        relatives=frozenset(skeleton for name in person.parents for skeleton in _heard(name)),
        matters=frozenset(matters), **_of_facts(sent))


def _of_facts(sent: Communication) -> dict[str, Any]:
    acts = [act for charge in sent.charges for act in charge.acts]
    told = " ".join([sent.facts_summary, *(f"{c.text} {c.translation}" for c in sent.charges),
                     *(f"{act.what} {act.how}" for act in acts)])
    return {"case_numbers": frozenset(filter(None, (number(paper.number, LEAST_CASE_NUMBER) for paper in sent.papers))),
            "act_days": _days(act.when for act in acts), "act_places": _heard(" ".join(act.where for act in acts)),
            "paper_days": _days(paper.date for paper in sent.papers), "told": _threes(told)}


def number(text: str, least: int = LEAST_NUMBER) -> str:
    """The letters and digits of a number in capitals, digits of any script as 0-9; "" when they are too few."""
    signs = (sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())
    plain = "".join(str(unicodedata.digit(sign, sign)) for sign in signs)
    return plain.upper() if len(plain) >= least and re.search("[0-9]", plain) else ""


def near_days(day: date) -> frozenset[date]:
    """The day before and after, day and month changed over, and the same day a year earlier or later."""
    found = {day + timedelta(days=step) for step in (-1, 1) if date.min < day < date.max}
    for month, of_month, year in ((day.day, day.month, day.year), (day.month, day.day, day.year - 1),
                                  (day.month, day.day, day.year + 1)):
        try:
            found.add(date(year, month, of_month))
        except ValueError:
            continue
    return frozenset(found - {day})


def beside(rendering: Rendering) -> Rendering:
    """Every two neighbouring words written as one."""
    return tuple(joined(one, other) for one, other in pairwise(rendering))


def _renderings(names: tuple[Name, ...]) -> tuple[Rendering, ...]:
    found = dict.fromkeys(name_words(f"{family} {given}")[:MOST_WORDS_OF_A_NAME] for name in names
                          for family, given in ((name.family, name.given), (name.latin_family, name.latin_given)))
    return tuple(rendering for rendering in found if rendering)[:MOST_NAMES]


def _loose_text(sent: Communication) -> str:
    """Where a name may stand in the open: always in a message, elsewhere only when nobody is named."""
    named = sent.person is not None and sent.person.names
    if sent.channel is Channel.MESSAGE or not named:
        return "\n".join(filter(None, (sent.subject, sent.text, "" if named else sent.facts_summary)))
    return ""


def _heard(text: str) -> frozenset[str]:
    return frozenset(word.skeletons[0] for word in words(text) if word.skeletons and len(word.skeletons[0]) > 1)


def _days(dates: Iterable[PartialDate | None]) -> frozenset[date]:
    return frozenset(known.earliest for known in dates if known is not None and known.earliest == known.latest)


def _years(dates: Iterable[PartialDate]) -> frozenset[int]:
    return frozenset(year for known in dates for year in (known.earliest.year, known.latest.year)
                     if known.latest.year - known.earliest.year <= 1)


def _threes(told: str) -> tuple[str, ...]:
    read = [word.reading for word in words(told)]
    return tuple(dict.fromkeys(" ".join(read[place:place + 3]) for place in range(len(read) - 2)))
