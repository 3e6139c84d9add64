"""RPD 14, 54-60: who may reach data."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.communication import Level
from article3.terms.facts_operation import ActingFor, OperationKind
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

READING = {"kind": OperationKind.READ, "acting_for": ActingFor.BUREAU, "level": Level.RESTRICTED,
           "clearance": Level.RESTRICTED, "needed": True, "restricted_from_reader": False, "observable": False,
           "answered_by_secretariat": True}
RIGHT = {"granted_on": date(2026, 3, 1), "files_granted": frozenset({"notices"}),
         "files_needed": frozenset({"notices", "documents"})}


class TestLevelAndNeed:
    """RPD-14."""

    @edges_of(READING, ({}, MET), ({"clearance": Level.OFFICIAL_USE}, NOT_MET),
              ({"clearance": Level.CONFIDENTIAL}, MET),
              ({"needed": False}, NOT_MET), ({"needed": None}, QUESTION), ({"level": None}, QUESTION),
              ({"clearance": None}, QUESTION), ({"kind": OperationKind.DELETE, "clearance": None}, MET))
    def test_cleared_and_in_need(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Clearance for the level is enough only together with a need."""
        assert ruled(self, known) is outcome


class TestDirectAccessAsNarrowAsPossible:
    """RPD-54-57."""

    @edges_of(RIGHT, ({}, MET), ({"files_granted": frozenset({"notices", "dna"})}, NOT_MET),
              ({"granted_on": NOT_YET}, NOT_MET), ({"files_granted": frozenset()}, QUESTION),
              ({"files_needed": frozenset()}, QUESTION))
    def test_no_wider_than_the_task(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A file the task does not need is one too many."""
        assert ruled(self, known) is outcome

    def test_the_surplus_is_named(self) -> None:
        """The finding says which file is one too many."""
        assert "dna" in judged("RPD-54-57", {**RIGHT, "files_granted": frozenset({"notices", "dna"})}).because


class TestRestrictionsHoldInsideTheQuery:
    """RPD-58."""

    @edges_of({**READING, "restricted_from_reader": True}, ({}, MET), ({"observable": True}, NOT_MET),
              ({"observable": None}, QUESTION), ({"restricted_from_reader": None}, QUESTION),
              ({"restricted_from_reader": False, "observable": True}, MET),
              ({"acting_for": ActingFor.COMMISSION, "observable": True}, MET),
              ({"acting_for": ActingFor.INTERNATIONAL_ENTITY, "observable": True}, NOT_MET),
              ({"kind": OperationKind.RECORD, "observable": True}, MET))
    def test_nothing_can_be_observed(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A bureau the source restricts observes nothing; Secretariat and Commission are not bound."""
        assert ruled(self, known) is outcome


class TestSecretariatAnswersAboutRestrictedData:
    """RPD-59."""

    @edges_of({**READING, "restricted_from_reader": True}, ({}, MET), ({"answered_by_secretariat": False}, NOT_MET),
              ({"observable": True}, NOT_MET), ({"answered_by_secretariat": None}, QUESTION),
              ({"observable": None}, QUESTION),
              ({"restricted_from_reader": False}, MET), ({"restricted_from_reader": None}, QUESTION))
    def test_without_revealing(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The Secretariat answers, and the answer gives nothing away."""
        assert ruled(self, known) is outcome


class TestThirdPartiesOnlyWithConsent:
    """RPD-60."""

    @edges_of({"kind": OperationKind.DISCLOSE, "third_party": True, "source_consented": True}, ({}, MET),
              ({"source_consented": False}, NOT_MET), ({"source_consented": None}, QUESTION),
              ({"third_party": False, "source_consented": False}, MET), ({"third_party": None}, QUESTION),
              ({"kind": OperationKind.READ, "source_consented": False}, MET))
    def test_prior_consent(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Nobody outside receives data whose source did not consent beforehand."""
        assert ruled(self, known) is outcome
