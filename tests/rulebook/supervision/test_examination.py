"""RPD 125, 128, 129: presumption, examination on doubt, interim measures, the register against re-entry."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

DAY = date(2026, 11, 2)
DOUBT = {"doubt_arose_on": DAY, "case_opened_on": DAY, "asked_on": DAY, "answer_due_on": date(2026, 11, 24),
         "answered_on": NOT_YET, "decided_on": NOT_YET, "decision_told_on": NOT_YET}
DECIDED = {"decided_on": date(2026, 11, 20), "decision_told_on": date(2026, 11, 20)}
MEASURE = {"doubt_arose_on": DAY, "harm_possible": True, "measures": frozenset({"block"}), "taken_on": DAY,
           "review_on": date(2026, 11, 24), "lifted_on": NOT_YET}
ENTRY = {"found_non_compliant": True, "entered": True, "decision": "Refused on Article 3, 2 November 2026.",
         "expires_on": date(2026, 11, 24), "readers_are_reviewers_only": True}


class TestPresumptionIsShownAsSuch:
    """RPD-128-1."""

    @edges_of({"presumption_shown": True}, ({}, MET), ({"presumption_shown": False}, NOT_MET),
              ({"presumption_shown": None}, QUESTION))
    def test_shown(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A presumption shown as a check misleads."""
        assert ruled(self, known) is outcome


class TestDoubtOpensACase:
    """RPD-128-2."""

    @edges_of(DOUBT, ({}, MET), ({"on": date(2026, 11, 25)}, QUESTION), ({"answered_on": date(2026, 11, 10)}, QUESTION),
              (DECIDED, MET), ({**DECIDED, "decision_told_on": NOT_YET}, NOT_MET),
              ({**DECIDED, "decision_told_on": None}, QUESTION), ({"case_opened_on": NOT_YET}, NOT_MET),
              ({"case_opened_on": None}, QUESTION), ({"asked_on": NOT_YET}, NOT_MET), ({"asked_on": None}, QUESTION),
              ({"answer_due_on": None}, QUESTION), ({"doubt_arose_on": NOT_YET, "case_opened_on": NOT_YET}, MET),
              ({"doubt_arose_on": None}, QUESTION))
    def test_opened_consulted_decided_told(self, known: dict[str, Any], outcome: Outcome) -> None:
        """While the source has time there is nothing to decide; after it a person decides and tells."""
        assert ruled(self, known) is outcome


class TestInterimMeasureAtOnce:
    """RPD-129."""

    @edges_of(MEASURE, ({}, MET), ({"on": date(2026, 11, 25)}, NOT_MET), ({"taken_on": NOT_YET}, NOT_MET),
              ({"taken_on": None}, QUESTION), ({"taken_on": date(2026, 11, 3)}, QUESTION),
              ({"measures": frozenset()}, QUESTION),
              ({"review_on": None}, QUESTION),
              ({"lifted_on": None}, MET), ({"on": date(2026, 11, 25), "lifted_on": None}, QUESTION),
              ({"on": date(2026, 11, 25), "lifted_on": date(2026, 11, 20)}, MET),
              ({"harm_possible": False, "taken_on": NOT_YET}, MET), ({"harm_possible": None}, QUESTION),
              ({"doubt_arose_on": NOT_YET, "taken_on": NOT_YET}, MET), ({"doubt_arose_on": None}, QUESTION))
    def test_taken_the_same_day_and_reviewed(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Taken on the day of the doubt, and never left standing past its day of review."""
        assert ruled(self, known) is outcome


class TestNonCompliantDataDoNotComeBack:
    """RPD-125."""

    @edges_of(ENTRY, ({}, MET), ({"on": date(2026, 11, 25)}, NOT_MET), ({"entered": False}, NOT_MET),
              ({"readers_are_reviewers_only": False}, NOT_MET), ({"readers_are_reviewers_only": None}, QUESTION),
              ({"entered": None}, QUESTION), ({"decision": ""}, QUESTION), ({"expires_on": None}, QUESTION),
              ({"found_non_compliant": False, "entered": False}, MET), ({"found_non_compliant": None}, QUESTION))
    def test_entered_for_reviewers_until_a_day(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The last day of an entry still counts, the next does not."""
        assert ruled(self, known) is outcome
