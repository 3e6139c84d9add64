"""RPD 87: the person is located."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.finding import Asked, Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

DAY = date(2026, 11, 10)
LOCATED = {"located_on": DAY, "source_told_on": DAY, "secretariat_told_on": DAY, "lawful_steps_taken": True,
           "source_reacted_on": DAY, "documents_due_on": date(2026, 11, 24), "documents_sent_on": NOT_YET}


class TestLocatingCountryTellsAndActs:
    """RPD-87-a."""

    @edges_of(LOCATED, ({}, MET), ({"source_told_on": NOT_YET}, NOT_MET),
              ({"source_told_on": date(2026, 11, 11)}, QUESTION),
              ({"secretariat_told_on": NOT_YET}, NOT_MET), ({"secretariat_told_on": None}, QUESTION),
              ({"lawful_steps_taken": False}, NOT_MET), ({"lawful_steps_taken": None}, QUESTION),
              ({"located_on": NOT_YET, "source_told_on": NOT_YET}, MET), ({"located_on": None}, QUESTION))
    def test_tells_both_at_once(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Source and Secretariat hear the same day, and the steps the law allows are taken."""
        assert ruled(self, known) is outcome


class TestSourceReactsAndSendsDocuments:
    """RPD-87-b."""

    @edges_of(LOCATED, ({}, MET), ({"on": date(2026, 11, 25)}, NOT_MET),
              ({"documents_sent_on": date(2026, 11, 24)}, MET),
              ({"on": date(2026, 12, 1), "documents_sent_on": date(2026, 11, 25)}, NOT_MET),
              ({"on": date(2026, 11, 25), "documents_sent_on": None}, QUESTION),
              ({"source_reacted_on": NOT_YET}, NOT_MET), ({"source_reacted_on": None}, QUESTION),
              ({"documents_due_on": None}, QUESTION), ({"source_told_on": NOT_YET}, MET),
              ({"source_told_on": None}, QUESTION))
    def test_at_once_and_within_the_limit(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Papers on the last day are in time; the day after they are late."""
        assert ruled(self, known) is outcome

    def test_the_source_is_asked(self) -> None:
        """The question goes to the requester, who alone knows."""
        assert judged("RPD-87-b", {**LOCATED, "documents_due_on": None}).asked is Asked.REQUESTER


class TestSecretariatHelpsTransmission:
    """RPD-87-c."""

    @edges_of({"transmission_help_asked": True, "transmission_help_logged": True}, ({}, MET),
              ({"transmission_help_logged": False}, NOT_MET), ({"transmission_help_logged": None}, QUESTION),
              ({"transmission_help_asked": False, "transmission_help_logged": False}, MET),
              ({"transmission_help_asked": None}, QUESTION))
    def test_when_asked(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Help that was asked for was given."""
        assert ruled(self, known) is outcome
