"""RPD 97-99: diffusions."""

from __future__ import annotations

import pytest

from article3.terms.circumstances import RefusedOn
from article3.terms.communication import Aim, Channel, PersonStatus
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, edges, finding, ruled

ALL_FOUR = frozenset({"quality", "conditions", "interest", "conformity"})


class TestDiffusionHasAStandardPurpose:
    """RPD-97."""

    @edges(({"channel": Channel.DIFFUSION}, ASKED), *(({"channel": Channel.DIFFUSION, "aim": aim}, MET) for aim in Aim))
    def test_an_aim_of_the_list(self, known: Known, outcome: Outcome) -> None:
        """Every standard purpose is one; none stated is a question."""
        assert ruled(self, known) is outcome


class TestWantedDiffusionConcernsAConvictedOrAccusedPerson:
    """RPD-97-a."""

    @edges(({}, ASKED), ({"person_status": PersonStatus.CONVICTED}, MET),
           ({"person_status": PersonStatus.ACCUSED}, MET),
           ({"person_status": PersonStatus.SUSPECT}, NOT_MET), ({"person_status": PersonStatus.WITNESS}, NOT_MET))
    def test_convicted_or_accused(self, known: Known, outcome: Outcome) -> None:
        """A suspect is not yet accused."""
        assert ruled(self, known) is outcome


class TestDeclarationsBeforeSending:
    """RPD-99-1."""

    @edges(({}, ASKED), ({"declarations": ALL_FOUR}, MET),
           *(({"declarations": ALL_FOUR - {each}}, ASKED) for each in sorted(ALL_FOUR)))
    def test_all_are_needed(self, known: Known, outcome: Outcome) -> None:
        """Each declaration that lacks is asked for."""
        assert ruled(self, known) is outcome


class TestWhyADiffusionAndNotANotice:
    """RPD-99-2."""

    @edges(({}, ASKED), ({"reason_for_diffusion": "limited circulation"}, MET))
    def test_a_reason(self, known: Known, outcome: Outcome) -> None:
        """No reason is a question."""
        assert ruled(self, known) is outcome


class TestNoSideDoorAfterARefusedRedRequest:
    """RPD-99-B."""

    @edges(({}, ASKED), ({"earlier_searched": False}, ASKED), ({"earlier_searched": True}, MET),
           *(({"earlier_refused_on": frozenset({ground})}, NOT_MET) for ground in
             (RefusedOn.ARTICLE_2, RefusedOn.ARTICLE_3, RefusedOn.REFUGEE)),
           ({"earlier_refused_on": frozenset({RefusedOn.OTHER})}, ASKED),
           ({"earlier_refused_on": frozenset({RefusedOn.OTHER, RefusedOn.ARTICLE_3})}, NOT_MET))
    def test_stopped_on_three_grounds(self, known: Known, outcome: Outcome) -> None:
        """Article 2, Article 3 and protection stop it; another ground is asked about."""
        assert ruled(self, known) is outcome

    @pytest.mark.parametrize("ground", [RefusedOn.ARTICLE_3, RefusedOn.REFUGEE])
    def test_the_finding_does_not_say_which_ground(self, ground: RefusedOn) -> None:
        """Whether protection or another ground stopped the first request stays inside."""
        first = finding("RPD-99-B", {"earlier_refused_on": frozenset({ground})})
        second = finding("RPD-99-B", {"earlier_refused_on": frozenset({RefusedOn.ARTICLE_2})})
        assert first.because == second.because
