"""The pieces pages are made of: words for every code, clocks, the timeline, names side by side, strict forms."""

from __future__ import annotations

import importlib
import pkgutil
import re
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

import pytest
from django import forms
from django.http import QueryDict

from article3 import lifecycle
from article3.intake import form as intake
from article3.lifecycle.clocks import ClockKind
from article3.lifecycle.events import Event
from article3.lifecycle.examination import Confidence, Factor, Resolution
from article3.lifecycle.possible import POSSIBLE
from article3.lifecycle.states import State
from article3.project import catalogues
from article3.sites.page import vocabulary, words
from article3.sites.page.clock import Clock, clock
from article3.sites.page.forms import PaperForm
from article3.sites.page.name_compare import compared
from article3.sites.page.timeline import EVENTS, Line, drawn
from article3.terms import communication as terms
from article3.terms import reasons
from article3.terms.finding import Asked, Outcome
from article3.terms.sitting import MandateRole

TODAY = date(2026, 5, 4)


def every(kind: type[Event]) -> set[type[Event]]:
    """All kinds of an event, whatever room module they stand in."""
    for module in pkgutil.walk_packages(lifecycle.__path__, "article3.lifecycle."):
        importlib.import_module(module.name)
    found = set(kind.__subclasses__())
    return found.union(*(every(each) for each in found))


class TestWords:
    """No code reaches a page as a code."""

    @pytest.mark.parametrize(("table", "codes"), [
        ("channel", terms.Channel), ("colour", terms.Colour), ("aim", terms.Aim), ("purpose", terms.Purpose),
        ("wanted_for", terms.WantedFor), ("person_status", terms.PersonStatus), ("level", terms.Level),
        ("sex", terms.Sex), ("issuer", terms.IssuerType), ("factor", Factor), ("factor_question", Factor),
        ("confidence", Confidence), ("asked", Asked), ("ground", reasons.Ground), ("public_code", reasons.PublicCode),
        ("withdrawal", reasons.WithdrawalCode), ("caveat", reasons.CaveatKind), ("document", intake.DOCUMENT_KINDS),
        ("name", intake.NAME_KINDS), ("person_role", intake.ROLE_KINDS), ("paper", intake.PAPER_KINDS),
        ("declaration", intake.DECLARATIONS),
        ("role", [role for role in MandateRole if role not in (MandateRole.CLOCK, MandateRole.COMMISSION_ORDER)]),
    ])
    def test_every_code_of_a_vocabulary_has_its_word(self, table: str, codes: type[StrEnum] | tuple[str, ...]) -> None:
        """The tables and the vocabularies hold the same codes."""
        assert {str(code) for code in codes} == set(vocabulary.TABLES[table])

    @pytest.mark.parametrize("codes", [State, Outcome, Resolution])
    def test_every_state_outcome_and_resolution_wears_a_mark_with_a_word(self, codes: type[StrEnum]) -> None:
        """Nothing is shown by colour alone."""
        for code in codes:
            assert str(words.mark(code).word) != code.value, code

    def test_every_event_of_a_file_has_its_line_in_the_timeline(self) -> None:
        """A new event without words fails here."""
        assert {event.__name__ for event in POSSIBLE} | {"CommunicationReceived"} <= set(EVENTS)

    def test_everything_the_common_journal_may_hold_has_a_word(self) -> None:
        """Every event there is, but those of a bureau's own desks, which have a log of their own."""
        at_home = ("article3.lifecycle.protective", "article3.lifecycle.frontline")
        events = {event for event in every(Event) if event.__module__ not in at_home}
        families = {parent.__name__ for event in events for parent in event.__mro__[1:]}
        assert {event.__name__ for event in events} - families <= set(EVENTS)

    def test_an_unknown_code_is_shown_rather_than_hidden(self) -> None:
        """A reader sees that something is missing."""
        assert words.word("brand_new", "ground") == "brand_new"


class TestClock:
    """A time limit says when it ends, how long is left and how its day was found."""

    @pytest.mark.parametrize(("ends", "state"), [
        (date(2026, 5, 3), "late"), (date(2026, 5, 4), "soon"), (date(2026, 5, 9), "soon"), (date(2026, 5, 10), "fine"),
        (None, "waits")])
    def test_the_last_day_itself_is_in_time(self, ends: date | None, state: str) -> None:
        """Late from the day after; soon within five days; standing still without an end."""
        assert Clock(name="x", starts=date(2026, 4, 1), ends=ends, today=TODAY).state == state

    def test_how_a_day_was_computed_names_both_days_and_the_rule(self) -> None:
        """The sentence can be checked against a calendar."""
        shown = clock(ClockKind.ANSWER, date(2026, 4, 20), date(2026, 5, 11), TODAY)
        assert "20 April 2026" in str(shown.how) and "11 May 2026" in str(shown.how) and "RPD 78" in str(shown.how)

    @pytest.mark.parametrize(("today", "gone"), [
        (date(2026, 4, 1), 0), (date(2026, 4, 16), 50), (date(2026, 6, 1), 100)])
    def test_the_bar_fills_with_time_and_never_overflows(self, today: date, gone: int) -> None:
        """Half the time is half the bar."""
        assert Clock(name="x", starts=date(2026, 4, 1), ends=date(2026, 5, 1), today=today).gone == gone


class TestTimelineBand:
    """The case as one line to scale."""

    def test_steps_stand_apart_as_their_days_do(self) -> None:
        """The step in the middle of the time stands in the middle of the line."""
        lines = [Line(at=datetime(2026, 5, day, tzinfo=UTC), word="x", dress="note") for day in (1, 6, 11)]
        places = [dot["x"] for dot in drawn(lines, date(2026, 5, 11))["dots"]]
        assert places[1] - places[0] == places[2] - places[1] > 0

    def test_a_single_day_is_not_drawn(self) -> None:
        """There is no scale in one point."""
        assert drawn([Line(at=datetime(2026, 5, 4, tzinfo=UTC), word="x", dress="note")], TODAY)["dots"] == []


class TestNamesSideBySide:
    """Word by word, in any order."""

    def test_the_same_words_in_another_order_are_the_same(self) -> None:
        """Order of family and given name differs between papers."""
        assert [pair.how for pair in compared("ORLOV PETR", "Petr Orlov")] == ["same", "same"]

    def test_a_nearly_equal_word_is_marked_and_a_word_on_one_side_stands_alone(self) -> None:
        """ORLOFF for ORLOV is near; a patronymic of one side has no counterpart."""
        pairs = compared("ORLOV PETR IVANOVICH", "ORLOFF PETR")
        assert [(pair.left, pair.right, pair.how) for pair in pairs] == [
            ("PETR", "PETR", "same"), ("ORLOV", "ORLOFF", "near"), ("IVANOVICH", "", "absent")]

    def test_unlike_words_are_not_paired(self) -> None:
        """Both stand alone."""
        assert {pair.how for pair in compared("ORLOV", "BRISK")} == {"absent"}

    def test_a_word_is_paired_once(self) -> None:
        """Two ALI on one side do not both find the one on the other."""
        assert [pair.how for pair in compared("ALI ALI", "ALI")] == ["same", "absent"]


class TestStrictForms:
    """A form takes its own fields and nothing else (abuse case A24)."""

    class Told(PaperForm):
        """A form with one field."""

        words = forms.CharField()

    @pytest.mark.parametrize(("sent", "fine"), [
        ("words=x", True), ("words=x&csrfmiddlewaretoken=t&go=confirm", True), ("words=x&level=official_use", False),
        ("words=x&source=XB", False)])
    def test_an_unknown_field_is_refused(self, sent: str, fine: bool) -> None:
        """Setting what is not the sender's is an error, not silence."""
        assert self.Told(QueryDict(sent)).is_valid() is fine


def test_whatever_scrolls_sideways_can_be_reached_by_the_keyboard() -> None:
    """A wide table on a phone would otherwise be cut off for whoever has no mouse."""
    templates = Path(catalogues.PACKAGE).rglob("*.html")
    assert [str(path) for path in templates if '<div class="scroll">' in path.read_text(encoding="utf-8")] == []


def test_every_list_of_words_a_page_asks_for_is_there() -> None:
    """`|word:"colour"` names a table of words; one that is not there would break the page when somebody reads it."""
    asked = re.compile(r'\|word:"(\w+)"')
    for path in Path(catalogues.PACKAGE).rglob("*.html"):
        wanted = asked.findall(path.read_text(encoding="utf-8"))
        assert [name for name in wanted if name not in words.TABLES] == [], path
