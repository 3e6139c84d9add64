"""RPD 82-83(1): purpose and seriousness of a red notice."""

from __future__ import annotations

from datetime import date

import pytest

from article3.terms.communication import Purpose, WantedFor
from article3.terms.finding import Asked
from article3.terms.offences import Matter, OffenceKind
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, charge, edges, finding, ruled

MURDER = charge("murder", OffenceKind.HOMICIDE)
FRAUD = charge("fraud of investors", OffenceKind.FRAUD)
UNREAD = charge("article 205 of the code", OffenceKind.OTHER)
PROSTITUTION = charge("prostitution", OffenceKind.PUBLIC_ORDER, Matter.PROSTITUTION)
PORNOGRAPHY = charge("pornography", OffenceKind.PUBLIC_ORDER, Matter.PORNOGRAPHY)
CUSTODY = charge("removal of own child", OffenceKind.FAMILY_CUSTODY, Matter.CUSTODY)
DEBT = charge("unpaid loan", OffenceKind.PRIVATE_DISPUTE_CHEQUE, Matter.PLAIN_DEBT)
INSULT = charge("insult", OffenceKind.EXTREMISM_SPEECH, Matter.OPINION_PRESS_INSULT)
PROSECUTION: Known = {"wanted_for": WantedFor.PROSECUTION}
SENTENCE: Known = {"wanted_for": WantedFor.SENTENCE}


class TestArrestForExtraditionIsThePurpose:
    """RPD-82."""

    @edges(({}, ASKED),
           ({"purpose": Purpose.WANTED}, ASKED),
           ({"seeks_extradition": True}, ASKED),
           ({"purpose": Purpose.WANTED, "seeks_extradition": True}, MET),
           ({"purpose": Purpose.WANTED, "seeks_extradition": False}, NOT_MET),
           ({"purpose": Purpose.INFORMATION}, NOT_MET),
           ({"purpose": Purpose.WANTED, "seeks_extradition": True, "transfer_of_proceedings": True}, ASKED),
           ({"purpose": Purpose.WANTED, "seeks_extradition": True, "transfer_of_proceedings": False}, MET))
    def test_arrest_for_extradition(self, known: Known, outcome: Outcome) -> None:
        """Wanted, and extradition sought; handing the case to another state reopens the question."""
        assert ruled(self, known) is outcome


class TestSeriousOrdinaryLawCrime:
    """RPD-83-1-a-i."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (FRAUD,)}, ASKED), ({"charged": (UNREAD,)}, ASKED),
           ({"charged": (MURDER, UNREAD)}, ASKED), ({"charged": (MURDER, INSULT)}, ASKED))
    def test_serious_by_nature_or_judged(self, known: Known, outcome: Outcome) -> None:
        """Murder is serious by nature; everything else, and every mixed or unread charge, is judged by a person."""
        assert ruled(self, known) is outcome


class TestNoContestedBehaviouralOrCulturalNorm:
    """RPD-83-1-a-i-A."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (UNREAD,)}, ASKED),
           ({"charged": (PROSTITUTION,), "on": date(2022, 1, 27)}, ASKED),
           ({"charged": (PROSTITUTION,), "on": date(2022, 1, 28)}, NOT_MET),
           ({"charged": (PROSTITUTION, MURDER)}, ASKED),
           ({"charged": (charge("who one is", OffenceKind.OTHER, Matter.IDENTITY_BASED),)}, ASKED),
           ({"charged": (PORNOGRAPHY,)}, ASKED))
    def test_before_the_list_it_was_judged(self, known: Known, outcome: Outcome) -> None:
        """What the list names without exception is excluded since its day; before, and beside others, it is asked."""
        assert ruled(self, known) is outcome


class TestNoFamilyOrPrivateMatter:
    """RPD-83-1-a-i-B."""

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (CUSTODY,)}, ASKED),
           ({"charged": (UNREAD,)}, ASKED),
           ({"family_matter": True}, NOT_MET), ({"family_matter": False, "charged": (CUSTODY,)}, MET))
    def test_a_reader_decides(self, known: Known, outcome: Outcome) -> None:
        """The charge raises the question; what a reader found answers it."""
        assert ruled(self, known) is outcome


class TestNoAdministrativeOffenceOrPrivateDispute:
    """RPD-83-1-a-i-C."""

    NO_LINK: Known = {"private_dispute": True, "serves_serious_crime": False, "organised_crime_link": False}

    @edges(({}, ASKED), ({"charged": (MURDER,)}, MET), ({"charged": (DEBT,)}, ASKED), ({"charged": (FRAUD,)}, ASKED),
           ({"charged": (DEBT, MURDER)}, MET), ({"charged": (UNREAD,)}, ASKED),
           ({"charged": (charge("arson", OffenceKind.PROPERTY_DAMAGE),)}, MET),
           ({"private_dispute": False, "charged": (DEBT,)}, MET),
           ({"private_dispute": True}, ASKED),
           (NO_LINK, NOT_MET),
           ({**NO_LINK, "organised_crime_link": None}, ASKED),
           ({**NO_LINK, "serves_serious_crime": None}, ASKED),
           ({**NO_LINK, "organised_crime_link": True}, MET),
           ({**NO_LINK, "serves_serious_crime": True}, MET))
    def test_excluded_unless_it_serves_serious_or_organised_crime(self, known: Known, outcome: Outcome) -> None:
        """The exclusion, its exception, and the exception not known."""
        assert ruled(self, known) is outcome

    def test_the_exception_is_named_beside_the_rule(self) -> None:
        """A finding lifted by an exception says both."""
        lifted = finding("RPD-83-1-a-i-C", {**self.NO_LINK, "organised_crime_link": True})
        assert "private dispute" in lifted.because and "Exception: " in lifted.because
        assert "organised_crime_link" in lifted.rests_on


class TestPenaltyThresholdForProsecution:
    """RPD-83-1-a-ii-P."""

    @edges(({}, ASKED), (PROSECUTION, ASKED),
           ({**PROSECUTION, "penalty_max_months": 23, "charges_without_penalty": 0}, NOT_MET),
           ({**PROSECUTION, "penalty_max_months": 24, "charges_without_penalty": 0}, MET),
           ({**PROSECUTION, "penalty_max_months": 23, "charges_without_penalty": 1}, ASKED),
           ({**PROSECUTION, "penalty_max_months": 23}, ASKED),
           ({**PROSECUTION, "penalty_max_months": 24, "charges_without_penalty": 1}, MET),
           ({**PROSECUTION, "penalty_worse": "life"}, MET),
           (SENTENCE, MET))
    def test_two_years_or_more(self, known: Known, outcome: Outcome) -> None:
        """At least 24 months, or worse; a charge without a penalty may still reach it."""
        assert ruled(self, known) is outcome


class TestSentenceThreshold:
    """RPD-83-1-a-ii-S."""

    @edges(({}, ASKED), (SENTENCE, ASKED),
           ({**SENTENCE, "sentence_months": 5}, NOT_MET),
           ({**SENTENCE, "sentence_months": 6}, MET),
           ({**SENTENCE, "sentence_months": 60, "remaining_months": 1}, MET),
           ({**SENTENCE, "remaining_months": 5}, ASKED),
           ({**SENTENCE, "remaining_months": 6}, MET),
           ({**SENTENCE, "sentence_months": 5, "remaining_months": 5}, NOT_MET),
           ({**SENTENCE, "sentence_months": 5, "remaining_months": 6}, ASKED),
           (PROSECUTION, MET))
    def test_six_months_imposed_or_remaining(self, known: Known, outcome: Outcome) -> None:
        """Six months in one of the two; what was imposed bounds what remains."""
        assert ruled(self, known) is outcome


class TestOfInterestForInternationalPoliceCooperation:
    """RPD-83-1-a-iii."""

    @edges(({}, ASKED), ({"interest": "leads a network in three countries"}, ASKED))
    def test_a_person_judges(self, known: Known, outcome: Outcome) -> None:
        """Without a text the requester is asked, with one the reviewer."""
        assert ruled(self, known) is outcome

    def test_whom_it_asks(self) -> None:
        """The requester gives the reason, the reviewer judges it."""
        assert finding("RPD-83-1-a-iii", {}).asked is Asked.REQUESTER
        assert finding("RPD-83-1-a-iii", {"interest": "a network"}).asked is Asked.REVIEWER


class TestEachOffenceIsTestedAlone:
    """RPD-83-1-c."""

    @edges(({}, MET), ({"charge_penalties_months": (12,)}, MET),
           ({"charge_penalties_months": (240, 12)}, ASKED), ({"charge_penalties_months": (240, 24)}, MET),
           ({"charge_penalties_months": (240, None)}, MET),
           ({**SENTENCE, "charge_penalties_months": (240, 12)}, MET))
    def test_it_asks_about_offences_below(self, known: Known, outcome: Outcome) -> None:
        """Marked unsure: it asks which offences to publish and refuses none."""
        assert ruled(self, known) is outcome


OVERRIDE: Known = {"override_rules": frozenset({"RPD-83-1-a-ii-P"}), "override_reason": "leads a large network",
                   "override_consulted_on": date(2026, 2, 1), "override_signed_by": ("first", "second")}


class TestOverrideByTwoOfficersOnly:
    """RPD-83-1-b."""

    @edges(({}, MET), (OVERRIDE, MET),
           ({**OVERRIDE, "override_reason": ""}, NOT_MET),
           ({**OVERRIDE, "override_consulted_on": None}, NOT_MET),
           ({**OVERRIDE, "override_signed_by": ("first",)}, NOT_MET),
           ({**OVERRIDE, "override_signed_by": ("first", "first")}, NOT_MET),
           *(({**OVERRIDE, "override_rules": frozenset({rule})}, NOT_MET) for rule in
             ("RPD-83-1-a-iii", "CON-2-1", "CON-3", "ROP-16", "RPD-83-2-b-i")),
           *(({**OVERRIDE, "override_rules": frozenset({rule})}, MET) for rule in
             ("RPD-83-1-a-i", "RPD-83-1-a-i-C", "RPD-83-1-a-ii-S", "LST-C-1")))
    def test_it_is_narrow_and_formal(self, known: Known, outcome: Outcome) -> None:
        """Consultation, a reason, two people; only (i), its list, and (ii)."""
        assert ruled(self, known) is outcome

    BELOW: Known = {**PROSECUTION, "penalty_max_months": 12, "charges_without_penalty": 0}

    @pytest.mark.parametrize(("override", "outcome"), [
        ({}, NOT_MET), (OVERRIDE, MET), ({**OVERRIDE, "override_signed_by": ("first",)}, NOT_MET),
        ({**OVERRIDE, "override_rules": frozenset({"RPD-83-1-a-ii-S"})}, NOT_MET)])
    def test_it_lifts_only_the_rule_it_names(self, override: Known, outcome: Outcome) -> None:
        """A penalty below the threshold stands unless a valid override names that rule."""
        assert finding("RPD-83-1-a-ii-P", {**self.BELOW, **override}).outcome is outcome

    @pytest.mark.parametrize(("rule", "known"), [
        ("RPD-83-1-a-i-A", {"charged": (PROSTITUTION,)}),
        ("RPD-83-1-a-i-B", {"family_matter": True}),
        ("RPD-83-1-a-i-C", TestNoAdministrativeOffenceOrPrivateDispute.NO_LINK),
        ("RPD-83-1-a-ii-S", {**SENTENCE, "sentence_months": 3}),
        ("LST-A-1", {"charged": (PROSTITUTION,)}),
        ("LST-A-2", {"charged": (charge("surrogacy", OffenceKind.FAMILY_CUSTODY, Matter.SURROGACY),)}),
        ("LST-A-3", {"charged": (PORNOGRAPHY,), "child_exploitation": False, "violence_against_persons": False,
                     "organised_crime_link": False}),
        ("LST-A-4", {"charged": (charge("defamation", OffenceKind.PUBLIC_ORDER, Matter.HONOUR),),
                     "serves_serious_crime": False, "organised_crime_link": False}),
        ("LST-A-5", {"charged": (charge("cannabis", OffenceKind.DRUGS, Matter.DRUG_OWN_USE),), "drugs_own_use": True}),
        ("LST-C-1", {"charged": (charge("bad cheque", OffenceKind.PRIVATE_DISPUTE_CHEQUE, Matter.UNFUNDED_CHEQUE),)}),
        ("LST-C-1-OLD", {"charged": (charge("bad cheque", OffenceKind.PRIVATE_DISPUTE_CHEQUE, Matter.UNFUNDED_CHEQUE),),
                         "cheque_total_usd": 900, "cheque_count": 1, "on": date(2021, 5, 4)}),
    ])
    def test_it_reaches_every_rule_under_i_and_ii(self, rule: str, known: Known) -> None:
        """Each rule is not met without it and met with it."""
        assert finding(rule, known).outcome is NOT_MET
        assert finding(rule, {**known, **OVERRIDE, "override_rules": frozenset({rule})}).outcome is MET
