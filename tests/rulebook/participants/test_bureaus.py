"""Constitution 26, 31, 32, 41: bureaus and entities."""

from __future__ import annotations

from datetime import date
from typing import Any

from article3.terms.finding import Asked, Outcome
from article3.terms.happening import NOT_YET
from tests.rulebook.judging import MET, NOT_MET, QUESTION, edges_of, judged, ruled

CONTACT = {"wanted_person_contact": True, "sender_is_bureau": True, "recipient_is_bureau": True}
ENTITY = {"international_entity": True, "agreement_approved": True, "agreement_covers": True,
          "agreement_until": date(2026, 11, 24)}
ASKED_BUREAU = {"asked_on": date(2026, 11, 1), "answer_due_on": date(2026, 11, 15), "answered_on": NOT_YET}


class TestContactsRunThroughBureaus:
    """CON-26."""

    @edges_of(CONTACT, ({}, MET), ({"sender_is_bureau": False}, NOT_MET), ({"recipient_is_bureau": False}, NOT_MET),
              ({"wanted_person_contact": False, "sender_is_bureau": False}, MET),
              ({"sender_is_bureau": None}, QUESTION),
              ({"wanted_person_contact": None}, QUESTION))
    def test_both_ends(self, known: dict[str, Any], outcome: Outcome) -> None:
        """Both ends of a contact about a wanted person are bureaus."""
        assert ruled(self, known) is outcome


class TestBureausAnswer:
    """CON-31."""

    @edges_of(ASKED_BUREAU, ({"on": date(2026, 11, 15)}, MET), ({"on": date(2026, 11, 16)}, NOT_MET),
              ({"answered_on": date(2026, 11, 15)}, MET), ({"answered_on": date(2026, 11, 16)}, NOT_MET),
              ({"answered_on": None}, QUESTION), ({"answer_due_on": None}, QUESTION), ({"asked_on": NOT_YET}, MET))
    def test_by_the_day_set(self, known: dict[str, Any], outcome: Outcome) -> None:
        """An answer on the last day is in time; silence a day later is measured."""
        assert ruled(self, known) is outcome

    def test_silence_is_measured_in_days(self) -> None:
        """The finding says for how long, and that the other bureau is asked when nobody knows."""
        assert "9 days overdue" in judged("CON-31", ASKED_BUREAU).because
        assert judged("CON-31", {**ASKED_BUREAU, "answered_on": None}).asked is Asked.OTHER_BUREAU


class TestOneBureauACountry:
    """CON-32."""

    @edges_of({"bureaus_of_country": 1, "international_entity": False}, ({}, MET), ({"bureaus_of_country": 0}, NOT_MET),
              ({"bureaus_of_country": 2}, NOT_MET), ({"bureaus_of_country": None}, QUESTION),
              ({"bureaus_of_country": 2, "international_entity": True}, MET))
    def test_exactly_one(self, known: dict[str, Any], outcome: Outcome) -> None:
        """One door a country: not none and not two."""
        assert ruled(self, known) is outcome


class TestEntitiesActUnderAnAgreement:
    """CON-41."""

    @edges_of(ENTITY, ({}, MET), ({"agreement_until": date(2026, 11, 23)}, NOT_MET),
              ({"agreement_approved": False}, NOT_MET), ({"agreement_covers": False}, NOT_MET),
              ({"agreement_until": None}, QUESTION), ({"agreement_covers": None}, QUESTION),
              ({"international_entity": False, "agreement_approved": None}, MET),
              ({"international_entity": None}, QUESTION))
    def test_approved_covering_and_in_force(self, known: dict[str, Any], outcome: Outcome) -> None:
        """The last day of the agreement still carries the entity, the next does not."""
        assert ruled(self, known) is outcome
