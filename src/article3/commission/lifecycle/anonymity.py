"""What in a text may still tell who it is about, before a decision is published without names (Statute 44).

What is certain (a name, a number, a day of the file) must go; what only looks like a name is looked at by a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from article3.commission.lifecycle.application import Application
from article3.intake.transliteration import latin_form

SHORTEST = 3
"""Parts of a name with fewer letters are found everywhere; they are not looked for alone."""
_PATTERNS = (r"[\w.+-]+@[\w-]+\.\w+", r"\+?\d[\d ()/-]{7,}\d", r"\b[A-Z]{1,2}\d{6,9}\b", r"\b[0-9a-f]{12,}\b",
             r"\b\d{4}-\d{2}-\d{2}\b")
_NAME = r"[A-ZÀ-Þ][\w’'-]+"
_TWO_CAPITALS = re.compile(rf"\b({_NAME}(?:\s+(?:al-|de|bin|von|van)?\s?{_NAME})+)")
KNOWN_CAPITALS = frozenset({"the", "commission", "requests", "chamber", "general", "secretariat", "statute", "article",
                            "rules", "organization", "constitution", "task", "force", "red", "notice", "state"})


class Sure(StrEnum):
    """How sure it is that a place tells who somebody is."""

    CERTAIN = "certain"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Tell:
    """A place in the text that may tell who somebody is."""

    found: str
    sure: Sure
    why: str


def tells(text: str, said: Application) -> tuple[Tell, ...]:
    """Every place to take out or to look at, each once, the certain ones first."""
    found = {(tell.found, tell.sure): tell for tell in (*_of_the_file(text, said), *_of_form(text))}
    certain = {tell.found for tell in found.values() if tell.sure is Sure.CERTAIN}
    kept = [tell for tell in found.values() if tell.sure is Sure.CERTAIN or tell.found not in certain]
    return tuple(sorted(kept, key=lambda tell: (tell.sure, text.find(tell.found))))


def _of_the_file(text: str, said: Application) -> Iterator[Tell]:
    folded = folded_words(text)
    for name in _names(said):
        for part in folded_words(name):
            if len(part) >= SHORTEST and part in folded:
                yield Tell(_as_written(text, part), Sure.CERTAIN, "a name in the request")
    for number in filter(None, (said.person.document_number, said.contact.strip())):
        if number in text:
            yield Tell(number, Sure.CERTAIN, "a number or address in the request")
    born = said.person.born_on
    if born and born.isoformat() in text:
        yield Tell(born.isoformat(), Sure.CERTAIN, "the date of birth")


def _names(said: Application) -> Iterable[str]:
    own = (said.person.family_name, said.person.given_names, said.spoken_for.name, said.signed_as)
    return [*own, *(latin_form(name) or "" for name in own)]


def _of_form(text: str) -> Iterator[Tell]:
    for pattern in _PATTERNS:
        for match in re.finditer(pattern, text):
            yield Tell(match[0], Sure.LOOK, "a number, an address or a day")
    for match in _TWO_CAPITALS.finditer(text):
        if not {word.casefold() for word in match[1].split()} <= KNOWN_CAPITALS:
            yield Tell(match[1], Sure.LOOK, "may be a name")


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case without accents: how decisions are searched too."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return tuple(re.findall(r"[^\W_]+", plain.casefold()))


def _as_written(text: str, folded: str) -> str:
    words = re.findall(r"[^\W_]+(?:[̀-ͯ]*[^\W_]*)*", text)
    return next((word for word in words if folded in folded_words(word)), folded)
