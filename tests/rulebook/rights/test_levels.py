"""RPD 112-114: levels of confidentiality."""

from __future__ import annotations

from typing import Any

from article3.terms.communication import Level
from article3.terms.facts_confidentiality import ChangedBy
from article3.terms.finding import Outcome
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, ruled

LOW, MIDDLE, HIGH = Level.OFFICIAL_USE, Level.RESTRICTED, Level.CONFIDENTIAL


class TestOneOfThreeLevels:
    """RPD-112-1."""

    @edges_of({"level": LOW, "stated_by_source": True}, ({}, MET), ({"stated_by_source": False}, MET),
              ({"level": HIGH, "stated_by_source": False}, MET), ({"level": None}, QUESTION),
              ({"stated_by_source": None}, QUESTION))
    def test_stated_or_set(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A level outside the three cannot be written; an unknown one is asked for."""
        assert ruled(self, known) is outcome


class TestOnlyTheOwnerLowers:
    """RPD-112-2."""

    @edges_of({"level_before": MIDDLE, "level": LOW, "changed_by": ChangedBy.OWNER}, ({}, MET),
              ({"changed_by": ChangedBy.SECRETARIAT}, NOT_MET), ({"changed_by": ChangedBy.RECIPIENT}, NOT_MET),
              ({"level": HIGH, "changed_by": ChangedBy.SECRETARIAT}, MET),
              ({"level": HIGH, "changed_by": ChangedBy.RECIPIENT}, NOT_MET),
              ({"level": MIDDLE, "changed_by": ChangedBy.OTHER}, MET), ({"changed_by": None}, QUESTION),
              ({"level_before": None}, QUESTION), ({"level": None}, QUESTION))
    def test_who_may_change(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The Secretariat raises and never lowers; a recipient does neither."""
        assert ruled(self, known) is outcome


class TestRecipientProtectsAsWell:
    """RPD-114."""

    @edges_of({"level": MIDDLE, "recipient_protection": MIDDLE}, ({}, MET), ({"recipient_protection": HIGH}, MET),
              ({"recipient_protection": LOW}, NOT_MET), ({"recipient_protection": None}, QUESTION),
              ({"level": None}, QUESTION))
    def test_at_least_as_well(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Equal protection is enough, weaker is not."""
        assert ruled(self, known) is outcome
