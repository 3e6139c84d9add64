"""Constitution, Articles 2 and 3."""

from __future__ import annotations

from article3.terms.circumstances import ExtraditionGround
from article3.terms.offences import Matter, OffenceKind
from tests.rulebook.edges import ASKED, Known, Outcome, charge, edges, finding, ruled


class TestSpiritOfTheUniversalDeclaration:
    """CON-2-1."""

    @edges(({}, ASKED), ({"torture_risk": False, "torture_evidence": False}, ASKED))
    def test_a_person_decides_whatever_the_file_shows(self, known: Known, outcome: Outcome) -> None:
        """Article 2 is always determined by a person."""
        assert ruled(self, known) is outcome

    def test_the_question_shows_what_bears_on_it(self) -> None:
        """The lines of evidence stand in the question; silence is named as such."""
        known = {"torture_risk": True, "rulings": ("views of a treaty body",), "in_absentia": True,
                 "extradition_refusal_grounds": frozenset({ExtraditionGround.UNFAIR_TRIAL})}
        asked = finding("CON-2-1", known)
        assert "a real risk of torture" in asked.because and "views of a treaty body" in asked.because
        assert "unfair trial" in asked.because and "in absentia" in asked.because
        assert "no indication found" in finding("CON-2-1", {}).because


class TestNoPoliticalMilitaryReligiousOrRacialCharacter:
    """CON-3."""

    @edges(({}, ASKED), ({"roles": frozenset({"baker"})}, ASKED))
    def test_a_person_decides_whatever_the_file_shows(self, known: Known, outcome: Outcome) -> None:
        """Article 3 is always determined by a person; no score decides."""
        assert ruled(self, known) is outcome

    def test_the_question_shows_matters_roles_and_context(self) -> None:
        """What the file shows stands in the question."""
        asked = finding("CON-3", {"charged": (charge("sedition", OffenceKind.POLITICAL_PURE,
                                                     Matter.TREASON_ESPIONAGE_SEDITION),),
                                  "roles": frozenset({"journalist"}), "context_signs": ("election month",),
                                  "dispute_between_states": True, "positions_of_others": ("protest of QN",)})
        for words in ("treason espionage sedition", "journalist", "election month", "dispute between states",
                      "protest of QN"):
            assert words in asked.because


