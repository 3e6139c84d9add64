"""Where the refugee policy ends, and whom nobody may expose."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.communication import CountryCode
from article3.terms.facts_protection import ProtectionStatus
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

XA, XB = CountryCode("XA"), CountryCode("XB")
HIDDEN = {"shown_to_requester": False, "text_same_as_other_grounds": True}
PROXY = {"requester": XB, "country_of_fear": XA, "requester_linked_to_country_of_fear": True, "reviewed_as_proxy": True}
KEPT = {"status": ProtectionStatus.REFUGEE, "kept_apart": True, "readers_named": True, "reads_recorded": True}


class TestDataMayStayWhenProtectionIsRefused:
    """REF-5."""

    @edges_of({"status": ProtectionStatus.REFUSED, "otherwise_compliant": True, "records_in_files": 1}, ({}, MET),
              ({"otherwise_compliant": False}, NOT_MET), ({"otherwise_compliant": False, "records_in_files": 0}, MET),
              ({"otherwise_compliant": False, "records_in_files": None}, QUESTION),
              ({"otherwise_compliant": None}, QUESTION),
              ({"status": ProtectionStatus.WITHDRAWN, "otherwise_compliant": False}, NOT_MET),
              ({"status": ProtectionStatus.REFUGEE, "otherwise_compliant": None}, MET), ({"status": None}, QUESTION))
    def test_if_they_comply_otherwise(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A refusal of asylum does not make data compliant; it only takes this ground away."""
        assert ruled(self, known) is outcome


class TestRequesterNeverLearns:
    """REF-6."""

    @edges_of(HIDDEN, ({}, MET), ({"shown_to_requester": True}, NOT_MET), ({"shown_to_requester": None}, QUESTION),
              ({"text_same_as_other_grounds": False}, NOT_MET), ({"text_same_as_other_grounds": None}, QUESTION))
    def test_nothing_shown_and_one_text(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Nothing is shown, and the text is that of every undisclosed ground."""
        assert ruled(self, known) is outcome


class TestOtherCountriesAreJudgedNormally:
    """REF-7."""

    @edges_of(PROXY, ({}, MET), ({"reviewed_as_proxy": False}, NOT_MET), ({"reviewed_as_proxy": None}, QUESTION),
              ({"requester_linked_to_country_of_fear": False, "reviewed_as_proxy": None}, MET),
              ({"requester_linked_to_country_of_fear": None}, QUESTION),
              ({"requester": XA, "reviewed_as_proxy": False}, MET),
              ({"requester": None}, QUESTION))
    def test_a_request_for_somebody_else_is_looked_at(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A request that may be made for the country of fear goes to a reviewer."""
        assert ruled(self, known) is outcome


class TestNaturalisedRefugeesAreAskedAbout:
    """REF-8."""

    @edges_of({"status": ProtectionStatus.NATURALISED, "situation_changed": False, "records_in_files": 0}, ({}, MET),
              ({"records_in_files": 1}, NOT_MET), ({"records_in_files": None}, QUESTION),
              ({"situation_changed": None}, QUESTION),
              ({"situation_changed": True, "records_in_files": 1}, MET),
              ({"status": ProtectionStatus.REFUGEE, "records_in_files": 1}, MET), ({"status": None}, QUESTION))
    def test_has_the_situation_changed(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A new passport alone does not end what protection was for."""
        assert ruled(self, known) is outcome


class TestPendingClaimsAreWeighed:
    """REF-9."""

    @edges_of({"status": ProtectionStatus.PENDING_CLAIM, "interim_measure_considered_on": date(2026, 11, 3)}, ({}, MET),
              ({"interim_measure_considered_on": NOT_YET}, QUESTION),
              ({"interim_measure_considered_on": None}, QUESTION),
              ({"status": ProtectionStatus.REFUGEE, "interim_measure_considered_on": NOT_YET}, MET),
              ({"status": None}, QUESTION))
    def test_it_asks_and_never_refuses(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Practice differs: a block nobody considered is asked about."""
        assert ruled(self, known) is outcome
        assert judged("REF-9", known).advisory


class TestExclusionEndsProtection:
    """REF-10."""

    @edges_of({"status": ProtectionStatus.EXCLUDED, "policy_applied": False}, ({}, MET),
              ({"policy_applied": True}, NOT_MET),
              ({"policy_applied": None}, QUESTION), ({"status": ProtectionStatus.REFUGEE, "policy_applied": True}, MET),
              ({"status": None}, QUESTION))
    def test_article_1f(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The policy is not for whoever is excluded."""
        assert ruled(self, known) is outcome


class TestOnlyAReviewerReopens:
    """REF-11."""

    @edges_of({"new_material": True, "reopened": True, "reopened_by_reviewer": True}, ({}, MET),
              ({"reopened_by_reviewer": False}, NOT_MET), ({"reopened_by_reviewer": None}, QUESTION),
              ({"new_material": False}, NOT_MET), ({"new_material": None}, QUESTION),
              ({"reopened": False, "reopened_by_reviewer": None}, MET), ({"reopened": None}, QUESTION))
    def test_on_new_material(self, known: dict[str, Any], outcome: Outcome) -> None:
        """New material and a reviewer, both."""
        assert ruled(self, known) is outcome


class TestStatusIsKeptApart:
    """REF-12."""

    @edges_of(KEPT, ({}, MET), ({"kept_apart": False}, NOT_MET), ({"kept_apart": None}, QUESTION),
              ({"readers_named": False}, NOT_MET), ({"readers_named": None}, QUESTION),
              ({"reads_recorded": False}, NOT_MET),
              ({"reads_recorded": None}, QUESTION), ({"status": ProtectionStatus.NONE, "kept_apart": None}, MET),
              ({"status": None}, QUESTION))
    def test_apart_named_recorded(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A separate store, named readers, every reading written down."""
        assert ruled(self, known) is outcome
