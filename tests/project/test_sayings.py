"""What rules and offices say: gathered whole, translated whole, each sentence known again and taken for no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from babel.messages.catalog import Catalog

from article3 import said
from article3.law import dictionary
from article3.law.clocks import explained, written
from article3.law.deadlines import at_once, within
from article3.law.provision import PROVISIONS, every
from article3.law.questions import first_question
from article3.law.rulebook import load
from article3.project import catalogues, sayings
from article3.terms.happening import NOT_YET

catalogues.compile_all()
PLURAL_S = re.compile(r"[a-z]\{(\w+_2)\}")
"""What only English grammar needs: the s of a plural."""
DAY = date(2027, 2, 28)


@pytest.fixture(scope="module")
def gathered() -> frozenset[str]:
    """Every sentence now in the program."""
    return frozenset(sayings.sayings())


def _kept(language: str) -> Catalog:
    return catalogues.catalogue(catalogues.LOCALE / language / "LC_MESSAGES" / "sayings.po")


def _samples(message: str) -> Iterator[tuple[str, str]]:
    """The blanks of a sentence, each with something a case might put there: a code, which is nobody's word."""
    yield from ((name, f"Q{place}") for place, name in enumerate(said.BLANK.findall(message), 1))


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
class TestEveryLanguage:
    """Arabic, Spanish and French."""

    def test_holds_every_sentence_and_no_other(self, language: str, gathered: frozenset[str]) -> None:
        """Run `python -m article3.project.catalogues gather` and translate what is new."""
        assert {m.id for m in _kept(language) if m.id} == gathered

    def test_leaves_nothing_untranslated(self, language: str) -> None:
        """No string empty, none marked as doubtful, none that hides a direction mark."""
        for message in _kept(language):
            assert not message.id or (message.string and not message.fuzzy), message.id
            assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", str(message.string)), message.id

    def test_keeps_every_blank(self, language: str) -> None:
        """A lost {day} would be a lost day; only what English grammar alone needs may go."""
        for message in _kept(language):
            own, told = (set(said.BLANK.findall(str(text))) for text in (message.id, message.string))
            assert told <= own and own - told <= set(PLURAL_S.findall(message.id)), message.id

    def test_every_sentence_is_known_again_and_none_takes_another_s_place(self, language: str) -> None:
        """Each pattern, filled with a sample, is told by its own translation filled with the same."""
        for message in filter(lambda each: each.id, _kept(language)):
            samples = dict(_samples(message.id)) if said.BLANK.search(message.id) else {}
            filled, expected = _filled(message.id, samples), _filled(message.string, samples)
            assert _bare(said.said(filled, language)) == _bare(expected), message.id

    def test_asks_every_question_of_the_rulebook(self, language: str) -> None:
        """What each provision asks when nothing is known is told whole."""
        load()
        asked = [first_question(rule) for rule in PROVISIONS if rule.concerns is every]
        assert len(list(filter(None, asked))) > 100
        for question in filter(None, asked):
            assert all(piece.known for piece in said.pieces(question, language)), question

    def test_tells_every_fact_of_the_dictionary(self, language: str) -> None:
        """The facts a trace shows have words in the language."""
        for name in dictionary.dictionary():
            assert said.said(dictionary.in_words(name), language) != dictionary.in_words(name)


def _filled(text: str, samples: dict[str, str]) -> str:
    """With what no number is, which takes the last form of a counted noun."""
    return said.COUNTED.sub(
        lambda blank: (blank[2] or "#").rpartition("|")[2].replace("#", samples[blank[1]]), text)


def _bare(text: str) -> str:
    """Without isolates and edges."""
    return text.replace(said.ISOLATED, "").replace(said.END_OF_IT, "").strip()


class TestASentence:
    """How one sentence is told."""

    def test_english_stays_as_it_was_said(self) -> None:
        """The record's language needs no catalogue."""
        assert said.said("The period was not extended.", "en") == "The period was not extended."
        assert said.said("The period was not extended.", None) == "The period was not extended."

    def test_dates_and_parts_are_told_within_it(self) -> None:
        """What was due, the day it came and the days between stand in the reader's language."""
        late = within("deletion", due=DAY, done=NOT_YET, on=date(2027, 3, 1)).because
        assert said.said(late, "fr") == "La suppression : échéance le 28 février 2027, retard de 1 jour."
        assert said.said(late, "es") == "La supresión: vencía el 28 de febrero de 2027 y lleva 1 día de retraso."
        owed = at_once("deletion by the source", since=DAY, done=NOT_YET, on=DAY).because
        assert said.said(owed, "fr") == "La suppression par la source : dû aujourd'hui."
        assert said.said(written(DAY), "ar") == "28 فبراير 2027"

    def test_a_counted_day_is_explained(self) -> None:
        """The month too short to have the day is named in the language too."""
        assert said.said(explained(date(2027, 8, 31), 6), "es") == (
            "6 meses naturales después del 31 de agosto de 2027: 29 de febrero de 2028: febrero de 2028 no tiene "
            "día 31, así que cuenta su último día.")

    def test_what_is_not_ours_is_isolated_and_not_translated(self) -> None:
        """A Latin name in an Arabic line turns nothing around it; in a French line it needs no isolate."""
        text = "There is no rule RPD-0."
        assert said.ISOLATED + "RPD-0" + said.END_OF_IT in said.said(text, "ar")
        assert said.said(text, "fr") == "Il n'y a pas de règle RPD-0."

    def test_several_sentences_are_told_one_by_one(self) -> None:
        """Joined sentences, and a list whose every part is ours."""
        assert said.said("The period was not extended. Nothing is decided yet.", "fr") == (
            "La période n'a pas été prolongée. Rien n'est encore décidé.")
        assert said.said("same birth year; the same nationality", "fr") == (
            "même année de naissance; la même nationalité")

    def test_what_is_not_recognised_stays_and_says_that_it_is_english(self) -> None:
        """Nothing is guessed: the unknown sentence is marked, the known one beside it is told; markup is escaped."""
        told = said.marked("The period was not extended. Bananas <b>fly</b>.", "fr")
        assert told == ('La période n&#x27;a pas été prolongée. '
                        '<span lang="en" dir="ltr">Bananas &lt;b&gt;fly&lt;/b&gt;.</span>')

    def test_an_answer_of_a_person_is_left_as_it_was_given(self) -> None:
        """It may be in any language; it is not called English."""
        assert said.pieces("Lu et approuvé. (first, 2026-03-02)", "fr") == (
            said.Piece("Lu et approuvé. (first, 2026-03-02)", True),)

    def test_a_pattern_of_few_words_is_believed_only_where_all_that_fills_it_is_known(self) -> None:
        """`{a} before {b}.` is no reason to take apart what somebody wrote."""
        assert not said.pieces("He ran before they came.", "fr")[0].known
        assert not said.pieces("The person is believed to have left the country.", "fr")[0].known

    def test_no_blank_swallows_the_beginning_of_another_sentence(self) -> None:
        """The blank of the first sentence ends where the second begins."""
        told = said.said("There is no rule RPD-0. The period was not extended.", "fr")
        assert told == "Il n'y a pas de règle RPD-0. La période n'a pas été prolongée."

    def test_every_language_but_ours_is_left_alone(self) -> None:
        """A language without a catalogue shows what was recorded, marked."""
        assert said.pieces("The period was not extended.", "de") == (
            said.Piece("The period was not extended.", False),)
