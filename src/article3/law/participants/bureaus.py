"""Bureaus and entities as participants (Constitution 26, 31, 32, 41)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.deadlines import within
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_bureau import BureauFacts
from article3.terms.facts_consultation import ConsultationFacts
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET


@provision("CON-26", reads=("wanted_person_contact", "sender_is_bureau", "recipient_is_bureau"), subject=Subject.BUREAU)
def contacts_run_through_bureaus(facts: BureauFacts, on: date) -> Ruling:
    """Contacts about wanted persons run only through national bureaus."""
    if facts.wanted_person_contact is False:
        return met("The contact is not about a wanted person.")
    ends = (facts.sender_is_bureau, facts.recipient_is_bureau)
    if facts.wanted_person_contact and False in ends:
        return not_met("One end of the contact is neither a bureau nor an entity acting under its agreement.")
    if None in (facts.wanted_person_contact, *ends):
        return ask("Is the contact about a wanted person, and is each end of it a bureau?")
    return met("Both ends of the contact are bureaus.")


@provision("CON-31", reads=("asked_on", "answer_due_on", "answered_on"), subject=Subject.CONSULTATION)
def bureaus_answer(facts: ConsultationFacts, on: date) -> Ruling:
    """A bureau answers requests for information; its silence is measured."""
    if facts.asked_on is NOT_YET:
        return met("The bureau was not asked anything.")
    if facts.asked_on is None or facts.answer_due_on is None:
        return ask("On what day was the bureau asked, and by what day was it to answer?")
    return within(f"the answer to the question of {written(facts.asked_on)}", due=facts.answer_due_on,
                  done=facts.answered_on, on=on, of=Asked.OTHER_BUREAU)


@provision("CON-32", reads=("bureaus_of_country", "international_entity"), subject=Subject.BUREAU)
def one_bureau_a_country(facts: BureauFacts, on: date) -> Ruling:
    """Each country has one National Central Bureau, its only door."""
    if facts.international_entity:
        return met("The participant is an international entity, not a country's bureau.")
    if facts.bureaus_of_country == 1:
        return met("The country has one bureau.")
    if facts.bureaus_of_country is None or facts.international_entity is None:
        return ask("How many bureaus does the register hold for this country, or is it an international entity?")
    return not_met(f"The register holds {facts.bureaus_of_country} bureaus for the country; it must hold one.")


@provision("CON-41", reads=("international_entity", "agreement_approved", "agreement_covers", "agreement_until"),
           subject=Subject.BUREAU)
def entities_act_under_an_agreement(facts: BureauFacts, on: date) -> Ruling:
    """An international entity acts only under an approved agreement, within its scope and while it lasts."""
    if facts.international_entity is False:
        return met("The participant is a national bureau.")
    if facts.international_entity is None:
        return ask("Is the participant an international entity?")
    if facts.agreement_approved is False:
        return not_met("The Assembly approved no agreement with the entity.")
    if facts.agreement_covers is False:
        return not_met("What the entity does lies outside the scope of its agreement.")
    if facts.agreement_until is not None and facts.agreement_until < on:
        return not_met(f"The agreement ended on {written(facts.agreement_until)}.")
    if None in (facts.agreement_approved, facts.agreement_covers, facts.agreement_until):
        return ask("Does an approved agreement in force cover what the entity does, and until when?")
    return met("An approved agreement in force covers what the entity does.")
