"""RPD 80 and the recall of national copies."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

DAY = date(2026, 11, 10)
RECEIVED = {"received_on": DAY, "passed_on_nationally_on": DAY, "results_known": True, "results_reported_on": DAY}
RECALLED = {"removal_asked_on": DAY, "removal_due_on": date(2026, 11, 24), "removal_confirmed_on": NOT_YET,
            "chased_on": NOT_YET}


class TestBureausPassOnAndReport:
    """RPD-80."""

    @edges_of(RECEIVED, ({}, MET), ({"passed_on_nationally_on": NOT_YET}, NOT_MET),
              ({"passed_on_nationally_on": None}, QUESTION),
              ({"results_reported_on": NOT_YET}, NOT_MET), ({"results_reported_on": None}, QUESTION),
              ({"results_known": False, "results_reported_on": NOT_YET}, MET), ({"results_known": None}, QUESTION),
              ({"received_on": NOT_YET}, MET), ({"received_on": None}, QUESTION))
    def test_on_and_back(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Passed on to national services, and results reported back."""
        assert ruled(self, known) is outcome


class TestRemovalIsConfirmedOrChased:
    """NAT-3."""

    @edges_of(RECALLED, ({}, MET), ({"on": date(2026, 11, 25)}, NOT_MET),
              ({"removal_confirmed_on": date(2026, 12, 1)}, MET),
              ({"removal_confirmed_on": None}, QUESTION), ({"removal_due_on": None}, QUESTION),
              ({"removal_asked_on": NOT_YET}, MET), ({"removal_asked_on": None}, QUESTION),
              ({"on": date(2026, 11, 25), "chased_on": date(2026, 11, 25)}, NOT_MET))
    def test_owed_until_confirmed(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Chasing a recipient does not settle what it owes; its confirmation does."""
        assert ruled(self, known) is outcome

    def test_it_says_when_nobody_chased(self) -> None:
        """An overdue removal nobody asked about again is a failing of ours."""
        late = {**RECALLED, "on": date(2026, 11, 25)}
        assert "Nobody has chased it" in judged("NAT-3", late).because
        assert "Nobody has chased it" not in judged("NAT-3", {**late, "chased_on": date(2026, 11, 25)}).because
