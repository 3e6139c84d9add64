"""RPD 63, 104-106: positive query results."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from article3.terms.facts_hit import HitOutcome, Warning
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled


def at(hour: int, minute: int = 0) -> datetime:
    """A time on one day."""
    return datetime(2026, 11, 24, hour, minute, tzinfo=UTC)


VERIFIED = {"found_at": at(9), "verified_at": at(10), "coercive_use_at": at(11)}
PERSON = {"treated_as_the_person": True, "identity_confirmed": True, "confirmed_by": "officer 8d2f",
          "fields_compared": ("name", "birth date", "fingerprints")}
SHOWN = {"warnings_on_file": frozenset({Warning.STATE, Warning.CAVEAT}),
         "warnings_shown": frozenset({Warning.STATE, Warning.CAVEAT})}


class TestVerifiedBeforeCoerciveUse:
    """RPD-63."""

    @edges_of(VERIFIED, ({}, MET), ({"verified_at": at(9)}, MET), ({"verified_at": at(8, 59)}, NOT_MET),
              ({"verified_at": at(11)}, MET), ({"verified_at": at(11, 1)}, NOT_MET),
              ({"verified_at": NOT_YET}, NOT_MET),
              ({"verified_at": None}, QUESTION), ({"found_at": None}, QUESTION), ({"coercive_use_at": None}, QUESTION),
              ({"coercive_use_at": NOT_YET, "verified_at": NOT_YET}, MET))
    def test_after_the_result_and_before_the_use(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A verification older than the result, or younger than the use, is none."""
        assert ruled(self, known) is outcome


class TestAResultIsACandidate:
    """RPD-104."""

    @edges_of(PERSON, ({}, MET), ({"identity_confirmed": False}, NOT_MET), ({"identity_confirmed": None}, QUESTION),
              ({"confirmed_by": ""}, QUESTION), ({"fields_compared": ()}, QUESTION),
              ({"treated_as_the_person": False, "identity_confirmed": False}, MET),
              ({"treated_as_the_person": None}, QUESTION))
    def test_until_a_named_officer_confirms(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A candidate may stay one; whoever is treated as the person has been confirmed by name and comparison."""
        assert ruled(self, known) is outcome


class TestSourceIsTold:
    """RPD-105-1."""

    @edges_of({"source_may_be_told": True, "source_told_at": at(12)}, ({}, MET), ({"source_told_at": NOT_YET}, NOT_MET),
              ({"source_told_at": None}, QUESTION), ({"source_may_be_told": False, "source_told_at": NOT_YET}, MET),
              ({"source_may_be_told": None, "source_told_at": NOT_YET}, QUESTION), ({"source_may_be_told": None}, MET))
    def test_unless_a_restriction_forbids(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Only a restriction excuses silence towards the source."""
        assert ruled(self, known) is outcome


class TestSourceIsContactedBeforeUse:
    """RPD-105-2."""

    @edges_of({"source_contacted_at": at(10), "result_used_at": at(10)}, ({}, MET),
              ({"result_used_at": at(9, 59)}, NOT_MET),
              ({"source_contacted_at": NOT_YET}, NOT_MET), ({"source_contacted_at": None}, QUESTION),
              ({"result_used_at": None}, QUESTION), ({"result_used_at": NOT_YET, "source_contacted_at": NOT_YET}, MET))
    def test_contact_first(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A use one minute before the contact is one too early."""
        assert ruled(self, known) is outcome


class TestResultsAreRegistered:
    """RPD-106."""

    @edges_of({"registered": True, "closed": True, "outcome": HitOutcome.NOT_THE_PERSON}, ({}, MET),
              ({"registered": False}, NOT_MET), ({"registered": None}, QUESTION), ({"outcome": None}, QUESTION),
              ({"closed": None}, QUESTION), ({"closed": False, "outcome": None}, MET))
    def test_with_their_outcome(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A false match is an outcome too, so that the same person is not stopped again."""
        assert ruled(self, known) is outcome


class TestResultsShowStateAndCaveats:
    """HIT-CAVEAT."""

    @edges_of(SHOWN, ({}, MET), ({"warnings_shown": frozenset({Warning.STATE})}, NOT_MET),
              ({"warnings_shown": frozenset({Warning.CAVEAT})}, NOT_MET), ({"warnings_on_file": frozenset()}, QUESTION),
              ({"warnings_shown": frozenset()}, QUESTION),
              ({"warnings_shown": frozenset(Warning)}, MET))
    def test_everything_that_stands_beside_the_data(self, known: dict[str, Any], outcome: Outcome) -> None:
        """State always, and every caveat, addendum, judgment and refusal there is."""
        assert ruled(self, known) is outcome

    def test_what_is_hidden_is_named(self) -> None:
        """The finding names what is not shown."""
        assert "caveat" in judged("HIT-CAVEAT", {**SHOWN, "warnings_shown": frozenset({Warning.STATE})}).because
