"""RPD 51-53: deletion before the period ends."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.facts_retention import FurtherKeeping
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, TODAY, edges_of, judged, ruled

ENDED = {"purpose_met_on": date(2026, 11, 1), "basis_gone_on": NOT_YET, "deleted_on": NOT_YET,
         "kept_as": FurtherKeeping.NONE}


class TestSourceDeletesWhenThePurposeIsMet:
    """RPD-51-1."""

    @edges_of(ENDED, ({}, NOT_MET), ({"deleted_on": date(2026, 11, 1)}, MET),
              ({"deleted_on": date(2026, 11, 2)}, QUESTION),
              ({"deleted_on": None}, QUESTION), ({"on": date(2026, 11, 1)}, MET),
              ({"purpose_met_on": NOT_YET}, MET), ({"purpose_met_on": None}, QUESTION),
              ({"purpose_met_on": NOT_YET, "basis_gone_on": date(2026, 10, 1)}, NOT_MET),
              ({"purpose_met_on": NOT_YET, "basis_gone_on": None}, QUESTION),
              ({"basis_gone_on": date(2026, 10, 30), "deleted_on": date(2026, 11, 1)}, QUESTION),
              ({"kept_as": FurtherKeeping.POINTER_ONLY}, MET), ({"kept_as": None}, QUESTION))
    def test_at_once(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The same day is at once, a later day is asked about, no deletion is a breach."""
        assert ruled(self, known) is outcome


class TestSecretariatDeletesAfterConsulting:
    """RPD-51-2."""

    @edges_of({"deleted_by_secretariat": True, "deletion_evidence": "A judgment of acquittal, read 2 November 2026.",
               "source_consulted_on": date(2026, 11, 10), "deleted_on": date(2026, 11, 10)},
              ({}, MET), ({"deleted_on": date(2026, 11, 9)}, NOT_MET), ({"source_consulted_on": NOT_YET}, NOT_MET),
              ({"source_consulted_on": None}, QUESTION), ({"deletion_evidence": None}, QUESTION),
              ({"deleted_on": None}, QUESTION), ({"deleted_on": NOT_YET}, MET),
              ({"deleted_by_secretariat": None}, QUESTION), ({"deleted_by_secretariat": False}, MET))
    def test_consultation_comes_first(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Consulted on the day of deletion is in time, the day after is not; evidence is asked for."""
        assert ruled(self, known) is outcome


class TestFurtherKeepingOnlyInListedCases:
    """RPD-52-53."""

    @edges_of(ENDED, ({}, QUESTION), ({"kept_as": None}, QUESTION), ({"kept_as": FurtherKeeping.CRIMINAL_RECORD}, MET),
              ({"purpose_met_on": NOT_YET}, MET), ({"deleted_on": TODAY}, MET), ({"deleted_on": None}, QUESTION))
    def test_it_asks_and_never_refuses(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The titles of these articles are unchecked: what looks like a breach is only asked."""
        assert ruled(self, known) is outcome
        assert judged("RPD-52-53", known).advisory
