"""RPD 107-111: the register of rights."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

RIGHT = {"personal": True, "granted_on": date(2025, 1, 10), "need": "Reviews wanted-person requests.",
         "registered": True, "reviewed_on": date(2025, 12, 24), "left_post_on": NOT_YET, "removed_on": NOT_YET}


class TestRightsArePersonalAndReviewed:
    """RPD-107-111."""

    @edges_of(RIGHT, ({}, MET), ({"personal": False}, NOT_MET), ({"personal": None}, QUESTION),
              ({"need": ""}, QUESTION),
              ({"registered": False}, NOT_MET), ({"registered": None}, QUESTION),
              ({"on": date(2026, 12, 24)}, MET), ({"on": date(2026, 12, 25)}, NOT_MET),
              ({"reviewed_on": NOT_YET}, NOT_MET), ({"reviewed_on": NOT_YET, "granted_on": date(2026, 1, 1)}, MET),
              ({"reviewed_on": None}, QUESTION), ({"left_post_on": date(2026, 11, 1)}, NOT_MET),
              ({"left_post_on": date(2026, 11, 1), "removed_on": date(2026, 11, 1)}, MET),
              ({"left_post_on": date(2026, 11, 1), "removed_on": date(2026, 11, 3)}, QUESTION),
              ({"left_post_on": None}, QUESTION), ({"granted_on": NOT_YET}, MET),
              ({"removed_on": date(2026, 5, 1), "registered": None}, MET))
    def test_one_officer_one_need_every_year(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Personal, needed, registered, reviewed within twelve months, removed the day the post changes."""
        assert ruled(self, known) is outcome
