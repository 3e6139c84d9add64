"""The data files: every offence is known, every language speaks of it, and the phrases are written as the docs say."""

from __future__ import annotations

import pytest

from article3.law.offences import phrases
from article3.law.offences.lexicon import LANGUAGES, lexicon, read_file
from article3.law.offences.spelling import spelled_words
from article3.law.offences.statutes import sections
from article3.terms.offences import Matter, OffenceKind

ONLY_SOME = {"unlawful_association": {"en"}, "breach_not_rape": {"ar", "es", "fr", "pt", "tr"}}
"""Offences that are told apart in some languages only, because the others have other words for each."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_phrases_for_every_offence(language: str) -> None:
    """What is looked for in one language is looked for in all."""
    expected = {name for name in read_file("offences") if language in ONLY_SOME.get(name, set(LANGUAGES))}
    assert {name for name, written in read_file(language)["offences"].items() if written} == expected


def test_every_kind_and_matter_is_reached_by_an_offence() -> None:
    """No kind is left without words, and no matter either."""
    offences = lexicon().offences.values()
    assert {kind for offence in offences for kind in offence.kinds} == set(OffenceKind)
    assert {matter for offence in offences for matter in offence.matters} == set(Matter)


def test_a_silent_offence_hides_and_says_nothing() -> None:
    """And every other offence says why it is one."""
    for offence in lexicon().offences.values():
        assert offence.silent != bool(offence.kinds)
        assert offence.because or offence.name in sections()


def test_sections_name_known_offences() -> None:
    """Every section of a statute stands for a named offence that is one."""
    assert all(lexicon().offences[name].kinds for listed in sections().values() for name in listed.values())


def test_an_ordinary_word_is_no_word_to_be_misspelled() -> None:
    """The two lists of a file do not contradict one another where it would matter: plain words are never corrected."""
    assert "murder" in spelled_words()
    assert "murder" not in lexicon().plain


@pytest.mark.parametrize(("phrase", "gaps", "atoms"), [
    ("murder*", [phrases.NEXT], [{"murder*"}]),
    ("crime against humanity", [phrases.NEXT, phrases.NEXT], [{"crime"}, {"humanity"}]),
    ("crime 'against' humanity", [phrases.NEXT] * 3, [{"crime"}, {"against"}, {"humanity"}]),
    ("sale .. <drug>", [phrases.NEXT, phrases.NEAR], [{"sale"}, {"opium", "drug*"}]),
    ("a ... organi[sz]e|honou?r", [phrases.FAR], [{"organise", "organize", "honour", "honor"}]),
])
def test_a_phrase_is_read_as_the_docs_say(phrase: str, gaps: list[int], atoms: list[set[str]]) -> None:
    """Stems, alternatives, sets, spellings, gaps and glue."""
    steps = phrases.steps(phrase, {"drug": "drug* opium"}, {"against", "a"}) if phrase[0] != "a" else \
        phrases.steps("organi[sz]e|honou?r", {}, set())
    assert [set(step.atoms) for step in steps] == atoms
    assert [step.gap for step in steps] == (gaps if phrase[0] != "a" else [phrases.NEXT])


@pytest.mark.parametrize("phrase", ["..", "sale ..", "of it", "12", "two-fold"])
def test_a_phrase_written_otherwise_stops_the_program(phrase: str) -> None:
    """A mistake in a data file is found when the program starts."""
    with pytest.raises(AssertionError):
        phrases.steps(phrase, {}, {"of"})
