"""One word for each thing, side by side in four languages; numbers are read in both digit shapes."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from article3.sites.public.glossary import LANGUAGES, WORDS, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_said_differently_from_every_other(language: str) -> None:
    """Two things of one word would be mixed up; a word left in English would stand out."""
    words = [said(word, language) for word, _ in WORDS]
    assert len(set(words)) == len(words)
    if language == "ar":
        assert [word for word in words if not re.search("[\u0600-\u06ff]", word)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_each_columns_language_and_isolates_its_words(client: Client, language: str) -> None:
    """The reader's own first; a reader's program pronounces each word rightly, and no direction spills over."""
    client.cookies["django_language"] = language
    text = client.get("/public/glossary/").content.decode()
    assert text.count(f'<th scope="row" lang="{language}"><bdi>') == len(WORDS)
    assert all(text.count(f'<td lang="{other}"><bdi>') == len(WORDS) for other in LANGUAGES if other != language)
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in text
