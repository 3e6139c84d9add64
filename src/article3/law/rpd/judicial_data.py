"""RPD 83(2)(b), 84, 85: the judicial minimum of a red notice and what the requester assures."""

from __future__ import annotations

from datetime import date

from article3.law.forms import red_notice, wanted_diffusion
from article3.law.provision import Ruling, ask, met, not_met, provision, requester
from article3.terms.communication import IssuerType, WantedFor
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Asked


@provision("RPD-83-2-b-i", reads=("individual_role_described", "charges", "acts_described", "acts_missing",
                                  "facts_summary"), concerns=red_notice, policy_for=wanted_diffusion)
def facts_say_what_this_person_did(facts: CommunicationFacts, on: date) -> Ruling:
    """The facts say clearly what this person did, when and where."""
    if facts.individual_role_described is False:
        return not_met("Whoever read the facts found no clear account of what this person did, when and where.")
    if facts.individual_role_described:
        return met("Whoever read the facts found this person's own acts described, with time and place.")
    if facts.charges and facts.acts_described == len(facts.charges):
        return met("For every charge an act of this person is described with time and place.")
    if facts.acts_missing and facts.acts_described:
        return requester(f"What did this person do, when and where? Not stated: {'; '.join(facts.acts_missing)}.")
    if facts.facts_summary:
        return ask("Does the summary of facts say what this person did, when and where, for each charge?")
    return requester("What did this person do, when, where, and how does it link to the charge?")


@provision("RPD-83-2-b-ii", reads=("charges",), concerns=red_notice, policy_for=wanted_diffusion)
def charges_are_given(facts: CommunicationFacts, on: date) -> Ruling:
    """The charges are given."""
    if not facts.charges:
        return requester("With which offences is the person charged?")
    return met(f"{len(facts.charges)} charged offence(s) stated.")


@provision("RPD-83-2-b-iii", reads=("charges", "charges_without_law", "law_references", "law_wordings"),
           concerns=red_notice, policy_for=wanted_diffusion)
def law_is_given(facts: CommunicationFacts, on: date) -> Ruling:
    """The law covering the offence is given, with its wording if possible."""
    if not facts.charges or facts.charges_without_law or not facts.law_references:
        return requester("Which article of which law covers each charge? Please give its wording if possible.")
    wording = "with wording" if facts.law_wordings else "without wording"
    return met(f"The law is given for every charge, {wording}.")


@provision("RPD-83-2-b-iv", reads=("wanted_for", "penalty_max_months", "penalty_worse", "charges_without_penalty",
                                   "sentence_months", "remaining_months"),
           concerns=red_notice, policy_for=wanted_diffusion)
def penalty_is_given(facts: CommunicationFacts, on: date) -> Ruling:
    """The maximum penalty, the sentence or what remains of it is given."""
    if facts.sentence_months is not None or facts.remaining_months is not None:
        if facts.wanted_for is WantedFor.PROSECUTION:
            return ask("A sentence is stated though the person is wanted for prosecution. Which is right?",
                       Asked.REQUESTER)
        return met("The sentence or what remains of it is stated.")
    stated = facts.penalty_max_months is not None or bool(facts.penalty_worse)
    if stated and not facts.charges_without_penalty and facts.wanted_for is not WantedFor.SENTENCE:
        return met("The maximum penalty is stated for every charge.")
    return requester("Which maximum penalty, sentence or remainder applies?",
                     within=("RPD-83-1-a-ii-S",) if facts.wanted_for is WantedFor.SENTENCE else ("RPD-83-1-a-ii-P",)
                     if not stated or facts.wanted_for is None else ())


@provision("RPD-83-2-b-v", reads=("proceedings_valid", "warrant_kind", "warrant_number", "warrant_date",
                                  "warrant_court", "warrant_valid_until"),
           concerns=red_notice, policy_for=wanted_diffusion)
def valid_warrant_is_referenced(facts: CommunicationFacts, on: date) -> Ruling:
    """A valid arrest warrant or equivalent decision is referenced and has not expired."""
    if facts.proceedings_valid is False:
        return not_met("The proceedings or the warrant no longer stand.")
    if facts.warrant_valid_until is not None and facts.warrant_valid_until.latest < on:
        return not_met(f"The warrant was valid until {facts.warrant_valid_until}.")
    if facts.warrant_date is not None and facts.warrant_date.earliest > on:
        return requester(f"The warrant is dated {facts.warrant_date}, after this day. What is its date?")
    if facts.warrant_kind and facts.warrant_date and (facts.warrant_number or facts.warrant_court):
        which = " ".join(filter(None, (facts.warrant_kind.replace("_", " "), facts.warrant_number)))
        return met(f"{which.capitalize()} of {facts.warrant_date} is referenced.")
    if facts.proceedings_valid:
        return met("The source confirmed that the proceedings and the warrant stand.")
    return requester("Which arrest warrant or equivalent decision is in force: issuer, date, number, validity?")


@provision("RPD-83-X-1", reads=("charges_match_facts", "charges", "facts_summary"), concerns=red_notice,
           policy_for=wanted_diffusion)
def charges_and_facts_agree(facts: CommunicationFacts, on: date) -> Ruling:
    """Charges and facts agree with each other."""
    if facts.charges_match_facts is not None:
        return (met("Whoever read them found that charges and facts agree.") if facts.charges_match_facts
                else not_met("Whoever read them found that the facts do not show the offences charged."))
    if not facts.charges or not facts.facts_summary:
        return ask("Do the facts described show the offences that are charged?", within=("RPD-83-2-b-i",))
    charged = "; ".join(facts.charges)[:200]
    return ask(f"Do these facts show the offences charged ({charged})? {facts.facts_summary[:400]}")


@provision("RPD-84-a", reads=("issuer_competent", "declarations"), concerns=red_notice, policy_for=wanted_diffusion)
def issuing_authority_had_the_power(facts: CommunicationFacts, on: date) -> Ruling:
    """The authority that issued the warrant had the power to issue it."""
    if facts.issuer_competent is False:
        return not_met("The authority that issued the warrant had no power to issue it.")
    if facts.issuer_competent or "authority" in facts.declarations:
        return met("The power of the issuing authority is assured.")
    return requester("Does a named officer assure that the issuing authority had the power to issue the warrant?")


@provision("RPD-84-b", reads=("seeks_extradition", "declarations", "extradition_authority", "extradition_refused",
                              "located_on", "extradition_requested"),
           concerns=red_notice, policy_for=wanted_diffusion)
def extradition_will_be_sought(facts: CommunicationFacts, on: date) -> Ruling:
    """The extradition authority was consulted and extradition will be sought on arrest."""
    if facts.seeks_extradition is False:
        return not_met("The source states that extradition will not be sought.")
    if facts.extradition_refused:
        return requester("Extradition was refused. Will it still be sought elsewhere, and does the authority agree?")
    if facts.located_on is not None and facts.extradition_requested is False:
        return requester(f"The person was located on {facts.located_on} and extradition was not requested. Why?",
                         within=("ROP-20",))
    if "extradition" in facts.declarations and facts.extradition_authority:
        return met(f"Extradition is assured, agreed with {facts.extradition_authority}.")
    return requester("Does a named officer assure, with the name of the extradition authority, that extradition will "
                     "be sought?")


@provision("RPD-84-c", reads=("warrant_issuer", "recourse_to_judge", "declarations"), concerns=red_notice,
           policy_for=wanted_diffusion)
def recourse_to_a_judge(facts: CommunicationFacts, on: date) -> Ruling:
    """If the warrant is not judicial, national law gives recourse to a judge."""
    if facts.warrant_issuer is IssuerType.JUDGE:
        return met("The warrant was issued by a judge.")
    if facts.recourse_to_judge is False and facts.warrant_issuer is not None:
        return not_met("The warrant is not judicial and national law gives no recourse to a judge.")
    if facts.recourse_to_judge or "recourse" in facts.declarations:
        return met("National law gives recourse to a judge.")
    return requester("Did a judge issue the warrant, and if not, which law gives recourse to a judge?")


@provision("RPD-85", reads=("photograph", "fingerprints", "dna_profile", "identity_document", "warrant_copy"),
           concerns=red_notice)
def available_data_are_added(facts: CommunicationFacts, on: date) -> Ruling:
    """The source adds whatever else it has for identification and extradition."""
    possible = (("photograph", facts.photograph), ("fingerprints", facts.fingerprints),
                ("DNA profile", facts.dna_profile), ("identity document", facts.identity_document),
                ("copy of the warrant", facts.warrant_copy))
    given = [words for words, value in possible if value]
    if given:
        return met(f"Added: {', '.join(given)}.")
    return requester("Are a photograph, fingerprints, a document or a copy of the warrant available?")
