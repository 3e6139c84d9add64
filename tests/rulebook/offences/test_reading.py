"""How charge texts are read: misspellings, mixed languages, lists, exact places, and any text at all."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article3.law.offences import classify
from article3.law.offences.reading import LONGEST_CLAUSE, read
from article3.terms.offences import Matter, OffenceKind

K = OffenceKind


TERRORIST_BODY = {K.TERRORISM_MEMBERSHIP_OR_PROPAGANDA}


@pytest.mark.parametrize(("text", "kinds"), [
    ("murdr", {K.HOMICIDE}), ("Mruder", {K.HOMICIDE}), ("attempted kidnaping", {K.KIDNAPPING}),
    ("armed roberry", {K.ROBBERY_THEFT}), ("participaton in ilegal armed fomation", TERRORIST_BODY),
    ("pparticipation in the activity of a terrorst organisaton", TERRORIST_BODY),
    ("homocidio agrabado", {K.HOMICIDE}), ("extorcion", {K.ROBBERY_THEFT}),
    ("organisaciones terroritas", TERRORIST_BODY), ("escroquerrie", {K.FRAUD}),
    ("blanchimant d'argent", {K.MONEY_LAUNDERING}), ("estelionatto", {K.FRAUD}), ("мошеничество", {K.FRAUD}),
    ("похищние человека", {K.KIDNAPPING}), ("dolandırcılık", {K.FRAUD}), ("الاحتيالل", {K.FRAUD}),
])
def test_a_misspelled_word_is_read_as_the_word_it_is_nearest_to(text: str, kinds: set[OffenceKind]) -> None:
    """One letter wrong, lost, doubled or exchanged; two in a long word."""
    assert set(classify(text).kinds) == kinds


@pytest.mark.parametrize("text", ["carder", "the letting of a house", "house of correction", "exploration",
                                  "violations of form", "integración", "احتفال"])
def test_an_ordinary_word_is_not_a_misspelling(text: str) -> None:
    """Nearness to the name of an offence accuses nobody."""
    assert classify(text).kinds == (K.OTHER,)


def test_a_correction_is_said() -> None:
    """The clue says how the misspelled word was read."""
    (clue,) = classify("mruder").clues
    assert "read as: murder" in clue.because


@pytest.mark.parametrize(("text", "kinds"), [
    ("1) murder;\r\n2) HOMICIDIO AGRAVADO\r\n3) blanchiment d'argent", {K.HOMICIDE, K.MONEY_LAUNDERING}),
    ("Robo agravado - armed robbery - vol à main armée", {K.ROBBERY_THEFT}),
    ("القتل العمد / premeditated murder / умышленное убийство", {K.HOMICIDE}),
    ("a)rape b)theft c)arson", {K.SEXUAL_OFFENCE, K.ROBBERY_THEFT, K.PROPERTY_DAMAGE}),
    ("I.MURDER II.ROBBERY", {K.HOMICIDE, K.ROBBERY_THEFT}),
    ("1-EXTORSION2-SECUESTRO", {K.ROBBERY_THEFT, K.KIDNAPPING}),
    ("murder,robbery;rape", {K.HOMICIDE, K.ROBBERY_THEFT, K.SEXUAL_OFFENCE}),
    ("participation in a terroristorganization", {K.TERRORISM_MEMBERSHIP_OR_PROPAGANDA}),
    ("kidnappingand murder", {K.KIDNAPPING, K.HOMICIDE}),
    ("terrоrist act", {K.TERRORISM_VIOLENT_ACT}),  # a Cyrillic letter among the Latin ones
])
def test_lists_and_mixed_languages_are_read(text: str, kinds: set[OffenceKind]) -> None:
    """Numbering, line ends of both sorts, missing spaces and several languages in one text."""
    assert set(classify(text).kinds) == kinds


def test_a_list_keeps_its_charges_apart() -> None:
    """A phrase does not reach from one charge of a list into the next."""
    assert Matter.DRUG_OWN_USE not in classify("1) sale of drugs; 2) theft for personal use").matters
    assert K.CHILD_ABUSE not in classify("1. Rape\n2. Registering a minor company").kinds


def test_decomposed_accents_and_vowel_signs_are_read() -> None:
    """The same letters written as base and mark, and Arabic with its vowel signs."""
    assert classify(unicodedata.normalize("NFD", "Violación de una mujer")).kinds == (K.SEXUAL_OFFENCE,)
    assert classify("القَتْل العَمْد").kinds == (K.HOMICIDE,)


@pytest.mark.parametrize(("text", "words"), [
    ("He is charged with wilful MURDER of a guard", ["MURDER"]),
    ("  tráfico  de\r\narmas ", ["tráfico  de\r\narmas"]),
    ("والقتل العمد", ["والقتل"]),
    (unicodedata.normalize("NFD", "un délit d’enlèvement"), [unicodedata.normalize("NFD", "enlèvement")]),
])
def test_a_clue_gives_the_words_as_written(text: str, words: list[str]) -> None:
    """The place is that of the original text, whatever was folded away to read it."""
    clues = classify(text).clues
    assert [clue.words for clue in clues] == words
    assert all(text[clue.start:clue.end] == clue.words for clue in clues)


def test_the_translation_is_read_too() -> None:
    """Its clues are marked, and their places are in the translation."""
    found = classify("ξυλοδαρμός", "Beating of a person")
    assert found.kinds == (K.ASSAULT,)
    assert all(clue.translated for clue in found.clues)
    both = classify("Murder", "Beating of a person").clues
    assert [(clue.words, clue.translated) for clue in both] == [("Murder", False), ("Beating of a person", True)]


def test_nothing_said_is_no_kind_and_nothing_understood_is_other() -> None:
    """An empty charge is a missing fact; a charge we cannot read is of kind other."""
    assert classify("").kinds == classify(" \n").kinds == ()
    assert classify("§ 7").kinds == (K.OTHER,)
    assert classify("").clues == ()


@pytest.mark.parametrize(("text", "kinds"), [
    ("211 German penal code", {K.HOMICIDE}), ("ст. 228.1 УК РФ", {K.DRUGS}),
    ("Art. 282.2 of the Russian criminal code", {K.EXTREMISM_SPEECH}), ("IPC 420", {K.FRAUD}),
    ("TCK 314/2", TERRORIST_BODY), ("TCK 299", {K.POLITICAL_PURE}), ("18 U.S.C. 1956", {K.MONEY_LAUNDERING}),
    ("infracción a la ley 23.737", {K.DRUGS}),
    ("211 of the code of Atlantis", {K.OTHER}), ("211", {K.OTHER}),
])
def test_sections_of_well_known_codes_are_read(text: str, kinds: set[OffenceKind]) -> None:
    """A number speaks only beside the name of a code whose numbering is known."""
    assert set(classify(text).kinds) == kinds


def test_the_same_text_always_gets_the_same_answer() -> None:
    """Also in another process, where hashes of words fall otherwise."""
    text = "1) Murder, armed robbery; 2) terrorosm and smuggling of cocaine for a criminal organisation"
    program = f"from article3.law.offences import classify; print(classify({text!r}))"
    answers = {subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True,
                              env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}).stdout
               for seed in ("1", "2")}
    assert answers == {f"{classify(text)}\n"}


_WORDS = st.sampled_from([
    "murder", "robo", "à", "(", "2)", "1.", ";", "\r\n", "незаконн", "القتل", "çek", "\u0301", "usc", "'s", "terrorist",
    "organisation", "under", "14", "٣", "of", "и", "-", "Ⅳ", "ﬁre", "i."])


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join), st.lists(_WORDS).map("".join)))
def test_any_text_may_be_given(text: str) -> None:
    """It never fails, every place lies in the text, and every kind and matter rests on a clue."""
    found = classify(text)
    for clue in found.clues:
        assert 0 <= clue.start < clue.end <= len(text)
        assert text[clue.start:clue.end] == clue.words
        assert clue.kinds or clue.matters
        assert clue.because
    assert set(found.kinds) - {K.OTHER} <= {kind for clue in found.clues for kind in clue.kinds}
    assert {matter for clue in found.clues for matter in clue.matters} == set(found.matters)
    assert bool(found.kinds) == bool(text.strip())


def test_a_clause_without_end_is_ended() -> None:
    """The work keeps in step with the length of the text: no phrase reaches over a clause."""
    reading = read("murder " * (3 * LONGEST_CLAUSE))
    assert len({place.clause for place in reading.places}) == 3
