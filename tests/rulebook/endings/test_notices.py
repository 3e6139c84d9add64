"""RPD 81: suspension, withdrawal, cancellation."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.communication import Channel
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

STANDING = {"channel": Channel.NOTICE_REQUEST, "suspended_on": NOT_YET, "purpose_met": False,
            "depends_on_request": False, "request_finished": False, "legal_basis_stands": True, "still_wanted": True,
            "conditions_hold": True, "withdrawn_on": NOT_YET, "cancelled_on": NOT_YET}
SUSPENDED = {**STANDING, "suspended_on": date(2026, 8, 31), "suspension_reasons": "The court hears an appeal.",
             "suspension_ended_on": NOT_YET}
IDLE = {**STANDING, "source_informed_on": date(2026, 9, 1), "steps_taken": False, "consulted_on": date(2026, 10, 1),
        "answer_due_on": date(2026, 10, 31), "answered_on": date(2026, 10, 20), "reason_adequate": True}


class TestSuspensionSixMonthsAtMost:
    """RPD-81-1."""

    @edges_of(SUSPENDED, ({"on": date(2027, 2, 28)}, MET), ({"on": date(2027, 3, 1)}, NOT_MET),
              ({"suspension_ended_on": date(2027, 2, 28), "on": date(2027, 6, 1)}, MET),
              ({"suspension_ended_on": date(2027, 3, 1), "on": date(2027, 6, 1)}, NOT_MET),
              ({"suspension_ended_on": None, "on": date(2027, 3, 1)}, QUESTION),
              ({"suspension_reasons": ""}, QUESTION), ({"suspended_on": None}, QUESTION),
              ({"suspended_on": NOT_YET}, MET))
    def test_until_the_last_day_of_the_sixth_month(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Suspended on 31 August, it ends on the last of February; reasons are asked for."""
        assert ruled(self, known) is outcome

    def test_the_date_is_explained(self) -> None:
        """The sentence says how the day was counted."""
        assert "February 2027 has no day 31" in judged("RPD-81-1", SUSPENDED).because


class TestSourceWithdraws:
    """RPD-81-2."""

    @edges_of(STANDING, ({}, MET), ({"purpose_met": True}, NOT_MET), ({"legal_basis_stands": False}, NOT_MET),
              ({"still_wanted": False}, NOT_MET), ({"depends_on_request": True, "request_finished": True}, NOT_MET),
              ({"depends_on_request": True}, MET), ({"purpose_met": True, "withdrawn_on": date(2026, 11, 1)}, MET),
              ({"purpose_met": True, "withdrawn_on": None}, QUESTION), ({"purpose_met": None}, QUESTION),
              ({"legal_basis_stands": None}, QUESTION), ({"still_wanted": None}, QUESTION),
              ({"depends_on_request": True, "request_finished": None}, QUESTION))
    def test_four_reasons_to_withdraw(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Each reason alone obliges the source; a withdrawn notice owes nothing; an unknown reason is asked for."""
        assert ruled(self, known) is outcome


class TestCancelledWhenThePurposeIsMet:
    """RPD-81-3-a."""

    @edges_of(STANDING, ({}, MET), ({"purpose_met": True}, NOT_MET), ({"purpose_met": None}, QUESTION),
              ({"purpose_met": True, "cancelled_on": date(2026, 11, 1)}, MET))
    def test_purpose(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A notice whose purpose is met must end."""
        assert ruled(self, known) is outcome


class TestCancelledWhenItsRequestIsFinished:
    """RPD-81-3-b."""

    @edges_of({**STANDING, "depends_on_request": True, "request_finished": True}, ({}, NOT_MET),
              ({"request_finished": False}, MET), ({"request_finished": None}, QUESTION),
              ({"depends_on_request": None}, QUESTION), ({"depends_on_request": False}, MET),
              ({"cancelled_on": date(2026, 11, 1)}, MET), ({"cancelled_on": None}, QUESTION))
    def test_dependency(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A notice that rests on a finished request must end."""
        assert ruled(self, known) is outcome


class TestCancelledWhenConditionsFail:
    """RPD-81-3-c."""

    @edges_of(STANDING, ({}, MET), ({"conditions_hold": False}, NOT_MET), ({"conditions_hold": None}, QUESTION),
              ({"conditions_hold": False, "cancelled_on": date(2026, 11, 1)}, MET))
    def test_conditions(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A notice that no longer meets the conditions must end."""
        assert ruled(self, known) is outcome


class TestCancelledForInaction:
    """RPD-81-3-d."""

    @edges_of(IDLE, ({}, MET), ({"reason_adequate": False}, NOT_MET), ({"reason_adequate": None}, QUESTION),
              ({"reason_adequate": False, "cancelled_on": date(2026, 11, 1)}, MET), ({"steps_taken": True}, MET),
              ({"steps_taken": None}, QUESTION), ({"source_informed_on": NOT_YET}, MET),
              ({"source_informed_on": NOT_YET, "reason_adequate": False}, MET),
              ({"steps_taken": True, "reason_adequate": False}, MET),
              ({"source_informed_on": None}, QUESTION), ({"consulted_on": NOT_YET}, QUESTION),
              ({"answered_on": NOT_YET, "on": date(2026, 10, 31)}, MET),
              ({"answered_on": NOT_YET, "on": date(2026, 11, 1)}, NOT_MET),
              ({"answered_on": None}, QUESTION), ({"answered_on": NOT_YET, "answer_due_on": None}, QUESTION))
    def test_informed_consulted_and_no_adequate_reason(self, known: dict[str, Any], outcome: Outcome) -> None:
        """All three together end a notice: told where the person is, consulted, and no adequate answer in time."""
        assert ruled(self, known) is outcome


def test_a_diffusion_is_not_judged_by_article_81() -> None:
    """Article 81 is about notices; a diffusion has its own article."""
    from article3.law.rulebook import assess
    from article3.law.subjects import Subject, record_of

    facts = record_of(Subject.SUSPENSION)(channel=Channel.DIFFUSION)
    rules = {each.rule for each in assess(facts, date(2026, 11, 24), subject=Subject.SUSPENSION).findings}
    assert rules == {"RPD-101"}
