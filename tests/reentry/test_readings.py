"""Names are heard alike in whatever script and spelling they come."""

from __future__ import annotations

import pytest

from article3.reentry.readings import heard, name_words, words


def skeletons(name: str) -> list[set[str]]:
    """Those of each word."""
    return [set(word.skeletons) for word in name_words(name)]


@pytest.mark.parametrize(("one", "other"), [
    ("Shcherbakov", "Щербаков"), ("Chtcherbakov", "Щербаков"), ("Khaled", "خالد"), ("Halid", "Халид"),
    ("Yusuf", "Youssouf"), ("Jusuf", "يوسف"), ("Kowalski", "Ковальский"), ("Vortan", "فورتان"),
    ("Salim al-Banna", "سليم البنا"), ("Özgür", "Oezguer"), ("Muhammad", "Mohamed"), ("Mukhammad", "محمد")])
def test_spellings_of_one_name_share_a_skeleton(one: str, other: str) -> None:
    """Some reading of each is the same."""
    assert all(mine & yours for mine, yours in zip(skeletons(one), skeletons(other), strict=True))


@pytest.mark.parametrize(("one", "other"), [("Vortan", "Kelmes"), ("Щербаков", "Сидоренко"), ("خالد", "سمير")])
def test_other_names_share_none(one: str, other: str) -> None:
    """Or everybody would be linked with everybody."""
    assert not skeletons(one)[0] & skeletons(other)[0]


def test_chinese_letters_are_words_of_their_own_and_small_words_are_left_out() -> None:
    """王小明 is three; `bin` and `al` say nothing, unless hardly anything else is there."""
    assert [word.reading for word in words("王小明")] == ["uang", "xiau", "ming"]
    assert len(name_words("Khaled bin Omar al Selen")) == 3
    assert len(name_words("Du Wei")) == 2


@pytest.mark.parametrize("token", ["123", "—", ""])
def test_what_holds_no_letter_is_no_word(token: str) -> None:
    """Numbers are compared as numbers."""
    assert heard(token) is None


def test_many_letters_heard_in_two_ways_do_not_multiply_without_end() -> None:
    """Four skeletons at most, however the name was made up."""
    assert len(heard("xchqwkhjxchqwkhjxch").skeletons) <= 4  # type: ignore[union-attr]
