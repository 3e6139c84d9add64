"""Pages of other languages: what rules and offices say stands there in the reader's language, or says it is English."""

from __future__ import annotations

import re

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from article3 import said
from article3.sites.page.spoken import refusal
from article3.terms.finding import Refused
from tests.sites.conftest import Office

APART = (re.compile(r'<(\w+)[^>]*\slang="en"[^>]*>.*?</\1>', re.S),
         re.compile(r"<(code|cite|textarea|script)\b.*?</\1>", re.S))
"""What says that it is English, and what is typed or quoted."""
PAGES = ("", "text/", "outcome/", "answers/", "worksheet/", "ask/")


def _lines(page: str) -> set[str]:
    """The pieces of text of a page outside what says that it is English."""
    for pattern in APART:
        page = pattern.sub("\n", page)
    text = re.sub(r"<[^>]+>", "\n", page)
    return {" ".join(strip_tags(line).replace("&#x27;", "'").split()) for line in text.split("\n") if line.strip()}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_sentence_of_the_rules_is_left_in_english(office: Office, language: str) -> None:
    """The reviewer's pages and queue, in a language of each direction: no text on them is a saying in English."""
    reference = office.examined(office.requested())
    browser, speaking = office.browsers["first"], said.sayings(language)
    browser.cookies["django_language"] = language
    for address in ("/secretariat/", *(f"/secretariat/files/{reference}/{page}" for page in PAGES)):
        page = browser.get(address).content.decode()
        for line in _lines(page):
            told = speaking.told(line) if re.search(r"[a-z]{2} [a-z]{2}", line) else None
            assert told is None or told == line, (address, line)


def test_a_refusal_is_told_in_the_language_of_the_page() -> None:
    """An act that the rules refuse says why in French, with its citation, and in English where the page is English."""
    refused = Refused("No review is open on this file.", "RPD-34")
    with override("fr"):
        assert refusal(refused) == "Aucun examen n'est ouvert sur ce dossier. (RPD-34)"
    with override("en"):
        assert refusal(refused) == "No review is open on this file. (RPD-34)"
