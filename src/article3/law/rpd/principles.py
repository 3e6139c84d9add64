"""RPD 1, 5, 10-12: definitions and principles that hold for every communication."""

from __future__ import annotations

from datetime import date

from article3.law.forms import declarations_asked
from article3.law.parameters import parameter
from article3.law.provision import Ruling, ask, met, not_met, provision, requester
from article3.terms.communication import Aim, Channel, Colour, Purpose
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Asked

_PURPOSES_OF: dict[Colour, frozenset[Purpose]] = {
    Colour.RED: frozenset({Purpose.WANTED}),
    Colour.BLUE: frozenset({Purpose.INFORMATION, Purpose.LOCATE_WITNESS_VICTIM, Purpose.IDENTIFY}),
    Colour.GREEN: frozenset({Purpose.WARNING}),
    Colour.YELLOW: frozenset({Purpose.MISSING, Purpose.IDENTIFY}),
    Colour.BLACK: frozenset({Purpose.IDENTIFY}),
    Colour.ORANGE: frozenset({Purpose.WARNING, Purpose.THREATS_TRENDS}),
    Colour.PURPLE: frozenset({Purpose.THREATS_TRENDS, Purpose.INFORMATION}),
}
"""The police purpose each colour serves; colours that are not here may serve any."""


@provision("RPD-1-18", reads=("sensitive_classes", "sensitive_marked"))
def sensitive_data_are_marked(facts: CommunicationFacts, on: date) -> Ruling:
    """Data on race, opinion, belief, union, health, sex life and, since November 2024, biometrics are sensitive."""
    held = sensitive_on(facts, on)
    if not held:
        return met("The file holds no class of data that counts as sensitive on this day.")
    if facts.sensitive_marked is None:
        return ask(f"Are the sensitive data ({', '.join(held)}) visibly marked?")
    if not facts.sensitive_marked:
        return not_met(f"The file holds sensitive data ({', '.join(held)}) without a visible mark.")
    return met(f"The sensitive data ({', '.join(held)}) are marked.")


def sensitive_on(facts: CommunicationFacts, on: date) -> tuple[str, ...]:
    """The classes of data in the file that count as sensitive on the day."""
    return tuple(sorted(facts.sensitive_classes.intersection(parameter("rpd.sensitive_classes", on))))


@provision("RPD-5", reads=("source", "declarations", "channel"))
def each_source_answers_for_its_entries(facts: CommunicationFacts, on: date) -> Ruling:
    """Each participant answers for the conformity of its own entries with the Constitution."""
    if not facts.source:
        return requester("Which bureau or entity answers for this entry?")
    if "conformity" in facts.declarations:
        return met(f"{facts.source} answers for the entry and declares its conformity.")
    return requester(f"Does {facts.source} answer for the conformity of this entry with the Constitution?",
                     within=declarations_asked(facts))


@provision("RPD-10-1", reads=("purpose",))
def one_explicit_purpose(facts: CommunicationFacts, on: date) -> Ruling:
    """Every record has one explicit purpose."""
    if facts.purpose is None:
        return requester("For which one police purpose is this sent?")
    return met(f"The purpose is given: {_words(facts.purpose)}.")


@provision("RPD-10-2", reads=("purpose", "channel", "colour", "aim"))
def purpose_is_a_police_purpose(facts: CommunicationFacts, on: date) -> Ruling:
    """The purpose is one of the nine police purposes, and the one this kind of communication serves."""
    if facts.purpose is None:
        return requester("Which of the nine police purposes does this serve?", within=("RPD-10-1",))
    serves = _serves(facts)
    if serves is not None and facts.purpose not in serves:
        return ask(f"The purpose given ({_words(facts.purpose)}) is not the one this kind of communication serves. "
                   "What is it for?", Asked.REQUESTER)
    return met(f"{_words(facts.purpose).capitalize()} is a purpose of police co-operation.")


def _serves(facts: CommunicationFacts) -> frozenset[Purpose] | None:
    if facts.channel is Channel.NOTICE_REQUEST and facts.colour is not None:
        return _PURPOSES_OF.get(facts.colour)
    if facts.channel is Channel.DIFFUSION and facts.aim is Aim.ARREST:
        return frozenset({Purpose.WANTED})
    return None


def _words(purpose: Purpose) -> str:
    return purpose.value.replace("_", " ")


@provision("RPD-11-1", reads=("legal_basis", "collecting_authority"))
def authorised_under_the_law_of_the_source(facts: CommunicationFacts, on: date) -> Ruling:
    """Processing is authorised under the law that binds the source."""
    if facts.legal_basis and facts.collecting_authority:
        return met(f"Authorised by {facts.legal_basis}; collected by {facts.collecting_authority}.")
    lacking = [words for words, value in (("the national legal basis", facts.legal_basis),
                                          ("the authority that collected the data", facts.collecting_authority))
               if not value]
    return requester(f"Please name {' and '.join(lacking)}.")


@provision("RPD-11-2", reads=("declarations", "channel"))
def lawful_collection_declared(facts: CommunicationFacts, on: date) -> Ruling:
    """The source declares that collection and entry were lawful."""
    if "quality" in facts.declarations:
        return met("A named officer declares quality and lawful collection.")
    return requester("Does a named officer declare that the data were lawfully collected and entered?",
                     within=declarations_asked(facts))


@provision("RPD-12-1", reads=("source_answered", "disputed_fields", "declarations", "last_verified_on", "made_on"))
def data_are_accurate_and_up_to_date(facts: CommunicationFacts, on: date) -> Ruling:
    """Data are accurate, relevant, not excessive and up to date."""
    if facts.source_answered is False:
        return not_met("The source left questions on these data unanswered; their accuracy is no longer presumed.")
    if facts.disputed_fields:
        return ask(f"These data are disputed: {', '.join(facts.disputed_fields)}. What does the source show for them?",
                   Asked.REQUESTER)
    checked = facts.last_verified_on or (facts.made_on if "quality" in facts.declarations else None)
    if checked is None:
        return requester("Are the data accurate, relevant and up to date, and when were they last checked?")
    if (on - checked).days > parameter("rpd.stale_after_days", on):
        return requester(f"The data were last checked on {checked}. Are they still accurate and up to date?")
    return met(f"The source answers for the data, last checked on {checked}.")
