"""A name is taken apart the same way whatever hand wrote it."""

from __future__ import annotations

import pytest

from article3.screening.names import Kind, Role, folded, tokens
from article3.screening.readings import MOST, Writing, readings


def _texts(name: str) -> list[str]:
    return [token.text for token in tokens(name)]


def test_a_comma_or_capitals_say_which_is_the_family_name() -> None:
    """Both ways of writing mark the same token; nothing is marked where the writing does not say."""
    for written in ("BRANDOV, Ilja", "Ilja BRANDOV"):
        assert {token.text: token.role for token in tokens(written)} == {"brandov": Role.FAMILY, "ilja": Role.GIVEN}
    assert {token.role for token in tokens("Ilja Brandov")} == {Role.UNKNOWN}
    assert {token.role for token in tokens("ILJA BRANDOV")} == {Role.UNKNOWN}


def test_titles_particles_and_initials_are_marked() -> None:
    """They stay in the name and tell little."""
    kinds = {token.text: token.kind for token in tokens("Dr. Selma R. van Ostrand")}
    assert kinds == {"dr": Kind.TITLE, "selma": Kind.PART, "r": Kind.INITIAL, "van": Kind.PARTICLE,
                     "ostrand": Kind.PART}


@pytest.mark.parametrize("written", ["Abd al-Karim", "Abdul Karim", "Abdel-Karim", "ABDULKARIM"])
def test_servant_names_are_one_token(written: str) -> None:
    """*Abd*, an article and an attribute are one given name."""
    assert _texts(written) == ["abdalkarim"]


def test_an_arabic_article_stands_apart() -> None:
    """So that a name with it and one without it share a token; the name of God is left whole."""
    assert _texts("الدرواني") == ["ال", "درواني"]
    assert _texts("الله") == ["الله"]


def test_chinese_and_korean_names_begin_with_the_family() -> None:
    """Two to four characters written in one are family and given name; with a dot they are another language's name."""
    assert [(token.text, token.role) for token in tokens("欧阳静")] == [("欧阳", Role.FAMILY), ("静", Role.GIVEN)]
    assert _texts("塞尔·布兰") == ["塞尔", "布兰"]


def test_nothing_that_is_no_name_breaks_it() -> None:
    """Empty, digits, marks alone: no token; a sentence is cut at twelve."""
    for empty in ("", "  ", "123", "--", "\u200b", "؟"):
        assert tokens(empty) == ()
    assert len(tokens(" ".join(f"word{letter}" for letter in "abcdefghijklmnopq"))) == 12


def test_marks_that_vary_the_writing_are_folded_away() -> None:
    """Accents, apostrophes, Arabic vowel signs, width."""
    assert folded("ÉLÓD") == "elod"
    assert folded("Na’im") == "naim"
    assert folded("مُحَمَّد") == "محمد"
    assert folded("Ｋａｎｏ") == "kano"


@pytest.mark.parametrize(("one", "other"), [
    ("шарова", "sharova"), ("jusuf", "yusuf"), ("γεωργιος", "georgios"), ("तेज", "tej"), ("ნინო", "nino"),
    ("անի", "ani"), ("mykolayovych", "николаевич"),
])
def test_scripts_meet_in_their_sounds(one: str, other: str) -> None:
    """The first readings are the same or one sound apart."""
    first, second = readings(one)[0].sounds, readings(other)[0].sounds
    assert abs(len(first) - len(second)) <= 1
    assert sum(a != b for a, b in zip(first, second, strict=False)) <= 2


def test_readings_are_few_and_say_how_closely_they_are_written() -> None:
    """At most three, of small letters and the six extra sounds."""
    for token in ("xiang", "qian", "陳", "احمد", "chikov", "김"):
        found = readings(token)
        assert 1 <= len(found) <= MOST
        assert all(reading.sounds.isascii() and reading.sounds.isalpha() for reading in found)
    assert readings("احمد")[0].writing is Writing.NO_VOWELS
    assert readings("陳")[0].writing is Writing.SYLLABLES
    assert readings("chikov")[0].writing is Writing.FULL
