"""Statute 29-32 and RPD 18: who may apply, with what papers, and the first answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.facts_commission import SentBy, WorkingLanguage
from article3.terms.finding import Asked, Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

APPLIED = {"sent_by": SentBy.PERSON, "through_portal": True, "reached_another_service": False,
           "written_in_police_files": False, "identity_document": True, "document_unredacted": True,
           "document_shows_name_birth_photo": True, "signed": True, "language": WorkingLanguage.FRENCH,
           "purpose_stated": True, "fee_asked": False, "received_on": date(2026, 10, 31),
           "acknowledged_on": date(2026, 10, 31), "admissibility_answered_on": NOT_YET}


class TestAnyoneMayApplyDirectly:
    """RPD-18-1."""

    @edges_of({**APPLIED, "reached_another_service": True, "passed_to_commission_on": date(2026, 10, 31)}, ({}, MET),
              ({"passed_to_commission_on": NOT_YET}, NOT_MET), ({"passed_to_commission_on": None}, QUESTION),
              ({"passed_to_commission_on": date(2026, 11, 2)}, QUESTION), ({"received_on": None}, QUESTION),
              ({"reached_another_service": False, "passed_to_commission_on": NOT_YET}, MET),
              ({"reached_another_service": None}, QUESTION))
    def test_what_arrives_elsewhere_is_passed_on(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A service that receives an application passes it on the same day."""
        assert ruled(self, known) is outcome


class TestApplicationsStayOutOfPoliceFiles:
    """RPD-18-4."""

    @edges_of(APPLIED, ({}, MET), ({"written_in_police_files": True}, NOT_MET),
              ({"written_in_police_files": None}, QUESTION))
    def test_no_police_file_mentions_it(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The mere fact of an application is nobody's police matter."""
        assert ruled(self, known) is outcome


class TestSentByThePersonOrARepresentative:
    """CCF-29."""

    @edges_of(APPLIED, ({}, MET), ({"through_portal": False}, NOT_MET), ({"through_portal": None}, QUESTION),
              ({"through_portal": False, "received_on": date(2025, 12, 31)}, MET),
              ({"through_portal": False, "received_on": date(2026, 1, 1)}, NOT_MET),
              ({"sent_by": SentBy.SOMEBODY_ELSE}, NOT_MET), ({"sent_by": SentBy.REPRESENTATIVE}, MET),
              ({"sent_by": None}, QUESTION), ({"received_on": None}, QUESTION))
    def test_through_the_portal_since_2026(self, known: dict[str, Any], outcome: Outcome) -> None:
        """A letter received in 2025 is judged under the rule of 2025."""
        assert ruled(self, known) is outcome


class TestIdentityDocument:
    """CCF-30-1."""

    @edges_of(APPLIED, ({}, MET), ({"identity_document": False}, NOT_MET), ({"identity_document": None}, QUESTION),
              ({"document_unredacted": False}, NOT_MET), ({"document_unredacted": None}, QUESTION),
              ({"document_shows_name_birth_photo": False}, NOT_MET),
              ({"document_shows_name_birth_photo": None}, QUESTION))
    def test_unredacted_with_name_birth_and_photograph(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Present, unredacted, and showing all three."""
        assert ruled(self, known) is outcome


class TestPowerOfAttorney:
    """CCF-30-2."""

    @edges_of({**APPLIED, "sent_by": SentBy.REPRESENTATIVE, "power_of_attorney": True}, ({}, MET),
              ({"power_of_attorney": False}, NOT_MET), ({"power_of_attorney": None}, QUESTION),
              ({"sent_by": SentBy.PERSON, "power_of_attorney": False}, MET), ({"sent_by": None}, QUESTION))
    def test_for_representatives(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Only a representative needs one."""
        assert ruled(self, known) is outcome


class TestSignedUnderstoodAndClear:
    """CCF-30-3."""

    @edges_of(APPLIED, ({}, MET), ({"signed": False}, NOT_MET), ({"signed": None}, QUESTION),
              ({"language": WorkingLanguage.OTHER}, NOT_MET), ({"language": WorkingLanguage.ARABIC}, MET),
              ({"language": None}, QUESTION), ({"purpose_stated": False}, NOT_MET),
              ({"purpose_stated": None}, QUESTION))
    def test_each_of_the_three(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Signed, in one of four languages, saying what it wants."""
        assert ruled(self, known) is outcome


class TestProofOfStanding:
    """CCF-30-4."""

    @edges_of({**APPLIED, "sent_by": SentBy.FOR_A_MINOR, "proof_of_standing": True}, ({}, MET),
              ({"proof_of_standing": False}, NOT_MET), ({"proof_of_standing": None}, QUESTION),
              ({"sent_by": SentBy.ENTITY, "proof_of_standing": False}, NOT_MET),
              ({"sent_by": SentBy.PERSON, "proof_of_standing": False}, MET), ({"sent_by": None}, QUESTION))
    def test_for_minors_and_entities(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Whoever speaks for a minor or an entity shows why."""
        assert ruled(self, known) is outcome


class TestNoFee:
    """CCF-30-5."""

    @edges_of(APPLIED, ({}, MET), ({"fee_asked": True}, NOT_MET), ({"fee_asked": None}, QUESTION))
    def test_free_of_charge(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Nobody pays."""
        assert ruled(self, known) is outcome


class TestReceiptIsAcknowledged:
    """CCF-32-1."""

    @edges_of(APPLIED, ({}, MET), ({"acknowledged_on": NOT_YET}, NOT_MET), ({"acknowledged_on": None}, QUESTION),
              ({"acknowledged_on": date(2026, 11, 3)}, QUESTION), ({"received_on": None}, QUESTION))
    def test_as_soon_as_possible(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The same day is as soon as possible; whether three days are, a person says."""
        assert ruled(self, known) is outcome


class TestAdmissibilityWithinAMonth:
    """CCF-32-2."""

    @edges_of(APPLIED, ({"on": date(2026, 11, 30)}, MET), ({"on": date(2026, 12, 1)}, NOT_MET),
              ({"admissibility_answered_on": date(2026, 11, 30)}, MET),
              ({"admissibility_answered_on": date(2026, 12, 1), "on": date(2026, 12, 5)}, NOT_MET),
              ({"admissibility_answered_on": None, "on": date(2026, 12, 1)}, QUESTION),
              ({"received_on": None}, QUESTION))
    def test_a_calendar_month(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Received on 31 October, answered by 30 November, the last day of a month without a 31st."""
        assert ruled(self, known) is outcome

    def test_the_commission_is_asked(self) -> None:
        """Questions about its own files go to the Commission, not to the Secretariat's reviewers."""
        assert judged("CCF-32-2", {**APPLIED, "received_on": None}).asked is Asked.COMMISSION
