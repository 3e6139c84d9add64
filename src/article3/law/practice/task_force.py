"""The task force's first screening: what the files hold on the same person and facts."""

from __future__ import annotations

from datetime import date

from article3.law.provision import Ruling, ask, met, provision
from article3.terms.facts import CommunicationFacts


@provision("NDT-2", reads=("earlier_searched", "earlier_refused_on", "context_signs"))
def first_screening(facts: CommunicationFacts, on: date) -> Ruling:
    """Screening looks for gaps, inconsistencies, context, protection and earlier refused requests."""
    if facts.earlier_searched is None:
        return ask("Were the files searched for earlier requests on this person?", within=("NDT-8",))
    if facts.earlier_refused_on:
        return ask(f"Earlier requests on this person were refused on {', '.join(sorted(facts.earlier_refused_on))}. "
                   "What is different now?".replace("_", " "))
    if facts.context_signs:
        return ask(f"Screening found: {', '.join(facts.context_signs)}. What does it mean here?",
                   within=("RPD-34-3-g",))
    if not facts.earlier_searched:
        return ask("The files were not searched. What do they hold on this person?", within=("NDT-8",))
    return met("Screening found no earlier refusal and no sign in the context.")


@provision("NDT-8", reads=("linked_references", "earlier_searched"))
def same_person_and_facts_are_linked(facts: CommunicationFacts, on: date) -> Ruling:
    """The same person and facts are linked across notices, diffusions and travel-document entries."""
    if len(facts.linked_references) == 1:
        return ask("Another communication seems to be on the same person and facts. Is it?")
    if facts.linked_references:
        return ask(f"{len(facts.linked_references)} communications seem to be on the same person and facts. Are they?")
    if facts.earlier_searched:
        return met("The files hold nothing else on this person and these facts.")
    return ask("What do the files hold on the same person and facts: notices, diffusions, document entries?")
