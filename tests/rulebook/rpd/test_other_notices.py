"""RPD 88-96: blue, green, yellow, black, purple, orange, works of art, special notices."""

from __future__ import annotations

from datetime import date

from article3.terms.communication import PersonStatus
from article3.terms.dates import partial_date
from tests.rulebook.edges import ASKED, MET, NOT_MET, Known, Outcome, edges, finding, ruled

BLUE: Known = {"person_status": PersonStatus.SUSPECT, "charges": ("fraud",), "text": "Where does he live?"}
YELLOW: Known = {"reported_missing": True, "whereabouts_known": False}
BLACK: Known = {"person_status": PersonStatus.UNIDENTIFIED, "event_date": partial_date("2026-02"),
                "event_place": "Xetown"}


class TestBlueForAPersonOfInterestInACriminalCase:
    """RPD-88."""

    @edges(({}, ASKED), (BLUE, MET), ({**BLUE, "person_status": None}, ASKED), ({**BLUE, "text": ""}, ASKED),
           ({**BLUE, "charges": ()}, ASKED), ({**BLUE, "charges": (), "facts_summary": "a fraud case"}, MET),
           *(({**BLUE, "person_status": status}, MET) for status in
             (PersonStatus.CONVICTED, PersonStatus.ACCUSED, PersonStatus.WITNESS, PersonStatus.VICTIM)),
           *(({**BLUE, "person_status": status}, NOT_MET) for status in
             (PersonStatus.MISSING, PersonStatus.UNIDENTIFIED, PersonStatus.POSSIBLE_THREAT)))
    def test_person_case_and_question(self, known: Known, outcome: Outcome) -> None:
        """A person with a part in a criminal case, and what is to be learnt."""
        assert ruled(self, known) is outcome


class TestBlueAfterARefusedRedGoesToDetailedReview:
    """RPD-88-X."""

    @edges(({}, ASKED), ({"earlier_searched": False}, ASKED), ({"earlier_searched": True}, MET),
           ({"earlier_searched": True, "earlier_refused_references": ("r1",)}, ASKED))
    def test_the_same_by_another_door_is_looked_into(self, known: Known, outcome: Outcome) -> None:
        """An earlier refusal is a question; an unsearched file is one too."""
        assert ruled(self, known) is outcome


class TestGreenWarnsOfAnAssessedThreat:
    """RPD-89."""

    @edges(({}, ASKED), ({"threat_assessment": "Police of XA, 2025: likely to offend again"}, ASKED),
           ({"threat_assessment": "likely to offend again", "convictions": True}, MET),
           ({"threat_assessment": "likely to offend again", "convictions": False}, ASKED),
           ({"threat_assessment": "likely to offend again", "facts_summary": "three fraud cases"}, ASKED),
           ({"convictions": True}, ASKED))
    def test_assessment_on_convictions_or_other_grounds(self, known: Known, outcome: Outcome) -> None:
        """An assessment on convictions is enough; on other grounds a person judges whether they are reasonable."""
        assert ruled(self, known) is outcome


class TestYellowForAMissingPerson:
    """RPD-90."""

    @edges(({}, ASKED), (YELLOW, ASKED),
           ({"reported_missing": True}, ASKED), ({"whereabouts_known": False}, ASKED),
           ({"reported_missing": False}, NOT_MET), ({**YELLOW, "whereabouts_known": True}, NOT_MET),
           ({**YELLOW, "minor": True}, MET), ({**YELLOW, "age_years": 17}, MET), ({**YELLOW, "age_years": 18}, ASKED),
           ({**YELLOW, "age_years": 40, "adult_privacy_opposed": False}, MET),
           ({**YELLOW, "age_years": 40, "adult_privacy_opposed": True}, NOT_MET))
    def test_missing_reported_and_privacy(self, known: Known, outcome: Outcome) -> None:
        """Reported, whereabouts unknown, and for adults privacy law not opposed."""
        assert ruled(self, known) is outcome


class TestBlackForAnUnidentifiedBody:
    """RPD-91."""

    @edges(({}, ASKED), (BLACK, MET), ({**BLACK, "event_date": None}, ASKED), ({**BLACK, "event_place": ""}, ASKED),
           ({**BLACK, "person_status": PersonStatus.DECEASED}, MET),
           ({**BLACK, "person_status": PersonStatus.ACCUSED}, NOT_MET))
    def test_found_and_recorded(self, known: Known, outcome: Outcome) -> None:
        """A body, where and when it was recorded."""
        assert ruled(self, known) is outcome


class TestPurpleDescribesAMethod:
    """RPD-92."""

    @edges(({}, ASKED), ({"text": "false floor in a lorry"}, MET), ({"facts_summary": "false floor in a lorry"}, MET))
    def test_a_description(self, known: Known, outcome: Outcome) -> None:
        """A method, object, device or hiding place is described."""
        assert ruled(self, known) is outcome


class TestOrangeWarnsOfAnImminentThreat:
    """RPD-93."""

    @edges(({}, ASKED), ({"text": "letter bombs"}, ASKED), ({"text": "letter bombs", "threat_imminent": True}, MET),
           ({"facts_summary": "letter bombs", "threat_imminent": True}, MET), ({"threat_imminent": True}, ASKED),
           ({"text": "letter bombs", "threat_imminent": False}, NOT_MET))
    def test_described_and_imminent(self, known: Known, outcome: Outcome) -> None:
        """The threat is described and imminent."""
        assert ruled(self, known) is outcome


class TestNoWorksOfArtNoticeAfterItsDeletion:
    """RPD-94."""

    @edges(({"on": date(2025, 11, 26)}, MET), ({"on": date(2025, 11, 27)}, NOT_MET))
    def test_until_article_94_was_deleted(self, known: Known, outcome: Outcome) -> None:
        """The last day and the first day after."""
        assert ruled(self, known) is outcome


class TestSpecialNoticeForASubjectOfUnSanctions:
    """RPD-95."""

    @edges(({}, ASKED), ({"un_reference": "QDi.000"}, MET),
           ({"un_reference": "QDi.000", "person_status": PersonStatus.UN_SANCTIONED}, MET),
           ({"un_reference": "QDi.000", "person_status": PersonStatus.ACCUSED}, NOT_MET))
    def test_a_reference_to_the_list(self, known: Known, outcome: Outcome) -> None:
        """Only a subject of United Nations sanctions, with the list's reference."""
        assert ruled(self, known) is outcome


class TestOtherSpecialNoticesNeedAnAgreement:
    """RPD-96."""

    @edges(({}, ASKED), ({"agreement": "A-7"}, ASKED), ({"agreement": "A-7", "agreement_in_force": True}, MET),
           ({"agreement": "A-7", "agreement_in_force": False}, NOT_MET))
    def test_an_agreement_in_force(self, known: Known, outcome: Outcome) -> None:
        """An agreement is named and in force."""
        assert ruled(self, known) is outcome

    def test_the_reviewer_is_asked_whether_it_is_in_force(self) -> None:
        """The question names the agreement."""
        assert "A-7" in finding("RPD-96", {"agreement": "A-7"}).because
