"""The task force's first screening and the link detector's answer."""

from __future__ import annotations

from article3.terms.circumstances import RefusedOn
from tests.rulebook.edges import ASKED, MET, Known, Outcome, edges, ruled


class TestFirstScreening:
    """NDT-2."""

    @edges(({}, ASKED), ({"earlier_searched": True}, MET), ({"earlier_searched": False}, ASKED),
           ({"earlier_searched": True, "earlier_refused_on": frozenset({RefusedOn.OTHER})}, ASKED),
           ({"earlier_searched": True, "context_signs": ("unrest",)}, ASKED))
    def test_what_screening_finds_is_asked_about(self, known: Known, outcome: Outcome) -> None:
        """Earlier refusals and signs in the context are questions; a search that found nothing is met."""
        assert ruled(self, known) is outcome


class TestSamePersonAndFactsAreLinked:
    """NDT-8."""

    @edges(({}, ASKED), ({"earlier_searched": False}, ASKED), ({"earlier_searched": True}, MET),
           ({"linked_references": ("r1",)}, ASKED), ({"linked_references": ("r1",), "earlier_searched": True}, ASKED))
    def test_links_are_looked_at_by_a_person(self, known: Known, outcome: Outcome) -> None:
        """A link is a question; an unsearched file is one; a search without a result is met."""
        assert ruled(self, known) is outcome
