"""A bureau's own screening, its position, its answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.facts_national import IncomingAnswer
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

SCREENED = {"screened_by": "officer 77", "screened_on": date(2026, 11, 2), "sent_on": date(2026, 11, 2)}
HEARD = {"another_bureau_concerned": True, "position_stated_on": date(2026, 11, 5), "position_before_reviewer": True}
ANSWERED = {"answer": IncomingAnswer.REFUSE, "answer_reason": "No treaty.", "answer_officer": "officer 12",
            "review_on": date(2026, 11, 24)}


class TestRequesterScreensFirst:
    """NAT-4."""

    @edges_of(SCREENED, ({}, MET), ({"screened_on": date(2026, 11, 3)}, NOT_MET), ({"screened_on": NOT_YET}, NOT_MET),
              ({"screened_on": None}, QUESTION), ({"screened_by": ""}, QUESTION), ({"sent_on": None}, QUESTION))
    def test_before_it_sends(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Screened on the day of sending is in time, the day after is not."""
        assert ruled(self, known) is outcome


class TestOtherBureausAreHeard:
    """NAT-5."""

    @edges_of(HEARD, ({}, MET), ({"position_before_reviewer": False}, NOT_MET),
              ({"position_before_reviewer": None}, QUESTION),
              ({"position_stated_on": NOT_YET, "position_before_reviewer": False}, MET),
              ({"position_stated_on": None}, QUESTION),
              ({"another_bureau_concerned": False, "position_before_reviewer": False}, MET),
              ({"another_bureau_concerned": None}, QUESTION))
    def test_what_is_stated_is_read(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A stated position reaches the reviewer."""
        assert ruled(self, known) is outcome


class TestEachAnswerHasReasonOfficerAndReview:
    """NAT-6."""

    @edges_of(ANSWERED, ({}, MET), ({"on": date(2026, 11, 25)}, NOT_MET), ({"answer": None}, QUESTION),
              ({"answer_reason": ""}, QUESTION), ({"answer_officer": None}, QUESTION), ({"review_on": None}, QUESTION))
    def test_until_its_day_of_review(self, known: dict[str, Any], outcome: Outcome) -> None:
        """An answer stands until its day of review and not longer."""
        assert ruled(self, known) is outcome
