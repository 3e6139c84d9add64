"""RPD 62, 64, 67, 68: what data are used for."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

USE = {"purpose_matches": True, "other_purpose": False, "national_law_allows": True}
OTHER = {"other_purpose": True, "source_told_on": date(2026, 11, 1), "source_objected": False}
FILE = {"separate": True, "approved_on": date(2026, 1, 5), "opened_on": date(2026, 1, 5), "ends_on": date(2026, 11, 24),
        "closed_on": NOT_YET}


class TestUseMatchesThePurpose:
    """RPD-62."""

    @edges_of(USE, ({}, MET), ({"purpose_matches": False}, NOT_MET), ({"purpose_matches": None}, QUESTION),
              ({"national_law_allows": False}, NOT_MET), ({"national_law_allows": None}, QUESTION),
              ({"other_purpose": True, "purpose_matches": False}, MET), ({"other_purpose": None}, QUESTION))
    def test_purpose_and_national_law(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Both must allow the use; another purpose is judged by its own article."""
        assert ruled(self, known) is outcome


class TestOtherPurposesOnlyWithoutObjection:
    """RPD-64."""

    @edges_of(OTHER, ({}, MET), ({"source_objected": True}, NOT_MET), ({"source_told_on": NOT_YET}, NOT_MET),
              ({"source_told_on": None}, QUESTION), ({"source_objected": None}, QUESTION),
              ({"other_purpose": False, "source_told_on": NOT_YET}, MET), ({"other_purpose": None}, QUESTION))
    def test_told_and_not_objecting(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The source was told and kept from objecting."""
        assert ruled(self, known) is outcome


class TestAdministrativeUseUnderSpecialConditions:
    """RPD-67."""

    @edges_of({"administrative_use": False}, ({}, MET), ({"administrative_use": True}, QUESTION),
              ({"administrative_use": None}, QUESTION))
    def test_it_asks_and_never_refuses(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The text of 2024 is unchecked: administrative use is put to a person."""
        assert ruled(self, known) is outcome
        assert judged("RPD-67", known).advisory


class TestAnalysisFilesAreApartAndEnd:
    """RPD-68."""

    @edges_of(FILE, ({}, MET), ({"on": date(2026, 11, 25)}, NOT_MET),
              ({"on": date(2026, 11, 25), "closed_on": None}, QUESTION),
              ({"on": date(2026, 11, 25), "closed_on": date(2026, 11, 24)}, MET), ({"separate": False}, NOT_MET),
              ({"separate": None}, QUESTION), ({"approved_on": NOT_YET}, NOT_MET),
              ({"approved_on": date(2026, 1, 6)}, NOT_MET),
              ({"approved_on": None}, QUESTION), ({"opened_on": None}, QUESTION), ({"ends_on": None}, QUESTION),
              ({"closed_on": None}, MET))
    def test_separate_approved_and_limited(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Approved on the day of opening is in time; the last day is still within, the next is not."""
        assert ruled(self, known) is outcome
