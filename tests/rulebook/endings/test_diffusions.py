"""RPD 100-101: a source ends its diffusion."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.communication import Channel
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

WITHDRAWN = {"channel": Channel.DIFFUSION, "suspended_on": NOT_YET, "withdrawn_on": date(2026, 11, 1),
             "recipients_told_on": date(2026, 11, 1)}


class TestRecipientsAreToldOfTheEnd:
    """RPD-101."""

    @edges_of(WITHDRAWN, ({}, MET), ({"recipients_told_on": NOT_YET}, NOT_MET),
              ({"recipients_told_on": None}, QUESTION),
              ({"recipients_told_on": date(2026, 11, 2)}, QUESTION), ({"withdrawn_on": NOT_YET}, MET),
              ({"withdrawn_on": None}, QUESTION),
              ({"suspended_on": date(2026, 11, 2), "recipients_told_on": NOT_YET}, NOT_MET),
              ({"suspended_on": date(2026, 10, 1)}, MET), ({"suspended_on": date(2026, 10, 1),
                                                            "recipients_told_on": date(2026, 10, 1)}, NOT_MET))
    def test_every_recipient_at_once(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Recipients hear the same day; word of a suspension is no word of the withdrawal that follows it."""
        assert ruled(self, known) is outcome
