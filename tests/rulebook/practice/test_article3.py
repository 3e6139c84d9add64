"""Article 3 in practice."""

from __future__ import annotations

from datetime import date

from article3.terms.circumstances import MembershipEvidence, SanctionsBasis
from article3.terms.finding import Asked
from article3.terms.offences import Matter, OffenceKind
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, charge, edges, finding, ruled

K, M = OffenceKind, Matter
MURDER = charge("murder", K.HOMICIDE)
UNREAD = charge("article 205", K.OTHER)
FRAUD = charge("fraud of investors", K.FRAUD)
TREASON = charge("treason", K.POLITICAL_PURE, M.TREASON_ESPIONAGE_SEDITION)
INSULT = charge("insulting the head of state", K.POLITICAL_PURE, M.OPINION_PRESS_INSULT)
BANNED = charge("membership of a banned party", K.POLITICAL_PURE, M.BANNED_BODY_MEMBERSHIP)
MEMBER = charge("membership of a terrorist organisation", K.TERRORISM_MEMBERSHIP_OR_PROPAGANDA,
                M.TERRORIST_BODY_MEMBERSHIP)
BOMB = charge("terrorist bombing", K.TERRORISM_VIOLENT_ACT, M.TERRORIST_ACT)
COUP = charge("taking part in a coup", K.POLITICAL_PURE, M.COUP_UNREST)
OFFICE = charge("abuse of office", K.CORRUPTION, M.ACT_OF_OFFICE)
ELECTION = charge("electoral fraud", K.POLITICAL_PURE, M.ELECTION)
DESERTION = charge("desertion", K.MILITARY, M.DESERTION_DISCIPLINE)
BLASPHEMY = charge("blasphemy", K.RELIGIOUS, M.APOSTASY_BLASPHEMY)
IDENTITY = charge("belonging to a people", K.OTHER, M.IDENTITY_BASED)
GENOCIDE = charge("genocide", K.HOMICIDE, M.CORE_INTERNATIONAL_CRIME)
EMBARGO = charge("breach of an embargo", K.TAX_CUSTOMS_ADMIN, M.SANCTIONS_BREACH)


def _as_such(charged: tuple) -> tuple[tuple[Known, Outcome], ...]:
    """The edges of every matter that is excluded as such."""
    return (({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (UNREAD,)}, ASKED),
            ({"charged": (charged,)}, NOT_MET),
            ({"charged": (charged, charged)}, NOT_MET), ({"charged": (charged, MURDER)}, ASKED),
            ({"charged": (MURDER, charged)}, ASKED),
            ({"charged": (charge("genocide", K.OTHER, M.CORE_INTERNATIONAL_CRIME),)}, MET))


class TestTreasonEspionageSedition:
    """ROP-01."""

    @edges(*_as_such(TREASON), ({"charged": (charge("against the state", K.POLITICAL_PURE),)}, ASKED),
           ({"charged": (COUP,)}, MET))
    def test_political_as_such(self, known: Known, outcome: Outcome) -> None:
        """Alone it is not compliant; beside ordinary crime a person weighs; an unnamed charge is asked about."""
        assert ruled(self, known) is outcome


class TestOpinionPressAndInsult:
    """ROP-02."""

    @edges(*_as_such(INSULT), ({"charged": (charge("extremist speech", K.EXTREMISM_SPEECH),)}, ASKED))
    def test_political_as_such(self, known: Known, outcome: Outcome) -> None:
        """Alone it is not compliant; extremism whose nature is not clear is asked about."""
        assert ruled(self, known) is outcome


class TestMembershipOfABannedBody:
    """ROP-03."""

    @edges(*_as_such(BANNED))
    def test_political_as_such(self, known: Known, outcome: Outcome) -> None:
        """Membership of a banned body alone is not compliant."""
        assert ruled(self, known) is outcome


class TestMembershipOfATerroristBody:
    """ROP-04."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (UNREAD,)}, ASKED), ({"charged": (MEMBER,)}, ASKED),
           ({"charged": (MEMBER,), "body_listed_by_un": True}, ASKED),
           ({"charged": (MEMBER,), "membership_evidence": MembershipEvidence.NAME_ON_A_LIST}, NOT_MET),
           ({"charged": (MEMBER,), "membership_evidence": MembershipEvidence.CONCRETE_ACTS}, MET),
           ({"charged": (MEMBER,), "on": date(2003, 11, 18)}, NOT_MET),
           ({"charged": (MEMBER,), "on": date(2003, 11, 19)}, ASKED))
    def test_real_membership_is_shown_by_acts(self, known: Known, outcome: Outcome) -> None:
        """A list of names is not enough; concrete acts are; before November 2003 membership alone was not processed."""
        assert ruled(self, known) is outcome


class TestTerroristActs:
    """ROP-05."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (BOMB,)}, ASKED),
           ({"charged": (BOMB,), "individual_role_described": False}, NOT_MET),
           ({"charged": (BOMB,), "individual_role_described": True}, ASKED))
    def test_individual_acts_are_described(self, known: Known, outcome: Outcome) -> None:
        """No act of this person: not met; with acts a person weighs the link to a conflict."""
        assert ruled(self, known) is outcome


class TestCoupAndUnrest:
    """ROP-06."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (COUP,)}, ASKED),
           ({"charged": (COUP,), "violence_against_persons": False}, NOT_MET),
           ({"charged": (COUP,), "violence_against_persons": True}, ASKED),
           ({"charged": (COUP, MURDER), "violence_against_persons": False}, ASKED))
    def test_violence_is_kept_apart_from_taking_part(self, known: Known, outcome: Outcome) -> None:
        """Taking part as such without violence is not met; violence is weighed."""
        assert ruled(self, known) is outcome


class TestActsOfOfficeOfAPolitician:
    """ROP-07."""

    POLITICIAN: Known = {"roles": frozenset({"politician"}), "charged": (FRAUD,)}

    @edges(({}, ASKED), ({"roles": frozenset({"baker"})}, MET), ({"roles": frozenset({"former_official"})}, ASKED),
           ({"acts_of_office": False, "roles": frozenset({"politician"})}, MET),
           ({"acts_of_office": True}, ASKED),
           ({"acts_of_office": True, "personal_gain": False, "violence_against_persons": False}, NOT_MET),
           ({"acts_of_office": True, "personal_gain": True, "violence_against_persons": False}, ASKED),
           ({"acts_of_office": True, "personal_gain": False, "violence_against_persons": True}, ASKED),
           ({"acts_of_office": True, "personal_gain": False}, ASKED),
           ({"roles": frozenset({"politician"}), "personal_gain": False, "violence_against_persons": False}, ASKED),
           ({"charged": (OFFICE,), "roles": frozenset({"baker"})}, ASKED), ({"charged": (OFFICE,)}, ASKED))
    def test_office_gain_and_violence(self, known: Known, outcome: Outcome) -> None:
        """Acts of office without gain or violence are political; everything else about office is weighed."""
        assert ruled(self, known) is outcome

    def test_an_unknown_role_is_part_of_the_question_on_status(self) -> None:
        """Nobody is asked twice about roles."""
        assert finding("ROP-07", {}).within == ("RPD-34-3-b",)
        assert finding("ROP-07", {"roles": frozenset({"politician"})}).within == ()


class TestElectionOffences:
    """ROP-08."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (UNREAD,)}, ASKED),
           ({"charged": (ELECTION,)}, ASKED))
    def test_gain_or_contest(self, known: Known, outcome: Outcome) -> None:
        """A person keeps fraud for gain apart from contesting results."""
        assert ruled(self, known) is outcome


class TestDesertionAndMilitaryDiscipline:
    """ROP-09."""

    @edges(*_as_such(DESERTION), ({"charged": (charge("military offence", K.MILITARY),)}, ASKED))
    def test_military_as_such(self, known: Known, outcome: Outcome) -> None:
        """Alone it is not compliant; an unnamed military charge is asked about."""
        assert ruled(self, known) is outcome


class TestApostasyBlasphemyProselytism:
    """ROP-10."""

    @edges(*_as_such(BLASPHEMY), ({"charged": (charge("religious offence", K.RELIGIOUS),)}, ASKED))
    def test_religious_as_such(self, known: Known, outcome: Outcome) -> None:
        """Alone it is not compliant; an unnamed religious charge is asked about."""
        assert ruled(self, known) is outcome


class TestRacialOrEthnicCharacter:
    """ROP-11."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (UNREAD,)}, ASKED),
           ({"charged": (IDENTITY,)}, ASKED))
    def test_identity_or_violence(self, known: Known, outcome: Outcome) -> None:
        """A person keeps punishing identity apart from punishing incitement and violence."""
        assert ruled(self, known) is outcome


class TestCoreInternationalCrimesOfAnotherMembersNational:
    """ROP-12."""

    OTHERS: Known = {"charged": (GENOCIDE,), "source": "XA", "nationalities": ("QN",)}

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (GENOCIDE,)}, ASKED), (OTHERS, ASKED),
           ({**OTHERS, "nationalities": (), "objections_asked_on": date(2026, 1, 1)}, ASKED),
           ({**OTHERS, "source_is_tribunal": True}, MET), ({**OTHERS, "nationalities": ("XA",)}, MET),
           ({**OTHERS, "nationalities": ("XA", "QN")}, ASKED),
           ({**OTHERS, "objections": ("QN",)}, NOT_MET),
           ({**OTHERS, "objections_asked_on": date(2026, 1, 31)}, ASKED),
           ({**OTHERS, "objections_asked_on": date(2026, 1, 30)}, MET))
    def test_thirty_days_to_object(self, known: Known, outcome: Outcome) -> None:
        """A tribunal and the requester's own national pass; an objection stops; silence after thirty days passes."""
        assert ruled(self, known) is outcome

    def test_during_the_period_the_other_bureau_is_asked(self) -> None:
        """The question goes to the member whose national the person is."""
        assert finding("ROP-12", {**self.OTHERS, "objections_asked_on": date(2026, 2, 20)}).asked is Asked.OTHER_BUREAU


class TestBreachOfSanctions:
    """ROP-13."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (EMBARGO,)}, ASKED),
           ({"charged": (EMBARGO,), "sanctions_basis": SanctionsBasis.UNITED_NATIONS}, MET),
           ({"charged": (EMBARGO,), "sanctions_basis": SanctionsBasis.OTHER}, ASKED))
    def test_whose_sanctions(self, known: Known, outcome: Outcome) -> None:
        """United Nations sanctions are met; others are weighed for neutrality."""
        assert ruled(self, known) is outcome


class TestEconomicCrimeAgainstOpponentsOrRivals:
    """ROP-14."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (UNREAD,)}, ASKED), ({"charged": (FRAUD,)}, ASKED),
           ({"charged": (FRAUD,), "individual_role_described": True}, ASKED),
           ({"charged": (FRAUD,), "personal_gain": True}, ASKED),
           ({"charged": (FRAUD,), "individual_role_described": True, "personal_gain": True}, MET),
           ({"charged": (FRAUD,), "roles": frozenset({"businessperson"})}, ASKED))
    def test_specific_acts_and_a_gain(self, known: Known, outcome: Outcome) -> None:
        """Both the person's own acts and a gain are needed; else a person looks at rivals and opponents."""
        assert ruled(self, known) is outcome
