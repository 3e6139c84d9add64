"""From a case to the questions put to a source: about the country, its justice and the offence; by name only on order.

A search for a name tells the source who is sought, so by itself none is made (docs/research.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from article3.research import lexicon
from article3.research.sources import ASKED_WITH_WORDS, Source

READ_WHOLE = "everything it published"
OFFENCES_ASKED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What of a case is asked about: how its country is called in each language, kinds of offence, and who it is."""

    country: str  # ISO 3166-1, two letters
    country_letters3: str
    country_names: dict[str, tuple[str, ...]]  # by language; "" for names that are used in every language
    offences: tuple[str, ...]  # values of OffenceKind
    names: tuple[str, ...]  # of the person, in every script


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: the country's name, any of these words, and what it bears on. `name`: only on a reasoned order."""

    language: str
    country: str = ""
    country_letters3: str = ""
    any_of: tuple[str, ...] = ()
    name: str = ""
    bears_on: str = "g"

    @property
    def in_words(self) -> str:
        """As it stands in the research log."""
        parts = [part for part in (self.name, self.country) if part]
        return " ".join([*parts, f"({' | '.join(self.any_of)})"] if self.any_of else parts) or READ_WHOLE


def questions(source: Source, case: Case, *, by_name: bool = False) -> tuple[Question, ...]:
    """What a source is asked about a case, language by language. A source that is read whole is asked one thing."""
    if source.kind not in ASKED_WITH_WORDS:
        return (Question(language=source.languages[0]),)
    asked = [question for language in source.languages for question in _in(language, case)]
    if by_name:
        asked += [Question(language=source.languages[0], name=name, bears_on="b") for name in case.names[:2]]
    return tuple(asked)


def _in(language: str, case: Case) -> list[Question]:
    named = case.country_names.get(language) or case.country_names.get("") or case.country_names.get("en") or ()
    if not named:
        return []
    country = {"language": language, "country": named[0], "country_letters3": case.country_letters3}
    offences = tuple(word for kind in case.offences[:OFFENCES_ASKED] if (word := lexicon.offence_word(kind, language)))
    grounds = lexicon.asked_with(language)
    asked = [Question(**country, any_of=grounds)] if grounds else []
    return [*asked, *([Question(**country, any_of=offences, bears_on="a")] if offences else [])]
