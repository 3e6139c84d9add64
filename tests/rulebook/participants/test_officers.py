"""The people who act: Constitution 30, RPD 17, 115-117, 121."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

ASSIGNED = {"officer_nationalities": frozenset({"XA"}), "countries_concerned": frozenset({"XB", "XC"}),
            "under_instructions": False}
USER = {"granted_on": date(2026, 3, 1), "trained_on": date(2026, 3, 1), "supervised": True}


class TestStaffTakeNoInstructions:
    """CON-30."""

    @edges_of(ASSIGNED, ({}, MET), ({"officer_nationalities": frozenset({"XA", "XC"})}, NOT_MET),
              ({"under_instructions": True}, NOT_MET), ({"under_instructions": None}, QUESTION),
              ({"officer_nationalities": frozenset()}, QUESTION), ({"countries_concerned": frozenset()}, QUESTION))
    def test_nobody_handles_an_own_file(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A second nationality counts as much as the first."""
        assert ruled(self, known) is outcome


class TestUsersAreTrainedAndSupervised:
    """RPD-17."""

    @edges_of(USER, ({}, MET), ({"trained_on": date(2026, 3, 2)}, NOT_MET), ({"trained_on": NOT_YET}, NOT_MET),
              ({"supervised": False}, NOT_MET), ({"supervised": None}, QUESTION), ({"trained_on": None}, QUESTION),
              ({"granted_on": None}, QUESTION), ({"granted_on": NOT_YET, "trained_on": NOT_YET}, MET))
    def test_training_before_access(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Trained on the day of access is in time, a day later is not."""
        assert ruled(self, known) is outcome


class TestSecurityOfficerAndRules:
    """RPD-115-117."""

    @edges_of({"security_officer_named": True, "security_rules_applied": True}, ({}, MET),
              ({"security_officer_named": False}, NOT_MET), ({"security_rules_applied": False}, NOT_MET),
              ({"security_officer_named": None}, QUESTION), ({"security_rules_applied": None}, QUESTION))
    def test_both(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A named officer and applied rules."""
        assert ruled(self, known) is outcome


class TestDataProtectionOfficer:
    """RPD-121."""

    @edges_of({"data_protection_officer_named": True}, ({}, MET), ({"data_protection_officer_named": False}, NOT_MET),
              ({"data_protection_officer_named": None}, QUESTION))
    def test_named(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Somebody is named, nobody is, or nobody knows."""
        assert ruled(self, known) is outcome
