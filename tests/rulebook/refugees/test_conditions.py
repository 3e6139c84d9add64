"""The three conditions of the refugee policy, and what follows."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.law.refugees.conditions import policy_reaches
from article3.terms.communication import CountryCode
from article3.terms.facts_protection import Confirmer, ProtectionFacts, ProtectionStatus
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, TODAY, edges_of, ruled

XA, XB = CountryCode("XA"), CountryCode("XB")
PROTECTED = {"status": ProtectionStatus.REFUGEE, "confirmed_by": Confirmer.NATIONAL_AUTHORITY,
             "confirmed_on": date(2026, 11, 2), "requester": XA, "country_of_fear": XA,
             "grant_directed_against_requester": False, "records_in_files": 0}


class TestStatusIsConfirmed:
    """REF-1."""

    @edges_of(PROTECTED, ({}, MET), ({"confirmed_by": Confirmer.UNHCR}, MET),
              ({"confirmed_by": Confirmer.APPLICANT}, QUESTION),
              ({"status": ProtectionStatus.ASYLUM_SEEKER}, MET), ({"status": ProtectionStatus.PENDING_CLAIM}, NOT_MET),
              ({"status": ProtectionStatus.EXCLUDED}, NOT_MET), ({"confirmed_on": NOT_YET}, NOT_MET),
              ({"confirmed_on": None}, QUESTION), ({"confirmed_by": None}, QUESTION), ({"status": None}, QUESTION))
    def test_by_a_competent_authority(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The person's own document starts the check and does not end it."""
        assert ruled(self, known) is outcome


class TestRequestComesFromTheCountryOfFear:
    """REF-2."""

    @edges_of(PROTECTED, ({}, MET), ({"requester": XB}, NOT_MET), ({"requester": None}, QUESTION),
              ({"country_of_fear": None}, QUESTION))
    def test_same_country(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The country that asks is the country feared."""
        assert ruled(self, known) is outcome


class TestGrantWasNotPolitical:
    """REF-3."""

    @edges_of(PROTECTED, ({}, MET), ({"grant_directed_against_requester": True}, NOT_MET),
              ({"grant_directed_against_requester": None}, QUESTION))
    def test_a_person_answers(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Whether the grant was political is a person's judgement."""
        assert ruled(self, known) is outcome


class TestEverythingFromThatCountryIsDeleted:
    """REF-4."""

    @edges_of(PROTECTED, ({}, MET), ({"records_in_files": 1}, NOT_MET), ({"records_in_files": None}, QUESTION),
              ({"records_in_files": 1, "requester": XB}, MET),
              ({"records_in_files": 1, "grant_directed_against_requester": True}, MET),
              ({"records_in_files": 1, "grant_directed_against_requester": None}, QUESTION),
              ({"records_in_files": 1, "confirmed_by": Confirmer.APPLICANT}, QUESTION))
    def test_when_all_three_hold(self, known: dict[str, Any], outcome: Outcome) -> None:
        """One record left is one too many; while a condition is open nothing is deleted and nothing is safe."""
        assert ruled(self, known) is outcome


def test_one_failing_condition_is_enough_to_stay_outside_the_policy() -> None:
    """A failed condition outweighs one that is still asked."""
    facts = ProtectionFacts(requester=XB, country_of_fear=XA)
    assert policy_reaches(facts, TODAY) is False
    assert policy_reaches(ProtectionFacts(requester=XA, country_of_fear=XA), TODAY) is None
    assert policy_reaches(ProtectionFacts(**PROTECTED), TODAY) is True
