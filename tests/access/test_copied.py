"""The checker of outward words: what it flags, what it lets through, and that it reads every script."""

from __future__ import annotations

import pytest

from article3.access.copied import copied_sentences

KEPT = "The warrant was written in the minister's office on 3 November. Call 0044219 for the clerk."


@pytest.mark.parametrize("text", [
    "We read that the warrant was written in the minister's office.",
    "THE WARRANT WAS WRITTEN IN the MINISTER’S offiçe.",
    "Who is at number 0044219?",
])
def test_a_copied_sentence_is_flagged(text: str) -> None:
    """Five words in a row, in capitals or with other marks, or a telling number."""
    assert copied_sentences(text, [KEPT]) == (text,)


@pytest.mark.parametrize("text", [
    "", "Who issued the warrant, and where was it written?", "The warrant was written by a judge in the capital.",
    "Was it issued on 3 November 2024?"])
def test_the_reviewer_s_own_words_pass(text: str) -> None:
    """Four words in a row are a coincidence; a year tells nobody."""
    assert copied_sentences(text, [KEPT, "It was in 2024."]) == ()


def test_only_the_sentence_that_repeats_is_named() -> None:
    """So that the officer knows what to write anew."""
    text = "When was he seen? The warrant was written in the minister's office, they say. Thank you."
    assert copied_sentences(text, [KEPT]) == ("The warrant was written in the minister's office, they say.",)


def test_it_reads_other_scripts() -> None:
    """Arabic and Cyrillic alike."""
    assert copied_sentences("هل كتب الوزير المذكرة في مكتبه ليلا؟", ["كتب الوزير المذكرة في مكتبه ليلا"])
    assert copied_sentences("Ордер был написан в кабинете министра.", ["ордер был написан в кабинете вчера"])
