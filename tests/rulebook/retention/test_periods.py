"""RPD 49-50: the retention period and its review."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.facts_retention import RetentionAnswer
from article3.terms.finding import Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

PERIOD = {"recorded_on": date(2022, 1, 31), "nominal": True, "expires_on": date(2027, 1, 31),
          "extended_until": NOT_YET, "source_asked_on": NOT_YET, "source_answered_on": NOT_YET, "deleted_on": NOT_YET}


class TestFiveYearsAtMost:
    """RPD-49."""

    @edges_of(PERIOD, ({}, MET), ({"expires_on": date(2024, 1, 1)}, MET), ({"expires_on": date(2027, 2, 1)}, NOT_MET),
              ({"expires_on": date(2042, 1, 1), "nominal": False}, MET), ({"expires_on": None}, QUESTION),
              ({"recorded_on": None}, QUESTION), ({"nominal": None}, QUESTION))
    def test_sixty_months_from_recording(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The last day of the sixtieth month is in time and the next is not; data on no person have another period."""
        assert ruled(self, known) is outcome

    def test_a_leap_day_has_its_anniversary_on_the_last_of_february(self) -> None:
        """Recorded on 29 February 2024, kept until 28 February 2029."""
        leap = {**PERIOD, "recorded_on": date(2024, 2, 29)}
        assert judged("RPD-49", {**leap, "expires_on": date(2029, 2, 28)}).outcome is MET
        too_long = judged("RPD-49", {**leap, "expires_on": date(2029, 3, 1)})
        assert too_long.outcome is NOT_MET
        assert "has no day 29" in too_long.because


class TestSourceIsAskedBeforeTheEnd:
    """RPD-50-1."""

    @edges_of(PERIOD, ({"on": date(2026, 7, 31)}, MET), ({"on": date(2026, 8, 1)}, NOT_MET),
              ({"source_asked_on": date(2026, 7, 31)}, MET), ({"source_asked_on": date(2026, 8, 1)}, NOT_MET),
              ({"source_asked_on": None}, QUESTION), ({"expires_on": None}, QUESTION),
              ({"extended_until": date(2032, 1, 31)}, MET))
    def test_six_months_before_the_end(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Asked on the day six months before is in time, a day later is late; an extension moves the day."""
        assert ruled(self, known) is outcome


class TestExtensionHasAReasonAndAnEnd:
    """RPD-50-2."""

    @edges_of({**PERIOD, "extended_until": date(2032, 1, 31), "extension_reason": "The trial is set for 2029."},
              ({}, MET), ({"extended_until": date(2032, 2, 1)}, NOT_MET), ({"extension_reason": None}, QUESTION),
              ({"extension_reason": ""}, QUESTION), ({"extended_until": NOT_YET, "extension_reason": None}, MET),
              ({"extended_until": None}, QUESTION), ({"expires_on": None}, QUESTION))
    def test_one_more_period_for_a_reason(self, known: dict[str, Any], outcome: Outcome) -> None:
        """One more period of sixty months for a stated reason; not a day longer, and never without the reason."""
        assert ruled(self, known) is outcome


class TestSilenceMeansDeletion:
    """RPD-50-3."""

    @edges_of({**PERIOD, "on": date(2027, 2, 1)}, ({}, NOT_MET), ({"on": date(2027, 1, 31)}, MET),
              ({"deleted_on": date(2027, 1, 31)}, MET), ({"deleted_on": date(2027, 2, 1)}, NOT_MET),
              ({"deleted_on": None}, QUESTION), ({"expires_on": None}, QUESTION),
              ({"source_answered_on": date(2027, 1, 1), "source_answer": RetentionAnswer.DELETE}, NOT_MET),
              ({"source_answered_on": date(2027, 1, 1), "source_answer": RetentionAnswer.KEEP}, NOT_MET),
              ({"extended_until": date(2028, 1, 31)}, MET))
    def test_without_an_extension_the_end_is_the_end(self, known: dict[str, Any], outcome: Outcome) -> None:
        """On the last day data may stay, on the next they must be gone, unless the period was extended."""
        assert ruled(self, known) is outcome

    def test_a_wish_to_keep_is_no_extension(self) -> None:
        """The sentence says what is missing: not the wish but the extension."""
        wished = {**PERIOD, "on": date(2027, 2, 1), "source_answered_on": date(2027, 1, 1),
                  "source_answer": RetentionAnswer.KEEP}
        assert "no extension stands" in judged("RPD-50-3", wished).because
        assert "did not answer" in judged("RPD-50-3", {**PERIOD, "on": date(2027, 2, 1)}).because
