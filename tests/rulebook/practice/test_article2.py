"""Article 2 in practice."""

from __future__ import annotations

from article3.terms.communication import WantedFor
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, edges, finding, ruled

ABSENT: Known = {"in_absentia": True, "notified_of_trial": False, "defended_by_counsel": False,
                 "retrial_available": False}


class TestTortureAndTheDeathPenalty:
    """ROP-16."""

    NONE: Known = {"torture_evidence": False, "torture_risk": False}

    @edges(({}, ASKED), (NONE, MET), ({**NONE, "torture_evidence": True}, NOT_MET),
           ({**NONE, "torture_risk": True}, NOT_MET), ({"torture_evidence": False}, ASKED),
           ({"torture_risk": False}, ASKED),
           ({**NONE, "penalty_worse": "death"}, ASKED),
           ({**NONE, "penalty_worse": "death", "death_penalty_assurance": False}, ASKED),
           ({**NONE, "penalty_worse": "death", "death_penalty_assurance": True}, MET),
           ({**NONE, "penalty_worse": "life"}, MET))
    def test_torture_stops_and_death_asks_for_assurances(self, known: Known, outcome: Outcome) -> None:
        """Tainted evidence or a real risk is not met; the death penalty needs an assurance; silence is asked about."""
        assert ruled(self, known) is outcome


class TestConvictionInAbsentia:
    """ROP-17."""

    @edges(({}, ASKED), ({"in_absentia": False}, MET), ({"wanted_for": WantedFor.PROSECUTION}, MET),
           ({"wanted_for": WantedFor.SENTENCE}, ASKED), ({"in_absentia": True}, ASKED), (ABSENT, NOT_MET),
           ({**ABSENT, "retrial_available": True}, MET),
           ({**ABSENT, "notified_of_trial": True}, ASKED), ({**ABSENT, "defended_by_counsel": True}, ASKED),
           ({**ABSENT, "notified_of_trial": True, "defended_by_counsel": True}, MET),
           ({**ABSENT, "retrial_available": None}, ASKED))
    def test_notice_defence_and_retrial(self, known: Known, outcome: Outcome) -> None:
        """Not fatal: a retrial, or notice with a defence, cures it; only with none of the three is it not met."""
        assert ruled(self, known) is outcome

    def test_without_a_known_conviction_it_is_part_of_the_article_2_question(self) -> None:
        """For a sentence the requester is asked apart."""
        assert finding("ROP-17", {}).within == ("CON-2-1",)
        assert finding("ROP-17", {"wanted_for": WantedFor.SENTENCE}).within == ()


class TestRulingsOfRecognisedBodies:
    """ROP-18."""

    @edges(({}, ASKED), ({"rulings": ("views of a treaty body",)}, ASKED))
    def test_a_ruling_is_weighed_by_a_person(self, known: Known, outcome: Outcome) -> None:
        """A ruling is its own question; without one it is part of the Article 2 question."""
        assert ruled(self, known) is outcome

    def test_a_ruling_stands_alone(self) -> None:
        """The ruling is quoted and not covered by the general answer."""
        asked = finding("ROP-18", {"rulings": ("views of a treaty body",)})
        assert asked.within == () and "views of a treaty body" in asked.because
