"""RPD 83(2)(b), 84, 85."""

from __future__ import annotations

from datetime import date

from article3.terms.communication import IssuerType, WantedFor
from article3.terms.dates import partial_date
from article3.terms.finding import Asked
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, edges, finding, ruled

WARRANT: Known = {"warrant_kind": "arrest_warrant", "warrant_number": "12/2025", "warrant_court": "Court of Xetown",
                  "warrant_date": partial_date("2025-04-01")}
EXTRADITION: Known = {"seeks_extradition": True, "declarations": frozenset({"extradition"}),
                      "extradition_authority": "Ministry of Justice of XA"}


class TestFactsSayWhatThisPersonDid:
    """RPD-83-2-b-i."""

    @edges(({}, ASKED),
           ({"individual_role_described": False, "charges": ("murder",), "acts_described": 1}, NOT_MET),
           ({"individual_role_described": True}, MET),
           ({"charges": ("murder",), "acts_described": 1}, MET),
           ({"charges": ("murder", "arson"), "acts_described": 1, "acts_missing": ("charge 2: where",)}, ASKED),
           ({"charges": ("murder",), "acts_described": 0, "facts_summary": "A man was shot."}, ASKED))
    def test_own_acts_with_time_and_place(self, known: Known, outcome: Outcome) -> None:
        """A reader's judgement comes first; then complete acts for every charge; everything less is asked."""
        assert ruled(self, known) is outcome

    def test_what_lacks_is_named_and_whom_it_asks(self) -> None:
        """Gaps go to the requester by name; a summary alone is read by the reviewer."""
        gap = finding("RPD-83-2-b-i", {"charges": ("a", "b"), "acts_described": 1,
                                       "acts_missing": ("charge 2: where",)})
        assert "charge 2: where" in gap.because and gap.asked is Asked.REQUESTER
        summary = finding("RPD-83-2-b-i", {"charges": ("a",), "acts_described": 0, "facts_summary": "A man was shot."})
        assert summary.asked is Asked.REVIEWER


class TestChargesAreGiven:
    """RPD-83-2-b-ii."""

    @edges(({}, ASKED), ({"charges": ("murder",)}, MET))
    def test_no_charge_is_a_question(self, known: Known, outcome: Outcome) -> None:
        """A file without a charge is asked about."""
        assert ruled(self, known) is outcome


class TestLawIsGiven:
    """RPD-83-2-b-iii."""

    LAW: Known = {"charges": ("murder",), "charges_without_law": 0, "law_references": ("Code 100",)}

    @edges(({}, ASKED), (LAW, MET), ({**LAW, "charges_without_law": 1}, ASKED), ({**LAW, "charges": ()}, ASKED),
           ({**LAW, "law_references": ()}, ASKED), ({**LAW, "law_wordings": ("Who kills...",)}, MET))
    def test_an_article_for_every_charge(self, known: Known, outcome: Outcome) -> None:
        """Every charge names its law; the wording is welcome and not required."""
        assert ruled(self, known) is outcome


class TestPenaltyIsGiven:
    """RPD-83-2-b-iv."""

    PROSECUTION: Known = {"wanted_for": WantedFor.PROSECUTION, "charges_without_penalty": 0}
    SENTENCE: Known = {"wanted_for": WantedFor.SENTENCE}

    @edges(({}, ASKED), (PROSECUTION, ASKED), (SENTENCE, ASKED),
           ({**PROSECUTION, "penalty_max_months": 120}, MET), ({**PROSECUTION, "penalty_worse": "life"}, MET),
           ({**PROSECUTION, "penalty_max_months": 120, "charges_without_penalty": 1}, ASKED),
           ({**SENTENCE, "penalty_max_months": 120}, ASKED),
           ({**SENTENCE, "sentence_months": 60}, MET), ({**SENTENCE, "remaining_months": 60}, MET),
           ({**PROSECUTION, "sentence_months": 60}, ASKED))
    def test_what_is_at_stake_is_stated(self, known: Known, outcome: Outcome) -> None:
        """Maximum penalty for prosecution, sentence or remainder for a sentence; a contradiction is asked about."""
        assert ruled(self, known) is outcome

    def test_one_question_for_penalty_and_threshold(self) -> None:
        """When nothing is stated the question on the threshold covers it."""
        assert finding("RPD-83-2-b-iv", self.PROSECUTION).within == ("RPD-83-1-a-ii-P",)
        assert finding("RPD-83-2-b-iv", self.SENTENCE).within == ("RPD-83-1-a-ii-S",)


class TestValidWarrantIsReferenced:
    """RPD-83-2-b-v."""

    @edges(({}, ASKED), (WARRANT, MET), ({**WARRANT, "warrant_number": ""}, MET),
           ({**WARRANT, "warrant_number": "", "warrant_court": ""}, ASKED),
           ({**WARRANT, "warrant_date": None}, ASKED), ({**WARRANT, "warrant_kind": ""}, ASKED),
           ({**WARRANT, "warrant_valid_until": partial_date("2026-03-01")}, NOT_MET),
           ({**WARRANT, "warrant_valid_until": partial_date("2026-03-02")}, MET),
           ({**WARRANT, "warrant_valid_until": partial_date("2026-03")}, MET),
           ({**WARRANT, "warrant_date": partial_date("2026-03-03")}, ASKED),
           ({**WARRANT, "warrant_date": partial_date("2026-03-02")}, MET), ({**WARRANT, "warrant_court": ""}, MET),
           ({"proceedings_valid": True}, MET), ({**WARRANT, "proceedings_valid": False}, NOT_MET))
    def test_in_force_on_the_day(self, known: Known, outcome: Outcome) -> None:
        """A reference is needed; an expired paper or ended proceedings fail, on the last day it still holds."""
        assert ruled(self, known) is outcome


class TestChargesAndFactsAgree:
    """RPD-83-X-1."""

    @edges(({}, ASKED), ({"charges_match_facts": True}, MET), ({"charges_match_facts": False}, NOT_MET),
           ({"charges": ("murder",), "facts_summary": "A man was shot."}, ASKED))
    def test_a_reader_decides(self, known: Known, outcome: Outcome) -> None:
        """Whether the facts show the offences is what a reader says."""
        assert ruled(self, known) is outcome


class TestIssuingAuthorityHadThePower:
    """RPD-84-a."""

    @edges(({}, ASKED), ({"declarations": frozenset({"authority"})}, MET), ({"issuer_competent": True}, MET),
           ({"issuer_competent": False, "declarations": frozenset({"authority"})}, NOT_MET))
    def test_the_power_is_assured(self, known: Known, outcome: Outcome) -> None:
        """An assurance is enough until the contrary is established."""
        assert ruled(self, known) is outcome


class TestExtraditionWillBeSought:
    """RPD-84-b."""

    @edges(({}, ASKED), (EXTRADITION, MET), ({**EXTRADITION, "extradition_authority": ""}, ASKED),
           ({**EXTRADITION, "declarations": frozenset()}, ASKED),
           ({**EXTRADITION, "seeks_extradition": False}, NOT_MET),
           ({**EXTRADITION, "extradition_refused": True}, ASKED),
           ({**EXTRADITION, "extradition_refused": False}, MET), ({**EXTRADITION, "extradition_requested": False}, MET),
           ({**EXTRADITION, "located_on": date(2026, 1, 5), "extradition_requested": False}, ASKED),
           ({**EXTRADITION, "located_on": date(2026, 1, 5), "extradition_requested": True}, MET))
    def test_assured_and_asked_again(self, known: Known, outcome: Outcome) -> None:
        """The assurance names the authority; a refusal, and inaction after location, reopen it."""
        assert ruled(self, known) is outcome


class TestRecourseToAJudge:
    """RPD-84-c."""

    @edges(({}, ASKED), ({"warrant_issuer": IssuerType.JUDGE}, MET), ({"warrant_issuer": IssuerType.PROSECUTOR}, ASKED),
           ({"warrant_issuer": IssuerType.PROSECUTOR, "declarations": frozenset({"recourse"})}, MET),
           ({"warrant_issuer": IssuerType.PROSECUTOR, "recourse_to_judge": True}, MET),
           ({"warrant_issuer": IssuerType.POLICE, "recourse_to_judge": False}, NOT_MET),
           ({"recourse_to_judge": False}, ASKED))
    def test_a_judge_issued_it_or_can_be_reached(self, known: Known, outcome: Outcome) -> None:
        """A judge's warrant needs nothing more; another one needs the way to a judge."""
        assert ruled(self, known) is outcome


class TestAvailableDataAreAdded:
    """RPD-85."""

    @edges(({}, ASKED), ({"photograph": "poor"}, MET), ({"fingerprints": True}, MET), ({"dna_profile": True}, MET),
           ({"identity_document": "P1"}, MET), ({"warrant_copy": "warrant.pdf"}, MET))
    def test_anything_more_is_welcome(self, known: Known, outcome: Outcome) -> None:
        """Nothing added is asked about once."""
        assert ruled(self, known) is outcome
