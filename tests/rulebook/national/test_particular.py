"""Rules of the countries the index names."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from article3.law.accounting import provisions_of
from article3.law.rulebook import assess
from article3.law.subjects import Subject
from article3.terms.facts_national import NationalUseFacts, Regime, Use
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, TODAY, edges_of, ruled

US_ARREST = {"regime": Regime.US_JUSTICE, "use": Use.ARREST, "treaty": True, "provisional_arrest_asked": True,
             "national_warrant": True}
ICE = {"regime": Regime.US_IMMIGRATION, "use": Use.PROCEEDINGS, "other_basis": True, "use_on": date(2026, 11, 10),
       "verified_active_on": date(2026, 11, 10), "abuse_checked": True, "supervisor_approved": True,
       "documents_held": True,
       "bureau_permission": True}
UK = {"regime": Regime.UK, "use": Use.ARREST, "certificate": True, "territory_specified": True,
      "offence_penalty_months": 36, "seriousness_appropriate": True, "arrests_under_certificate": 1}
EU = {"regime": Regime.EU_SCHENGEN, "use": Use.ARREST, "final_decision_in_area": True, "same_acts": False}


class TestUsArrestNeedsTreatyRequestAndWarrant:
    """NAT-US-1."""

    @edges_of(US_ARREST, ({}, MET), ({"treaty": False}, NOT_MET), ({"treaty": None}, QUESTION),
              ({"provisional_arrest_asked": False}, NOT_MET), ({"provisional_arrest_asked": None}, QUESTION),
              ({"national_warrant": False}, NOT_MET), ({"national_warrant": None}, QUESTION))
    def test_all_three(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Treaty, request and warrant, each of them."""
        assert ruled(self, known) is outcome


class TestUsImmigrationDoesNotRelyOnItAlone:
    """NAT-US-2."""

    @edges_of(ICE, ({}, MET), ({"other_basis": False}, NOT_MET), ({"other_basis": None}, QUESTION))
    def test_another_basis(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Something beside the notice carries the action."""
        assert ruled(self, known) is outcome


class TestUsImmigrationVerifiesItIsActive:
    """NAT-US-3."""

    @edges_of(ICE, ({}, MET), ({"verified_active_on": date(2026, 11, 11)}, NOT_MET),
              ({"verified_active_on": NOT_YET}, NOT_MET),
              ({"verified_active_on": None}, QUESTION), ({"use_on": None}, QUESTION))
    def test_before_use(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Verified on the day of use is in time, a day later is not."""
        assert ruled(self, known) is outcome


class TestUsImmigrationChecksForAbuse:
    """NAT-US-4."""

    @edges_of(ICE, ({}, MET), ({"abuse_checked": False}, NOT_MET), ({"abuse_checked": None}, QUESTION),
              ({"supervisor_approved": False}, NOT_MET), ({"supervisor_approved": None}, QUESTION))
    def test_checked_and_approved(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Looked at for abuse and approved by a supervisor."""
        assert ruled(self, known) is outcome


class TestUsProceedingsNeedDocumentsAndPermission:
    """NAT-US-5."""

    @edges_of(ICE, ({}, MET), ({"documents_held": False}, NOT_MET), ({"documents_held": None}, QUESTION),
              ({"bureau_permission": False}, NOT_MET), ({"bureau_permission": None}, QUESTION))
    def test_both(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The papers are at hand and the bureau permits it."""
        assert ruled(self, known) is outcome


class TestUsExtraditionNotOnANoticeAlone:
    """NAT-US-6."""

    @edges_of({"regime": Regime.US_JUSTICE, "use": Use.EXTRADITION, "other_basis": True}, ({}, MET),
              ({"other_basis": False}, NOT_MET), ({"other_basis": None}, QUESTION))
    def test_another_basis(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Nobody is extradited on a notice alone."""
        assert ruled(self, known) is outcome


class TestUkArrestNeedsACertificate:
    """NAT-UK-1."""

    @edges_of(UK, ({}, MET), ({"offence_penalty_months": 35}, NOT_MET), ({"offence_penalty_months": None}, QUESTION),
              ({"certificate": False}, NOT_MET), ({"certificate": None}, QUESTION),
              ({"territory_specified": False}, NOT_MET),
              ({"territory_specified": None}, QUESTION), ({"seriousness_appropriate": False}, NOT_MET),
              ({"seriousness_appropriate": None}, QUESTION), ({"arrests_under_certificate": 2}, NOT_MET),
              ({"arrests_under_certificate": 0}, MET), ({"arrests_under_certificate": None}, QUESTION))
    def test_specified_serious_and_once(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Three years are serious, a month less is not; one arrest a certificate."""
        assert ruled(self, known) is outcome


class TestEuNoArrestAfterAFinalJudgment:
    """NAT-EU-1."""

    @edges_of(EU, ({}, MET), ({"same_acts": True}, NOT_MET), ({"same_acts": None}, QUESTION),
              ({"final_decision_in_area": False, "same_acts": None}, MET),
              ({"final_decision_in_area": None, "same_acts": True}, QUESTION))
    def test_same_acts_finally_judged(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Only a final decision on the same acts forbids the arrest, and doubt is asked about."""
        assert ruled(self, known) is outcome


def test_each_law_speaks_only_on_its_own_cases() -> None:
    """An arrest under one country's law is not judged by another's; where nobody said whose law, all of them ask."""
    def named(**known: Any) -> set[str]:
        findings = assess(NationalUseFacts(**known), TODAY, subject=Subject.NATIONAL_USE).findings
        return {each.rule for each in findings if each.rule.startswith(("NAT-US", "NAT-UK", "NAT-EU"))}

    assert named(regime=Regime.UK, use=Use.ARREST) == {"NAT-UK-1"}
    assert named(regime=Regime.OTHER, use=Use.ARREST) == set()
    assert len(named()) == 8


@pytest.mark.parametrize(("rule", "first"), [("NAT-US-2", date(2023, 9, 29)), ("NAT-EU-1", date(2021, 5, 12))])
def test_each_law_begins_on_its_day(rule: str, first: date) -> None:
    """The day before, the rule did not stand."""
    assert provisions_of(rule)[0].in_force(first)
    assert not provisions_of(rule)[0].in_force(first.replace(day=first.day - 1))
