"""RPD 118-119: incidents and restoration."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.facts_incident import Informed
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

INCIDENT = {"found_on": date(2026, 11, 1), "owner_told_on": date(2026, 11, 1),
            "to_be_told": frozenset({Informed.OWNER, Informed.COMMISSION}), "told": frozenset({Informed.COMMISSION})}


class TestIncidentsAreTold:
    """RPD-118."""

    @edges_of(INCIDENT, ({}, MET), ({"owner_told_on": NOT_YET}, NOT_MET),
              ({"told": frozenset({Informed.OWNER})}, NOT_MET),
              ({"told": frozenset()}, QUESTION),
              ({"to_be_told": frozenset({Informed.OWNER}), "told": frozenset()}, MET),
              ({"to_be_told": frozenset()}, QUESTION), ({"owner_told_on": None}, QUESTION),
              ({"owner_told_on": date(2026, 11, 2)}, QUESTION), ({"found_on": None}, QUESTION))
    def test_the_owner_and_whoever_gravity_demands(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The owner at once; how grave it is, and who else must know, a person says."""
        assert ruled(self, known) is outcome

    def test_who_was_forgotten_is_named(self) -> None:
        """The finding names who has not been told."""
        assert "commission" in judged("RPD-118", {**INCIDENT, "told": frozenset({Informed.OWNER})}).because


class TestDataCanBeRestored:
    """RPD-119."""

    @edges_of({"restoration_tested_on": date(2026, 10, 1), "data_lost": True, "restored_on": date(2026, 11, 2)},
              ({}, MET),
              ({"restored_on": NOT_YET}, NOT_MET), ({"restored_on": None}, QUESTION),
              ({"restoration_tested_on": NOT_YET}, NOT_MET), ({"restoration_tested_on": None}, QUESTION),
              ({"data_lost": False, "restored_on": None}, MET), ({"data_lost": None}, QUESTION))
    def test_tested_and_done(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A restoration that was never tried is none."""
        assert ruled(self, known) is outcome
