"""The silver pilot."""

from __future__ import annotations

from datetime import date

from article3.terms.communication import Channel, Colour
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, edges, ruled

IN_ORDER: Known = {"silver_participant": True, "silver_quota_left": 12}


class TestSilverWithinThePilot:
    """PIL-SILVER."""

    @edges(({}, ASKED), (IN_ORDER, MET), ({**IN_ORDER, "silver_participant": None}, ASKED),
           ({**IN_ORDER, "silver_participant": False}, NOT_MET), ({**IN_ORDER, "silver_quota_left": None}, ASKED),
           ({**IN_ORDER, "silver_quota_left": 0}, NOT_MET), ({**IN_ORDER, "silver_quota_left": 1}, MET),
           ({**IN_ORDER, "public_extract_consent": True}, NOT_MET),
           ({**IN_ORDER, "public_extract_consent": False}, MET),
           ({**IN_ORDER, "on": date(2024, 12, 31)}, NOT_MET), ({**IN_ORDER, "on": date(2025, 1, 1)}, MET),
           ({**IN_ORDER, "channel": Channel.DIFFUSION, "colour": Colour.SILVER}, MET))
    def test_participant_quota_and_not_public(self, known: Known, outcome: Outcome) -> None:
        """A participant, something left of the quota, nothing public, not before the pilot began."""
        assert ruled(self, known) is outcome
