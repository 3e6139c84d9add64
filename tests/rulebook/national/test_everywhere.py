"""What holds in every country."""

from __future__ import annotations

from typing import Any

from article3.terms.facts_national import LegalValue, Use
from article3.terms.finding import Outcome
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

ARREST = {"use": Use.ARREST, "legal_value": LegalValue.LOCATE_ONLY, "national_warrant": True}


class TestANoticeNeverOrdersArrest:
    """NAT-1."""

    @edges_of({"output_orders_arrest": False}, ({}, MET), ({"output_orders_arrest": True}, NOT_MET),
              ({"output_orders_arrest": None}, QUESTION))
    def test_what_the_screen_says(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The screen says verify, never arrest."""
        assert ruled(self, known) is outcome


class TestEachCountrySetsTheLegalValue:
    """NAT-2."""

    @edges_of(ARREST, ({}, MET), ({"national_warrant": False}, NOT_MET), ({"national_warrant": None}, QUESTION),
              ({"legal_value": LegalValue.PROVISIONAL_ARREST_REQUEST, "national_warrant": False}, MET),
              ({"legal_value": LegalValue.INFORMATION_ONLY, "national_warrant": False}, NOT_MET),
              ({"legal_value": None}, QUESTION),
              ({"use": None}, QUESTION), ({"use": Use.INFORMATION, "legal_value": None}, MET),
              ({"use": Use.PROCEEDINGS, "national_warrant": False}, MET))
    def test_no_arrest_where_the_law_gives_no_basis(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Where a notice is worth information only, an arrest needs a national warrant."""
        assert ruled(self, known) is outcome
