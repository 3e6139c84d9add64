"""RPD 35-47: general conditions for recording anything about anybody."""

from __future__ import annotations

from datetime import date

from article3.law.editions import day_of
from article3.law.provision import Ruling, ask, met, not_met, provision, requester
from article3.law.rpd.principles import sensitive_on
from article3.terms.communication import Aim, Colour, PersonStatus, Purpose
from article3.terms.facts import CommunicationFacts

_IDENTIFYING = frozenset({Purpose.WANTED, Purpose.IDENTIFY, Purpose.MISSING, Purpose.FORENSIC})
_NEVER_COERCED = frozenset({PersonStatus.VICTIM, PersonStatus.WITNESS, PersonStatus.DECEASED, PersonStatus.MISSING})


@provision("RPD-35", reads=("cross_border_link", "nationalities", "source", "located_in", "purpose"))
def of_interest_beyond_the_source(facts: CommunicationFacts, on: date) -> Ruling:
    """Data fit a listed purpose and have an international side that others than the source can use."""
    if not facts.cross_border_link and not _abroad(facts):
        return requester("Why can a country other than the source act on this (travel, links, facts abroad)?")
    if facts.purpose is None:
        return requester("Which police purpose does this serve?", within=("RPD-10-1",))
    side = facts.cross_border_link or "the person is a national of, or was found in, another country."
    return met(f"International side: {side}")


def _abroad(facts: CommunicationFacts) -> bool:
    elsewhere = {*facts.nationalities, *((facts.located_in,) if facts.located_in else ())}
    return bool(facts.source) and any(str(country) != str(facts.source) for country in elsewhere)


@provision("RPD-36", reads=("source", "made_on", "purpose", "level", "retention_months", "person_given",
                            "person_status", "charges", "facts_summary", "text"))
def general_minimum_is_there(facts: CommunicationFacts, on: date) -> Ruling:
    """Source, date, purpose, status and link to the event, level and retention are present."""
    about = facts.charges or facts.facts_summary or facts.text
    wanted = (("source", facts.source), ("date", facts.made_on), ("level", facts.level),
              ("retention period", facts.retention_months), ("what it is about", about))
    lacking = [words for words, value in wanted if not value]
    if lacking:
        return requester(f"Please add: {', '.join(lacking)}.")
    if not facts.purpose or (facts.person_given is not False and not facts.person_status):
        return requester("Please add the purpose and the status of the person.", within=("RPD-10-1", "RPD-44"))
    return met("Source, date, purpose, status, level and retention period are stated.")


@provision("RPD-37", reads=("person_given", "family_name", "given_name", "birth_year", "photograph",
                            "identity_document", "dna_profile", "fingerprints", "colour"))
def person_can_be_identified(facts: CommunicationFacts, on: date) -> Ruling:
    """Personal data are enough to identify the person."""
    if facts.person_given is False:
        return met("The communication holds no data of a person.")
    if facts.colour in (Colour.BLACK, Colour.YELLOW) and facts.person_given:
        return met("The communication asks for help to identify; what is known of the person is given.")
    named = facts.family_name and (facts.given_name or facts.birth_year)
    sure = (facts.birth_year, facts.photograph, facts.identity_document, facts.dna_profile, facts.fingerprints)
    if named and any(sure):
        return met("A name with a birth year, photograph, document, DNA profile or fingerprints is given.")
    return requester("What else identifies this person: full name, year of birth, document, photograph?")


@provision("RPD-38-41", reads=("person_status", "minor", "age_years", "colour", "aim"))
def extra_limits_for_the_vulnerable(facts: CommunicationFacts, on: date) -> Ruling:
    """Deceased persons, victims, witnesses and minors have extra limits; nobody coerces a victim or witness."""
    coercive = facts.colour is Colour.RED or facts.aim is Aim.ARREST
    if coercive and facts.person_status in _NEVER_COERCED:
        return not_met(f"Arrest is asked for a person whose status is {facts.person_status}.")
    child = facts.age_years is not None and facts.age_years < 18
    if child and facts.minor is None:
        return requester("The birth dates allow that the person is a minor. Is this a minor?")
    if facts.minor and coercive:
        return ask("Arrest of a minor is asked. Which rules for minors were observed?")
    if facts.person_status is None:
        return requester("Is the person deceased, a victim, a witness or a minor?", within=("RPD-44",))
    return met("No special limit for the deceased, victims, witnesses or minors stands against this.")


@provision("RPD-42", reads=("sensitive_classes", "sensitive_necessity", "purpose"))
def sensitive_data_only_if_strictly_necessary(facts: CommunicationFacts, on: date) -> Ruling:
    """Sensitive data only if strictly necessary, relevant and non-discriminatory."""
    held = sensitive_on(facts, on)
    if not held:
        return met("The file holds no class of data that counts as sensitive on this day.")
    if held == ("biometrics",) and facts.purpose in _IDENTIFYING:
        return met("Only biometric data are held; they serve to identify the person.")
    if not facts.sensitive_necessity:
        return requester(f"Why are the sensitive data ({', '.join(held)}) strictly necessary?")
    return ask(f"Are the sensitive data ({', '.join(held)}) strictly necessary and free of discrimination? The source "
               f"says: {facts.sensitive_necessity}")


@provision("RPD-44", reads=("person_given", "person_status"))
def status_of_the_person_is_set(facts: CommunicationFacts, on: date) -> Ruling:
    """The status of the person is set from the closed list."""
    if facts.person_given is False:
        return met("No person is concerned.")
    if facts.person_status is None:
        return requester("What is the person's status: convicted, accused, suspect, witness, victim, missing, other?")
    return met(f"The status is {facts.person_status.value.replace('_', ' ')}.")


@provision("RPD-47", since=day_of("RPD", "2024"), reads=("public_origin", "public_reliability"))
def public_information_carries_its_origin(facts: CommunicationFacts, on: date) -> Ruling:
    """Entries drawn from publicly available information carry origin and reliability."""
    if not facts.public_origin:
        return met("No entry is said to come from publicly available information.")
    if not facts.public_reliability:
        return ask(f"How reliable is the public source ({facts.public_origin})?")
    return met(f"Public source {facts.public_origin}, reliability {facts.public_reliability}.")
