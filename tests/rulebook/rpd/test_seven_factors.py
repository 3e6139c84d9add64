"""RPD 34: conformity and the seven factors."""

from __future__ import annotations

import pytest

from article3.law.worksheet import FACTORS, NO_INDICATION, worksheet
from article3.terms.circumstances import ExtraditionGround, RefusedOn, SanctionsBasis
from article3.terms.communication import IssuerType
from article3.terms.facts import CommunicationFacts
from article3.terms.offences import Matter, OffenceKind
from tests.rulebook.edges import ASKED, DAY, MET, Known, Outcome, Subject, charge, edges, finding, record, ruled


class TestConformityConfirmedBeforeRecording:
    """RPD-34-1."""

    @edges(({}, ASKED), ({"declarations": frozenset({"quality"})}, ASKED),
           ({"declarations": frozenset({"conformity"})}, MET))
    def test_the_source_confirms_it(self, known: Known, outcome: Outcome) -> None:
        """Without the declaration of conformity the source is asked."""
        assert ruled(self, known) is outcome


SHOWN: dict[str, tuple[Known, tuple[str, ...]]] = {
    "RPD-34-3-a": ({"charged": (charge("murder", OffenceKind.HOMICIDE, Matter.COUP_UNREST),),
                    "violence_against_persons": True, "personal_gain": False, "acts_of_office": True,
                    "individual_role_described": False, "charges_match_facts": True},
                   ("homicide", "coup unrest", "violence against persons charged", "no personal gain",
                    "acts done in exercise of office", "acts are not described", "charges and facts agree")),
    "RPD-34-3-b": ({"roles": frozenset({"journalist"}), "refugee_status_confirmed": True, "asylum_pending": True},
                   ("journalist", "protection confirmed", "asylum is pending")),
    "RPD-34-3-c": ({"source_body": "security service", "warrant_issuer": IssuerType.SPECIAL_COURT,
                    "measures_on_source": ("supervised entries",), "source_is_tribunal": True,
                    "source_answered": False},
                   ("security service", "special court", "supervised entries", "tribunal", "unanswered")),
    "RPD-34-3-d": ({"extradition_refused": True, "extradition_refused_by": ("QN",),
                    "extradition_refusal_grounds": frozenset({ExtraditionGround.POLITICAL}),
                    "positions_of_others": ("protest of QP",), "objections": ("QO",)},
                   ("extradition refused", "QN", "political", "protest of QP", "objections of QO")),
    "RPD-34-3-e": ({"rulings": ("views of a treaty body",), "immunity": True, "same_acts_judged": True,
                    "sanctions_basis": SanctionsBasis.OTHER, "body_listed_by_un": False},
                   ("treaty body", "immunity", "same acts were judged", "sanctions of: other", "not listed")),
    "RPD-34-3-f": ({"dispute_between_states": True, "objections": ("QO",)}, ("dispute between states", "QO")),
    "RPD-34-3-g": ({"context_signs": ("coup of 2025",), "earlier_refused_on": frozenset({RefusedOn.ARTICLE_3}),
                    "linked_references": ("a", "b")}, ("coup of 2025", "article 3", "2 linked communications")),
}


class _Factor:
    @edges(({}, ASKED))
    def test_it_is_always_asked(self, known: Known, outcome: Outcome) -> None:
        """Nothing known: a question to a reviewer, and never a pass."""
        assert ruled(self, known) is outcome

    def test_it_is_asked_whatever_the_file_shows(self) -> None:
        """Evidence feeds the question and never answers it."""
        rule = (type(self).__doc__ or "").rstrip(".")
        known, lines = SHOWN[rule]
        asked = finding(rule, known)
        assert asked.outcome is ASKED and asked.missing == ()
        for line in lines:
            assert line in asked.because


class TestNatureOfTheOffence(_Factor):
    """RPD-34-3-a."""


class TestStatusOfThePerson(_Factor):
    """RPD-34-3-b."""


class TestIdentityOfTheSource(_Factor):
    """RPD-34-3-c."""


class TestPositionsOfOthers(_Factor):
    """RPD-34-3-d."""


class TestObligationsUnderInternationalLaw(_Factor):
    """RPD-34-3-e."""


class TestNeutrality(_Factor):
    """RPD-34-3-f."""


class TestGeneralContext(_Factor):
    """RPD-34-3-g."""


class TestPredominanceIsStatedWithReasons:
    """RPD-34-3-P."""

    @edges(({}, ASKED))
    def test_a_person_states_it(self, known: Known, outcome: Outcome) -> None:
        """Which element predominates is never computed."""
        assert ruled(self, known) is outcome


class TestWorksheet:
    """The form of RPD 34(3)."""

    def test_silence_of_the_file_is_a_value_of_its_own(self) -> None:
        """A factor without evidence says "no indication found" and names what nobody has told."""
        for sheet in worksheet(CommunicationFacts(), DAY):
            assert sheet.lines == (NO_INDICATION,)
            assert sheet.unknown

    @pytest.mark.parametrize("factor", FACTORS, ids=lambda factor: factor.rule)
    def test_every_factor_shows_each_of_its_facts(self, factor) -> None:
        """With everything told, nothing is left unknown, and each told fact has its line."""
        known, lines = SHOWN[factor.rule]
        sheet = next(each for each in worksheet(record(Subject.COMMUNICATION, known), DAY) if each.rule == factor.rule)
        assert sheet.unknown == ()
        assert all(any(line in shown for shown in sheet.lines) for line in lines)

    def test_it_has_seven_factors_and_no_score(self) -> None:
        """Seven factors; no number anywhere in the form."""
        sheets = worksheet(CommunicationFacts(), DAY)
        assert [sheet.rule[-1] for sheet in sheets] == list("abcdefg")
        assert not any(isinstance(getattr(sheet, name), int | float) for sheet in sheets for name in sheet.__slots__)
