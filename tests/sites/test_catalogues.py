"""The catalogues: nothing untranslated, nothing left over, every placeholder kept, Arabic with its six plurals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.utils.translation import ngettext, override

from article3.project import catalogues

SAMPLE = '{% load i18n %}{% translate "Hello (there)" %}{% blocktranslate count n=x trimmed %}one\n day{% plural %}' \
         '{{ n }} days{% endblocktranslate %}{% translate "May" context "month" %}{{ _("ex")|upper }}'


@pytest.fixture(scope="module")
def gathered() -> Catalog:
    """Every sentence now in the program."""
    return catalogues.gathered()


def _kept(language: str) -> Catalog:
    return catalogues.catalogue(catalogues.LOCALE / language / "LC_MESSAGES" / "django.po")


def _holders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)s", text))


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
class TestEveryLanguage:
    """Arabic, Spanish and French."""

    def test_holds_every_sentence_of_the_program_and_no_other(self, language: str, gathered: Catalog) -> None:
        """Run `python -m article3.project.catalogues gather` and translate what is new."""
        assert {(m.id, m.context) for m in _kept(language)} == {(m.id, m.context) for m in gathered}

    def test_leaves_nothing_untranslated(self, language: str) -> None:
        """No string empty, none marked as doubtful."""
        for message in _kept(language):
            words = message.string if isinstance(message.string, tuple) else (message.string,)
            assert not message.id or (all(words) and not message.fuzzy), message.id

    def test_keeps_every_placeholder(self, language: str) -> None:
        """A lost %(day)s would be a lost day. A plural form for one or two may say it in words."""
        for message in _kept(language):
            if isinstance(message.id, tuple):
                assert _holders(message.string[-1]) == _holders(message.id[1]), message.id
                assert all(_holders(form) <= _holders(message.id[1]) for form in message.string), message.id
            elif message.id:
                assert _holders(message.string) == _holders(message.id), message.id

    def test_hides_no_direction_marks(self, language: str) -> None:
        """Names are isolated by markup; an invisible character in a catalogue is a trap."""
        for message in _kept(language):
            assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", str(message.string)), message.id


@pytest.mark.parametrize(("days", "words"), [
    (1, "بقي يوم واحد"), (2, "بقي يومان"), (3, "بقيت 3 أيام"), (10, "بقيت 10 أيام"), (11, "بقي 11 يومًا"),
    (99, "بقي 99 يومًا"), (100, "بقي 100 يوم"), (103, "بقيت 103 أيام")])
def test_arabic_counts_as_arabic_does(days: int, words: str) -> None:
    """One, two, three to ten, eleven to ninety-nine, a hundred, and on."""
    catalogues.compile_all()
    with override("ar"):
        assert ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days} == words


def test_every_name_given_to_gettext_is_one_the_gathering_knows() -> None:
    """A sentence marked under another name would stay English unseen."""
    alias = re.compile(r"import (n?p?gettext\w*)(?: as (\w+))?")
    for room in catalogues.WRITTEN_IN:
        for path in (catalogues.PACKAGE / room).rglob("*.py"):
            for name, given in alias.findall(path.read_text(encoding="utf-8")):
                assert (given or name) in catalogues.CALLS, path


def test_sentences_of_templates_are_found_as_django_will_look_them_up(tmp_path: Path) -> None:
    """Trimmed, plural, with context, and inside an expression."""
    path = tmp_path / "sample.html"
    path.write_text(SAMPLE, encoding="utf-8")
    assert list(catalogues._of_template(path)) == [
        ("Hello (there)", None), (("one day", "%(n)s days"), None), ("May", "month"), ("ex", None)]
