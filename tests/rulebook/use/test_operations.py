"""One processing operation: RPD 16, 22(6), 65, 66, 126 and registration."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from article3.law.accounting import provisions_of
from article3.terms.facts_operation import ActingFor, OperationKind
from article3.terms.finding import Outcome
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

COPY = {"kind": OperationKind.EXPORT, "leaves_the_system": True, "police_purpose": True,
        "handling_conditions_sent": True}
OPENING = {"kind": OperationKind.OPEN_MESSAGE, "acting_for": ActingFor.SECRETARIAT, "between_bureaus": True,
           "owner_authorised": False, "open_case": "none"}
DONE = {"officer": "8d2f", "at": datetime(2026, 11, 24, 9, 30, tzinfo=UTC), "reference": "71c0", "reason": "Review.",
        "journal_kept": True}


class TestCopiesOutsideFollowTheSameRules:
    """RPD-16."""

    @edges_of(COPY, ({}, MET), ({"police_purpose": False}, NOT_MET), ({"handling_conditions_sent": False}, NOT_MET),
              ({"police_purpose": None}, QUESTION), ({"handling_conditions_sent": None}, QUESTION),
              ({"leaves_the_system": False, "police_purpose": False}, MET), ({"leaves_the_system": None}, QUESTION),
              ({"kind": OperationKind.READ, "police_purpose": False}, MET))
    def test_police_purpose_and_conditions(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A copy has a police purpose and its conditions, or it may not be made."""
        assert ruled(self, known) is outcome


class TestSecretariatDoesNotOpenMessages:
    """RPD-22-6."""

    @edges_of(OPENING, ({}, NOT_MET), ({"owner_authorised": True}, MET), ({"open_case": "case 12"}, MET),
              ({"owner_authorised": None}, QUESTION), ({"open_case": None}, QUESTION), ({"open_case": ""}, QUESTION),
              ({"between_bureaus": False}, MET), ({"between_bureaus": None}, QUESTION), ({"kind": None}, QUESTION),
              ({"acting_for": ActingFor.BUREAU}, MET), ({"acting_for": None}, QUESTION),
              ({"kind": OperationKind.READ}, MET))
    def test_authorised_or_in_an_open_case(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Without authorisation and without an open case the Secretariat does not open what bureaus send each other."""
        assert ruled(self, known) is outcome

    def test_it_is_law_since_the_amendment_of_2024(self) -> None:
        """The day before the amendment the paragraph did not stand in the rules."""
        rule = provisions_of("RPD-22-6")[0]
        assert rule.in_force(date(2024, 11, 7))
        assert not rule.in_force(date(2024, 11, 6))


class TestHandlingConditionsTravel:
    """RPD-65."""

    @edges_of({"kind": OperationKind.FORWARD, "handling_conditions_set": True, "handling_conditions_sent": True},
              ({}, MET),
              ({"handling_conditions_sent": False}, NOT_MET), ({"handling_conditions_sent": None}, QUESTION),
              ({"handling_conditions_set": False, "handling_conditions_sent": None}, MET),
              ({"handling_conditions_set": None}, QUESTION),
              ({"kind": OperationKind.DELETE, "handling_conditions_sent": False}, MET))
    def test_with_the_data(self, known: dict[str, Any], outcome: Outcome) -> None:
        """What the source set goes where the data go."""
        assert ruled(self, known) is outcome


class TestForwardingWithinRestrictions:
    """RPD-66."""

    @edges_of({"kind": OperationKind.FORWARD, "within_restrictions": True, "within_conditions": True}, ({}, MET),
              ({"within_restrictions": False}, NOT_MET), ({"within_conditions": False}, NOT_MET),
              ({"within_restrictions": None}, QUESTION), ({"within_conditions": None}, QUESTION),
              ({"kind": OperationKind.READ, "within_restrictions": False}, MET), ({"kind": None}, QUESTION))
    def test_restrictions_and_conditions(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Either one broken forbids forwarding."""
        assert ruled(self, known) is outcome


class TestEveryOperationIsInTheJournal:
    """RPD-126."""

    @edges_of(DONE, ({}, MET), ({"journal_kept": False}, NOT_MET), ({"journal_kept": None}, QUESTION),
              ({"officer": ""}, QUESTION), ({"at": None}, QUESTION), ({"reference": None}, QUESTION),
              ({"reason": ""}, QUESTION))
    def test_who_when_what_why(self, known: dict[str, Any], outcome: Outcome) -> None:
        """All four are in the journal, or it is asked which."""
        assert ruled(self, known) is outcome

    def test_what_is_missing_is_named(self) -> None:
        """The question names what the journal does not say."""
        assert "why" in judged("RPD-126", {**DONE, "reason": ""}).because


class TestRegistrationComesFirst:
    """NDT-1."""

    @edges_of({"kind": OperationKind.READ, "communication_registered": True}, ({}, MET),
              ({"communication_registered": False}, NOT_MET), ({"communication_registered": None}, QUESTION),
              ({"kind": OperationKind.REGISTER, "communication_registered": False}, MET), ({"kind": None}, QUESTION))
    def test_before_anything_else(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Only the registration itself comes before the registration."""
        assert ruled(self, known) is outcome
