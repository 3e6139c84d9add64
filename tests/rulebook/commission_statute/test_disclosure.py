"""Statute 35 and 42: what the parties may read, and revision."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.facts_disclosure import RestrictionGround
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

WITHHELD = {"restricted": True, "ground": RestrictionGround.SECRECY_OF_INVESTIGATION, "reason_given": True,
            "summary_considered": True}


class TestOwnerIsConsultedFirst:
    """CCF-35-1."""

    @edges_of({"owner_consulted_on": date(2026, 11, 2), "disclosed_on": date(2026, 11, 2)}, ({}, MET),
              ({"owner_consulted_on": date(2026, 11, 3)}, NOT_MET), ({"owner_consulted_on": NOT_YET}, NOT_MET),
              ({"owner_consulted_on": None}, QUESTION), ({"disclosed_on": None}, QUESTION),
              ({"disclosed_on": NOT_YET, "owner_consulted_on": NOT_YET}, MET))
    def test_before_disclosure(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Asked on the day of disclosure is in time, the day after is too late."""
        assert ruled(self, known) is outcome


class TestRestrictionOnFourGroundsOnly:
    """CCF-35-3."""

    @edges_of(WITHHELD, ({}, MET), ({"ground": RestrictionGround.ANOTHER_GROUND}, NOT_MET),
              ({"ground": None}, QUESTION),
              ({"restricted": False, "ground": None}, MET), ({"restricted": None}, QUESTION))
    def test_a_fifth_ground_does_not_exist(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Four grounds and no other."""
        assert ruled(self, known) is outcome


class TestRestrictionIsReasoned:
    """CCF-35-4."""

    @edges_of(WITHHELD, ({}, MET), ({"reason_given": False}, QUESTION), ({"reason_given": None}, QUESTION),
              ({"summary_considered": False}, NOT_MET), ({"summary_considered": None}, QUESTION),
              ({"restricted": False, "summary_considered": False}, MET), ({"restricted": None}, QUESTION))
    def test_a_missing_reason_is_put_to_the_chamber(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A missing reason opens nothing by itself; it is asked whether it counts. A summary must be considered."""
        assert ruled(self, known) is outcome


class TestWhatTheApplicantMarksStays:
    """CCF-35-5."""

    @edges_of({"marked_by_applicant": True, "passed_on": False}, ({}, MET), ({"passed_on": True}, NOT_MET),
              ({"passed_on": None}, QUESTION), ({"marked_by_applicant": False, "passed_on": True}, MET),
              ({"marked_by_applicant": None}, QUESTION))
    def test_not_passed_on(self, known: dict[str, Any], outcome: Outcome) -> None:
        """What is marked stays with the Commission."""
        assert ruled(self, known) is outcome


class TestRevisionNeedsANewFact:
    """CCF-42-1."""

    @edges_of({"new_fact": True, "known_at_decision": False, "could_change_result": True}, ({}, MET),
              ({"new_fact": False}, NOT_MET),
              ({"new_fact": None}, QUESTION), ({"known_at_decision": True}, NOT_MET),
              ({"known_at_decision": None}, QUESTION),
              ({"could_change_result": False}, NOT_MET), ({"could_change_result": None}, QUESTION))
    def test_new_and_weighty(self, known: dict[str, Any], outcome: Outcome) -> None:
        """New, unknown then, and able to change the result."""
        assert ruled(self, known) is outcome


class TestRevisionWithinSixMonths:
    """CCF-42-2."""

    @edges_of({"discovered_on": date(2026, 5, 24), "filed_on": NOT_YET}, ({}, MET),
              ({"on": date(2026, 11, 25)}, NOT_MET),
              ({"filed_on": date(2026, 11, 24)}, MET),
              ({"filed_on": date(2026, 11, 25), "on": date(2026, 12, 1)}, NOT_MET),
              ({"filed_on": None, "on": date(2026, 11, 25)}, QUESTION), ({"discovered_on": None}, QUESTION))
    def test_of_the_discovery(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Six months from the discovery, to the day."""
        assert ruled(self, known) is outcome
