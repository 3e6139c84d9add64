"""The wanted person is located, and what each side then owes (RPD 87)."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import at_once, together, within, yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, provision, requester
from article3.terms.facts_national import LocationFacts
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET


@provision("RPD-87-a", reads=("located_on", "source_told_on", "secretariat_told_on", "lawful_steps_taken"),
           subject=Subject.LOCATION)
def locating_country_tells_and_acts(facts: LocationFacts, on: date) -> Ruling:
    """The country of location tells source and Secretariat at once and takes the steps its law allows."""
    if facts.located_on is NOT_YET:
        return met("The person is not located.")
    if facts.located_on is None:
        return ask("Was the person located, and on what day?", Asked.OTHER_BUREAU)
    return together(
        at_once("word to the source", since=facts.located_on, done=facts.source_told_on, on=on, of=Asked.OTHER_BUREAU),
        at_once("word to the Secretariat", since=facts.located_on, done=facts.secretariat_told_on, on=on,
                of=Asked.OTHER_BUREAU),
        yes_or_no(facts.lawful_steps_taken, question="Which steps does your law allow, and were they taken?",
                  yes="The steps national law allows were taken.", no="National law allows steps and none was taken.",
                  of=Asked.OTHER_BUREAU))


@provision("RPD-87-b", reads=("source_told_on", "source_reacted_on", "documents_due_on", "documents_sent_on"),
           subject=Subject.LOCATION)
def source_reacts_and_sends_documents(facts: LocationFacts, on: date) -> Ruling:
    """The source reacts at once and sends the documents within the limit that applies."""
    if facts.source_told_on is NOT_YET:
        return met("The source was not told of a location.")
    if facts.source_told_on is None or facts.documents_due_on is None:
        return requester("On what day were you told of the location, and by what day do treaty or law want documents?")
    return together(
        at_once("a reaction of the source", since=facts.source_told_on, done=facts.source_reacted_on, on=on,
                of=Asked.REQUESTER),
        within("the set of extradition papers", due=facts.documents_due_on, done=facts.documents_sent_on, on=on,
               of=Asked.REQUESTER))


@provision("RPD-87-c", reads=("transmission_help_asked", "transmission_help_logged"), subject=Subject.LOCATION)
def secretariat_helps_transmission(facts: LocationFacts, on: date) -> Ruling:
    """The Secretariat helps to transmit the documents when asked."""
    if facts.transmission_help_asked is None:
        return ask("Was the Secretariat asked to help transmit the documents?")
    if not facts.transmission_help_asked:
        return met("Nobody asked the Secretariat to help transmit documents.")
    return yes_or_no(facts.transmission_help_logged, question="What did the Secretariat do to help, and when?",
                     yes="The Secretariat's help is logged.", no="Help was asked for and none is logged.")
