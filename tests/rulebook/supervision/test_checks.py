"""RPD 22(5), 123-124, 127: checks by a plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

PLAN = {"plan_exists": True, "check_every_months": 6, "secretariat_checked_on": date(2026, 5, 24),
        "results_recorded": True,
        "use_checked_on": date(2026, 5, 24), "evaluate_every_months": 12,
        "national_users_evaluated_on": date(2025, 11, 24),
        "bureau_evaluated_on": date(2025, 11, 24)}
LATE = date(2026, 11, 25)


class TestSecretariatMakesSpotChecks:
    """RPD-22-5."""

    @edges_of(PLAN, ({}, MET), ({"on": LATE}, NOT_MET), ({"plan_exists": False}, NOT_MET),
              ({"plan_exists": None}, QUESTION),
              ({"secretariat_checked_on": NOT_YET}, NOT_MET), ({"secretariat_checked_on": None}, QUESTION),
              ({"check_every_months": None}, QUESTION), ({"results_recorded": False}, NOT_MET),
              ({"results_recorded": None}, QUESTION))
    def test_by_a_plan_with_results(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Six months after the last check the next is due; the day after it is overdue."""
        assert ruled(self, known) is outcome


class TestUsersAndBureausAreEvaluated:
    """RPD-123-124."""

    @edges_of(PLAN, ({}, MET), ({"on": LATE}, NOT_MET), ({"bureau_evaluated_on": NOT_YET}, NOT_MET),
              ({"bureau_evaluated_on": None}, QUESTION), ({"national_users_evaluated_on": NOT_YET}, NOT_MET),
              ({"national_users_evaluated_on": None}, QUESTION), ({"evaluate_every_months": None}, QUESTION))
    def test_at_set_intervals(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Both evaluations come round at the interval the plan sets."""
        assert ruled(self, known) is outcome


class TestUseIsSpotChecked:
    """RPD-127."""

    @edges_of(PLAN, ({}, MET), ({"on": LATE}, NOT_MET), ({"use_checked_on": NOT_YET}, NOT_MET),
              ({"use_checked_on": None}, QUESTION), ({"plan_exists": False}, NOT_MET),
              ({"plan_exists": None}, QUESTION))
    def test_samples_of_use(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Use is sampled as often as the plan says."""
        assert ruled(self, known) is outcome
