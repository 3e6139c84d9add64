"""Public-source research as acts: searches are ordered, the log fills itself, an excerpt waits for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from article3.acts.keep_searches import KeepSearches
from article3.acts.order_search import OrderSearch
from article3.acts.publish_notice import PublishNotice
from article3.acts.set_aside_excerpt import SetAsideExcerpt
from article3.acts.take_excerpt import TakeExcerpt
from article3.lifecycle.examination import ResearchEntry
from article3.lifecycle.excerpt import Excerpt, Mark, Shows
from article3.lifecycle.knowledge_events import DecisionReopened
from article3.lifecycle.possible import POSSIBLE
from article3.lifecycle.reopened import Findable
from article3.lifecycle.research_events import SearchOrdered, SourcesSearched
from article3.lifecycle.states import ENDED
from article3.terms.finding import Refused
from tests.acts.situations import desk_in
from tests.desk import DAY, FIRST, OF_REQUESTER, REFERENCE, SECOND, Desk

COPY = "ab" * 32
TAKEN = TakeExcerpt(reference=REFERENCE, excerpt="e1", known="f" * 32, kind="acquitted", value=True)
SENTENCE = "The minister ordered the prosecution of Iko Vortan."


def entry(**changes: Any) -> ResearchEntry:
    """A line of the log as a program writes it."""
    told = {"id": "s1", "query": "Norland (politically motivated)", "source": "Selen Courier", "read_on": DAY.date(),
            "sha256": COPY, "bears_on": "g", "found": True, "note": "2 texts answered, 1 bears on the case.",
            "by": FIRST.officer, "language": "en", "searched_at": DAY, "answers": 2}
    return ResearchEntry(**{**told, **changes})


def excerpt(**changes: Any) -> Excerpt:
    """A sentence that names the person."""
    told = {"id": "e1", "search": "s1", "sha256": COPY, "source": "Selen Courier", "address": "https://courier.example/1",
            "title": "The minister's case", "language": "fr", "published_on": date(2025, 1, 7), "found_at": DAY,
            "sentence": SENTENCE, "marks": (Mark(start=40, stop=50, shows=Shows.PERSON),),
            "because": ("“Iko Vortan” may name the person",), "bears_on": "a"}
    return Excerpt(**{**told, **changes})


def kept(desk: Desk, *found: Excerpt, **changes: Any) -> SourcesSearched:
    """One line of the log with what it found."""
    return desk.perform(KeepSearches(reference=REFERENCE, entries=(entry(**changes),), excerpts=found), FIRST)


class TestASearch:
    """Who may order one, and what stands in the log."""

    def test_is_ordered_by_the_files_reviewer_and_waits_until_it_is_done(self) -> None:
        """One at a time; done, the next may follow."""
        desk = desk_in("under_review")
        desk.perform(OrderSearch(reference=REFERENCE, order="o1"), FIRST)
        with pytest.raises(Refused, match="under way"):
            desk.perform(OrderSearch(reference=REFERENCE, order="o2"), FIRST)
        desk.perform(KeepSearches(reference=REFERENCE, order="o1", entries=(entry(),)), FIRST)
        assert [asked.done_at is not None for asked in desk.file().searches] == [True]
        desk.perform(OrderSearch(reference=REFERENCE, order="o2"), FIRST)

    def test_that_nobody_carried_out_stands_in_nobodys_way_after_an_hour(self) -> None:
        """The machine broke, the work goes on."""
        desk = desk_in("under_review")
        desk.perform(OrderSearch(reference=REFERENCE, order="o1"), FIRST)
        desk.at += timedelta(hours=1)
        desk.perform(OrderSearch(reference=REFERENCE, order="o2"), FIRST)

    def test_that_was_done_is_not_done_again(self) -> None:
        """Two programs carrying out one order fill the log once."""
        desk = desk_in("under_review")
        desk.perform(OrderSearch(reference=REFERENCE, order="o1"), FIRST)
        desk.perform(KeepSearches(reference=REFERENCE, order="o1", entries=(entry(),)), FIRST)
        with pytest.raises(Refused, match="done already"):
            desk.perform(KeepSearches(reference=REFERENCE, order="o1", entries=(entry(id="s2"),)), FIRST)

    @pytest.mark.parametrize(("who", "situation"), [(SECOND, "under_review"), (OF_REQUESTER, "published")])
    def test_is_nobody_elses_to_order(self, who: Any, situation: str) -> None:
        """Not another reviewer's during the review, never one of the requester's nationality."""
        with pytest.raises(Refused):
            desk_in(situation).perform(OrderSearch(reference=REFERENCE, order="o1"), who)

    def test_of_a_published_notice_is_open_to_any_impartial_reviewer(self) -> None:
        """The late newspaper is looked for after the decision."""
        desk_in("published").perform(OrderSearch(reference=REFERENCE, order="o1"), SECOND)

    def test_that_found_nothing_or_failed_stands_in_the_log_too(self) -> None:
        """Nothing found is a finding; a source that did not answer was not searched."""
        desk = desk_in("under_review")
        kept(desk, found=False, sha256="", answers=0, note="Nothing answered.")
        kept(desk, id="s2", found=False, sha256="", failure="No answer: timed out.", note="It could not be read.")
        assert [(line.found, line.failure) for line in desk.file().research] == [
            (False, ""), (False, "No answer: timed out.")]

    @pytest.mark.parametrize("changes", [{"query": " "}, {"note": ""}, {"sha256": "AB"}, {"failure": "broken"},
                                         {"read_on": date(2030, 1, 1)}])
    def test_without_its_words_its_copy_or_its_day_is_not_logged(self, changes: dict[str, Any]) -> None:
        """The same is asked of a program as of a person."""
        with pytest.raises(Refused):
            kept(desk_in("under_review"), **changes)

    def test_without_a_line_did_not_take_place(self) -> None:
        """No entry, no search."""
        with pytest.raises(Refused):
            desk_in("under_review").perform(KeepSearches(reference=REFERENCE, entries=()), FIRST)

    def test_is_made_where_the_file_is_examined_and_nowhere_after_its_end(self) -> None:
        """A refused file is not searched on."""
        assert not POSSIBLE[SearchOrdered] & ENDED
        with pytest.raises(Refused):
            desk_in("refused").perform(OrderSearch(reference=REFERENCE, order="o1"), FIRST)


class TestAnExcerpt:
    """It has no effect until a person takes it."""

    def test_changes_no_finding_and_no_outcome(self) -> None:
        """Laid beside the case, the rules say what they said."""
        desk = desk_in("under_review")
        before = desk.file()
        kept(desk, excerpt())
        assert desk.file().assessed == before.assessed and desk.file().established == before.established

    def test_found_again_lies_there_once(self) -> None:
        """The same sentence of the same copy."""
        desk = desk_in("under_review")
        kept(desk, excerpt())
        kept(desk, excerpt(id="e2", search="s2"), id="s2")
        assert [found.id for found in desk.file().excerpts] == ["e1"]

    def test_set_aside_keeps_its_reason_and_is_judged_once(self) -> None:
        """Whoever comes later sees that it was read."""
        desk = desk_in("under_review")
        kept(desk, excerpt())
        with pytest.raises(Refused, match="missing"):
            desk.perform(SetAsideExcerpt(reference=REFERENCE, excerpt="e1", because=" "), FIRST)
        desk.perform(SetAsideExcerpt(reference=REFERENCE, excerpt="e1", because="Another man."), FIRST)
        assert desk.file().excerpts[0].settled.because == "Another man."
        with pytest.raises(Refused, match="already"):
            desk.perform(SetAsideExcerpt(reference=REFERENCE, excerpt="e1", because="Again."), FIRST)
        with pytest.raises(Refused, match="no such"):
            desk.perform(SetAsideExcerpt(reference=REFERENCE, excerpt="e9", because="?"), FIRST)

    def test_taken_as_a_fact_brings_both_clocks_and_the_search_that_found_it(self) -> None:
        """Since when, in which language and where anybody could have read it."""
        desk = desk_in("under_review")
        kept(desk, excerpt())
        desk.perform(TAKEN, FIRST)
        fact = desk.file().established[-1]
        assert (fact.fact, fact.value, fact.research, fact.known) == ("acquitted", True, "s1", "f" * 32)
        assert (fact.published.on, fact.published.language) == (date(2025, 1, 7), "fr")
        assert fact.published.where == "https://courier.example/1"
        assert desk.file().excerpts[0].settled.known == "f" * 32
        assert desk.register.fact("f" * 32).published == fact.published

    def test_without_a_day_of_publication_tells_none(self) -> None:
        """Not known is not guessed."""
        desk = desk_in("under_review")
        kept(desk, excerpt(published_on=None))
        desk.perform(TAKEN, FIRST)
        assert desk.file().established[-1].published is None

    def test_with_a_day_and_no_language_asks_for_the_language(self) -> None:
        """The note on findability needs it; the reviewer knows it."""
        desk = desk_in("under_review")
        kept(desk, excerpt(language=""))
        with pytest.raises(Refused, match="language"):
            desk.perform(TAKEN, FIRST)
        desk.perform(replace(TAKEN, language="fr"), FIRST)
        assert desk.file().established[-1].published.language == "fr"


def reopened_by(desk: Desk) -> DecisionReopened:
    """A decision already taken meets a sentence found later, taken as a fact that could change it."""
    desk.at += timedelta(days=30)
    desk.perform(KeepSearches(reference=REFERENCE, entries=(entry(id="later", read_on=desk.at.date()),),
                              excerpts=(excerpt(search="later"),)), SECOND)
    happened = desk.perform(TAKEN, SECOND)
    return next(event for event in happened if isinstance(event, DecisionReopened))


class TestTheNoteOnAReopenedDecision:
    """Was it findable at the time, and did the log search in its language?"""

    @pytest.mark.parametrize(("failure", "language", "in_language"), [
        ("", "fr", True), ("", "en", False), ("No answer: timed out.", "fr", False)])
    def test_reads_the_log_that_filled_itself(self, failure: str, language: str, in_language: bool) -> None:
        """A search in its language counts; one that failed was none."""
        desk = desk_in("under_review")
        kept(desk, id="early", language=language, failure=failure, found=False, sha256="", note="Nothing on him.")
        desk.weighed()
        desk.proposed()
        desk.decided()
        desk.perform(PublishNotice(reference=REFERENCE, version=desk.file().version), FIRST)
        note = reopened_by(desk).note
        assert note.findable is Findable.FINDABLE and note.searched_in_language is in_language
        assert ("early" in note.searched) is (not failure)
