"""Statute 3, 26, 37-41: the decision and what becomes of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.law.accounting import provisions_of
from article3.terms.facts_commission import CommissionOutcome, DecidedBy, Remedy, UrgencyGround
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

RECEIVED = {"received_by_secretariat_on": date(2026, 10, 24), "clarification_asked": False, "implemented_on": NOT_YET,
            "secretariat_declined": False}
DAY = date(2026, 11, 20)
DONE = {"implemented_on": DAY, "applicant_sent_on": DAY, "source_sent_on": DAY, "implementation_told_on": DAY}
NOT_COMPLIANT = {"outcome": CommissionOutcome.NOT_COMPLIANT, "remedies": frozenset({Remedy.DELETE})}


class TestTheCommissionDecides:
    """CCF-3-1."""

    @edges_of({"decided_by": DecidedBy.REQUESTS_CHAMBER}, ({}, MET), ({"decided_by": DecidedBy.SECRETARIAT}, NOT_MET),
              ({"decided_by": DecidedBy.ADVISORY_CHAMBER}, NOT_MET), ({"decided_by": None}, QUESTION))
    def test_in_its_requests_chamber(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Neither the Secretariat nor the other chamber decides requests."""
        assert ruled(self, known) is outcome


class TestDecisionsBind:
    """CCF-26."""

    @edges_of(RECEIVED, ({}, MET), ({"secretariat_declined": True}, NOT_MET),
              ({"secretariat_declined": None}, QUESTION),
              ({"received_by_secretariat_on": NOT_YET, "secretariat_declined": None}, MET),
              ({"received_by_secretariat_on": None}, QUESTION))
    def test_nothing_is_declined(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The Secretariat carries out what it receives."""
        assert ruled(self, known) is outcome


class TestProvisionalMeasuresAnyTime:
    """CCF-37."""

    @edges_of({"urgency": UrgencyGround.IMMINENT_EXTRADITION, "provisional_measure_considered": True,
               "provisional_measure_called_finding": False}, ({}, MET),
               ({"provisional_measure_considered": False}, NOT_MET),
              ({"provisional_measure_considered": None}, QUESTION),
              ({"provisional_measure_called_finding": True}, NOT_MET),
              ({"urgency": UrgencyGround.NONE, "provisional_measure_considered": False}, MET),
              ({"urgency": None}, QUESTION))
    def test_considered_and_no_finding(self, known: dict[str, Any], outcome: Outcome) -> None:
        """In an urgent case somebody considers a measure, and it says nothing about the merits."""
        assert ruled(self, known) is outcome


class TestDecisionIsWrittenAndReasoned:
    """CCF-38."""

    @edges_of({"written": True, "reasons_given": True, "outcome": CommissionOutcome.COMPLIANT}, ({}, MET),
              ({"written": False}, NOT_MET), ({"written": None}, QUESTION), ({"reasons_given": False}, NOT_MET),
              ({"reasons_given": None}, QUESTION), ({"outcome": None}, QUESTION))
    def test_with_one_of_the_outcomes(self, known: dict[str, Any], outcome: Outcome) -> None:
        """In writing, with reasons, with an outcome."""
        assert ruled(self, known) is outcome


class TestRemedyFollowsTheOutcome:
    """CCF-39."""

    @edges_of(NOT_COMPLIANT, ({}, MET), ({"remedies": frozenset({Remedy.CAVEAT})}, QUESTION),
              ({"remedies": frozenset()}, QUESTION), ({"outcome": None}, QUESTION),
              ({"outcome": CommissionOutcome.COMPLIANT}, NOT_MET),
              ({"outcome": CommissionOutcome.COMPLIANT, "remedies": frozenset({Remedy.NONE})}, MET),
              ({"outcome": CommissionOutcome.COMPLIANT_WITH_UPDATE, "remedies": frozenset({Remedy.NONE})}, NOT_MET),
              ({"outcome": CommissionOutcome.COMPLIANT_WITH_UPDATE, "remedies": frozenset({Remedy.CORRECT})}, MET))
    def test_what_is_ordered_fits_what_was_found(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Data not compliant and not deleted are asked about; an update that orders nothing is none."""
        assert ruled(self, known) is outcome


class TestCarriedOutInAMonth:
    """CCF-41."""

    @edges_of(RECEIVED, ({}, MET), ({"on": date(2026, 11, 25)}, NOT_MET), ({"implemented_on": date(2026, 11, 24)}, MET),
              ({"implemented_on": date(2026, 11, 25), "on": date(2026, 12, 1)}, NOT_MET),
              ({"implemented_on": None, "on": date(2026, 11, 25)}, QUESTION),
              ({"clarification_asked": True, "clarified_on": date(2026, 10, 30), "on": date(2026, 11, 30)}, MET),
              ({"clarification_asked": True, "clarified_on": date(2026, 10, 30), "on": date(2026, 12, 1)}, NOT_MET),
              ({"clarification_asked": True, "clarified_on": NOT_YET, "on": date(2027, 6, 1)}, MET),
              ({"clarification_asked": True, "clarified_on": None}, QUESTION),
              ({"clarification_asked": None}, QUESTION),
              ({"received_by_secretariat_on": NOT_YET}, MET), ({"received_by_secretariat_on": None}, QUESTION))
    def test_of_receipt_or_of_clarifications(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A month from receipt; asked-for clarifications start it anew."""
        assert ruled(self, known) is outcome


class TestBothSidesAreTold:
    """CCF-41-2."""

    @edges_of(DONE, ({}, MET), ({"applicant_sent_on": NOT_YET}, NOT_MET), ({"source_sent_on": NOT_YET}, NOT_MET),
              ({"implementation_told_on": NOT_YET}, NOT_MET), ({"applicant_sent_on": None}, QUESTION),
              ({"implemented_on": NOT_YET, "applicant_sent_on": NOT_YET}, MET), ({"implemented_on": None}, QUESTION))
    def test_decision_and_implementation(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Applicant and source both have the decision and hear that it was carried out."""
        assert ruled(self, known) is outcome


class TestDeletionByTheSourceIsNotTheEnd:
    """CCF-X-1."""

    @edges_of({"source_deleted_before_decision": True, "finding_offered": True, "watch_kept": True}, ({}, MET),
              ({"finding_offered": False}, NOT_MET), ({"finding_offered": None}, QUESTION),
              ({"watch_kept": False}, NOT_MET),
              ({"watch_kept": None}, QUESTION), ({"source_deleted_before_decision": False, "watch_kept": False}, MET),
              ({"source_deleted_before_decision": None}, QUESTION))
    def test_offer_and_watch(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A finding is offered all the same, and re-entry is watched."""
        assert ruled(self, known) is outcome


class TestReprisalsAreActedOn:
    """CCF-X-3."""

    @edges_of({"reprisal_reported": True, "reprisal_recorded": True, "reprisal_acted_on": True}, ({}, MET),
              ({"reprisal_recorded": False}, NOT_MET), ({"reprisal_recorded": None}, QUESTION),
              ({"reprisal_acted_on": False}, NOT_MET), ({"reprisal_acted_on": None}, QUESTION),
              ({"reprisal_reported": False, "reprisal_recorded": None}, MET), ({"reprisal_reported": None}, QUESTION))
    def test_recorded_and_acted_on(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A report that leads to nothing is as good as none."""
        assert ruled(self, known) is outcome

    def test_since_november_2025(self) -> None:
        """The amendment of November 2025 brought it."""
        rule = provisions_of("CCF-X-3")[0]
        assert (rule.in_force(date(2025, 11, 26)), rule.in_force(date(2025, 11, 27))) == (False, True)
