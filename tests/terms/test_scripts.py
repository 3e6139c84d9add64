"""Which script a letter belongs to."""

from __future__ import annotations

import unicodedata

import pytest

from article3.terms.scripts import COMMON, UNKNOWN, is_mixed, main_script, script_of, scripts_in, spells_with_joiners

WORDS = {"Latn": "LATIN", "Grek": "GREEK", "Cyrl": "CYRILLIC", "Armn": "ARMENIAN", "Hebr": "HEBREW", "Arab": "ARABIC",
         "Deva": "DEVANAGARI", "Beng": "BENGALI", "Taml": "TAMIL", "Thai": "THAI", "Geor": "GEORGIAN", "Hang": "HANGUL",
         "Ethi": "ETHIOPIC", "Khmr": "KHMER", "Hani": "CJK", "Hira": "HIRAGANA", "Kana": "KATAKANA", "Mymr": "MYANMAR",
         "Syrc": "SYRIAC", "Sinh": "SINHALA", "Tibt": "TIBETAN", "Mong": "MONGOLIAN"}  # fmt: skip


@pytest.mark.parametrize("script", WORDS)
def test_the_table_agrees_with_the_names_unicode_gives(script: str) -> None:
    """Every letter of the first plane whose name begins with the script's word, and no other letter."""
    ours = {chr(code) for code in range(0x10000) if script_of(chr(code)) == script}
    named = {
        chr(code)
        for code in range(0x10000)
        if unicodedata.category(chr(code)).startswith("L")
        and WORDS[script] in unicodedata.name(chr(code), "").split()[:3]
    }
    strangers = {letter for letter in ours - named if unicodedata.category(letter) != "Lm"}
    assert len(ours) > 20
    assert len(ours & named) / len(ours) > 0.9
    assert len(strangers) < 40


@pytest.mark.parametrize(("text", "scripts", "mixed"), [
    ("Tilke", {"Latn"}, False), ("Tilkе", {"Latn", "Cyrl"}, True), ("123 -'", set(), False), ("", set(), False),
    ("東海林さだお", {"Hani", "Hira"}, False), ("金철수", {"Hani", "Hang"}, False), ("さ한", {"Hira", "Hang"}, True),
    ("José\u0301", {"Latn"}, False), ("αβγ", {"Grek"}, False), ("علی 12", {"Arab"}, False),
])  # fmt: skip
def test_a_text_is_mixed_when_no_one_language_writes_it(text: str, scripts: set[str], mixed: bool) -> None:
    """Japanese and Korean write two or three scripts side by side."""
    assert (scripts_in(text), is_mixed(text)) == (scripts, mixed)


def test_marks_digits_and_spaces_are_of_every_script_and_strange_letters_of_none() -> None:
    """They never make a name mixed; an unknown script does."""
    assert [script_of(mark) for mark in " 1-\u0301\u064b"] == [COMMON] * 5
    assert script_of("\U00010400") == UNKNOWN
    assert is_mixed("A\U00010400")


def test_the_main_script_is_that_of_most_letters() -> None:
    """Latin where there is none to tell."""
    assert [main_script(text) for text in ("Тилке R", "R. Тилке", "محمد", "", "12")] == [
        "Cyrl",
        "Cyrl",
        "Arab",
        "Latn",
        "Latn",
    ]


def test_joiners_are_spelling_only_in_scripts_that_join() -> None:
    """Also beside their marks."""
    assert [spells_with_joiners(mark) for mark in ("ی", "क", "\u094d", "a", "я", "1", " ", "\u0301")] == [
        True,
        True,
        True,
        False,
        False,
        False,
        False,
        False,
    ]
