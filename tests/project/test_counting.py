"""A number before a noun takes the form of the noun that its language wants: six of them in Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog
from django.utils.translation import ngettext, override

from article3 import said
from article3.project import catalogues

catalogues.compile_all()
FORMS = {"ar": 6, "es": 2, "fr": 2}
COUNTING = re.compile(
    r"(?:%\((?P<shown>\w+)\)s|\{(?P<blank>\w+)\}) (?:(?!on |of |to |in )[a-z]+ )??"
    r"(?P<noun>[a-z]+s|[a-z]+\{\w+_2\})(?![a-z])"
)
"""A blank before an English plural."""
NO_NOUNS = frozenset({"is", "was", "has", "this", "as", "its", "lies", "stands", "holds", "answers", "uses", "exists",
                      "declares", "does", "less", "says", "lacks"})
COUNTED_ELSEWHERE = frozenset({"each", "recipients_2"})
"""`{alike} of {each} parts`: the first number counts the noun."""


def _catalogue(language: str, domain: str) -> Catalog:
    return catalogues.catalogue(catalogues.LOCALE / language / "LC_MESSAGES" / f"{domain}.po")


def counted(message: str) -> Iterator[str]:
    """The blanks of a sentence that stand before a plural."""
    for found in COUNTING.finditer(message):
        if found["noun"] not in NO_NOUNS:
            yield found["shown"] or found["blank"]


def test_a_number_glued_to_a_noun_is_found() -> None:
    """With a word between too; a verb is no noun."""
    assert list(counted("%(n)s open files")) == ["n"] and list(counted("Waiting for {days} day{days_2}")) == ["days"]
    assert not list(counted("%(name)s is here")) and not list(counted("{first} on nationals"))


def test_no_sentence_of_a_page_glues_a_number_to_a_noun() -> None:
    """Such a sentence has its plural by `ngettext` or `{% plural %}`."""
    for message in catalogues.gathered():
        assert isinstance(message.id, tuple) or not list(counted(message.id)), message.id


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
class TestEveryLanguage:
    """Arabic, Spanish and French."""

    def test_fills_every_form_of_every_plural(self, language: str) -> None:
        """As many as the language has, none empty."""
        for message in _catalogue(language, "django"):
            if isinstance(message.id, tuple):
                assert len(message.string) == FORMS[language] and all(message.string), message.id

    def test_counts_in_what_rules_say(self, language: str) -> None:
        """Every such blank holds the forms of its noun; a French month is a month however many."""
        for message in filter(lambda each: each.id, _catalogue(language, "sayings")):
            for name in set(counted(message.id)) - COUNTED_ELSEWHERE:
                bare = re.search(rf"{{{name}}} mois\b", message.string) if language == "fr" else None
                assert f"{{{name}:" in message.string or bare, message.id

    def test_holds_all_forms_in_what_rules_say(self, language: str) -> None:
        """A form too few would be a wrong noun."""
        for message in filter(lambda each: each.id, _catalogue(language, "sayings")):
            for _, forms in filter(lambda found: found[1], said.COUNTED.findall(message.string)):
                assert len(forms.split("|")) == FORMS[language] and all(forms.split("|")), message.id


@pytest.mark.parametrize(("language", "count", "words"), [
    ("ar", 0, "ينتظر منذ 0 يوم"), ("ar", 1, "ينتظر منذ يوم واحد"), ("ar", 2, "ينتظر منذ يومين"),
    ("ar", 3, "ينتظر منذ 3 أيام"), ("ar", 11, "ينتظر منذ 11 يوماً"), ("ar", 100, "ينتظر منذ 100 يوم"),
    ("ar", 103, "ينتظر منذ 103 أيام"), ("fr", 0, "En attente depuis 0 jour"), ("fr", 1, "En attente depuis 1 jour"),
    ("fr", 2, "En attente depuis 2 jours"), ("es", 0, "En espera desde hace 0 días"),
    ("es", 1, "En espera desde hace 1 día"), ("es", 2, "En espera desde hace 2 días")])
def test_a_recorded_sentence_counts_as_its_reader_does(language: str, count: int, words: str) -> None:
    """The English one was recorded; its number picks the form when it is told."""
    assert said.said(f"Waiting for {count} day{'s' if count != 1 else ''}", language) == words


@pytest.mark.parametrize(("language", "count", "words"), [
    ("ar", 0, "لا قضية تنتظر."), ("ar", 1, "تنتظر قضية واحدة."), ("ar", 2, "تنتظر قضيتان."),
    ("ar", 3, "تنتظر 3 قضايا."), ("ar", 11, "تنتظر 11 قضية."), ("ar", 100, "تنتظر 100 قضية."),
    ("fr", 0, "0 affaire attend."), ("fr", 1, "1 affaire attend."), ("fr", 2, "2 affaires attendent."),
    ("es", 0, "Esperan 0 casos."), ("es", 1, "Espera 1 caso."), ("es", 2, "Esperan 2 casos.")])
def test_a_page_counts_as_its_reader_does(language: str, count: int, words: str) -> None:
    """The same for a sentence of a page."""
    with override(language):
        assert ngettext("%(waiting)s case waits.", "%(waiting)s cases wait.", count) % {"waiting": count} == words


def test_what_is_no_number_takes_the_last_form() -> None:
    """A blank that holds something else is filled with it."""
    assert said.said("Waiting for QX9 days", "fr") == "En attente depuis QX9 jours"
