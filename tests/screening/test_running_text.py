"""Protected names are found in running text of four scripts, with their stretch; ordinary text is left alone."""

from __future__ import annotations

import pytest

from article3.screening.likeness import Particulars
from article3.screening.running_text import Watch

NAMES = {1: "BRANDOV, Ilja Petrovich", 2: "كريم الدرواني", 3: "欧阳静", 4: "王伟", 5: "Mirela Costinescu",
         6: "Зоран Петраков"}


@pytest.fixture(scope="module")
def watch() -> Watch:
    """Six invented people."""
    return Watch((key, Particulars(names=(name,))) for key, name in NAMES.items())


@pytest.mark.parametrize(("text", "key", "stretch"), [
    ("The minister Ilja Brandov met the press.", 1, "Ilja Brandov"),
    ("Said Mr. BRANDOV, Ilja: nothing.", 1, "BRANDOV, Ilja"),
    ("According to Costinescu Mirella, no.", 5, "Costinescu Mirella"),
    ("Вчера Илья Брандов уехал.", 1, "Илья Брандов"),
    ("Свидетель Зоран Петраков молчал.", 6, "Зоран Петраков"),
    ("والتقى كريم الدرواني بالوزير.", 2, "كريم الدرواني"),
    ("وغادر وكريم الدرواني معه.", 2, "وكريم الدرواني"),
    ("昨日，欧阳静离开。", 3, "欧阳静"),
    ("据说王伟先生在场。", 4, "王伟"),
    ("Zoran Petrakov left.", 6, "Zoran Petrakov"),
])
def test_a_name_is_told_with_its_stretch(watch: Watch, text: str, key: int, stretch: str) -> None:
    """And with a reason."""
    (found,) = watch.find(text, watch.index.lane())
    assert (found.key, found.text, text[found.start:found.stop]) == (key, stretch, stretch)
    assert found.because


@pytest.mark.parametrize("text", [
    "", "Nobody of note was there.", "Ilja was late. Brandov was early.", "Petrovich and Mirela met Zoran.",
    "The brand of ilium is petrified.", "王伟大的事业。", "他是国王伟人。",
    "كريم رجل طيب", "Илья Петрович приехал без Зорана.",
])
def test_halves_of_names_and_ordinary_words_are_no_names(watch: Watch, text: str) -> None:
    """One part alone, parts in two sentences, words that look alike, characters inside other words."""
    assert watch.find(text, watch.index.lane()) == []


def test_each_stretch_is_told(watch: Watch) -> None:
    """Two people in one sentence, and one person twice."""
    text = "Ilja Brandov saw Mirela Costinescu; later Ilja Brandov left."
    assert [found.key for found in watch.find(text, watch.index.lane())] == [1, 5, 1]
