"""RPD 34: conformity with the Constitution, and the seven factors a person weighs (never counts)."""

from __future__ import annotations

from datetime import date

from article3.law.forms import declarations_asked
from article3.law.provision import Rule, Ruling, ask, met, provision, requester
from article3.law.worksheet import FACTORS, Factor, sentence
from article3.terms.facts import CommunicationFacts


@provision("RPD-34-1", reads=("declarations", "channel"))
def conformity_confirmed_before_recording(facts: CommunicationFacts, on: date) -> Ruling:
    """Before recording, the source confirms conformity with the Constitution, Article 3 in particular."""
    if "conformity" in facts.declarations:
        return met("The source declares conformity with the Constitution.")
    return requester("Does a named officer of the source confirm conformity with Articles 2 and 3?",
                     within=declarations_asked(facts))


def _asked(factor: Factor) -> Rule:
    def weighed_by_a_person(facts: CommunicationFacts, on: date) -> Ruling:
        return ask(f"{factor.question} {sentence(factor.lines(facts))}")

    weighed_by_a_person.__doc__ = f"{factor.title} is assessed by a person: {factor.question}"
    return weighed_by_a_person


for _factor in FACTORS:
    provision(_factor.rule, reads=_factor.reads, asked=True)(_asked(_factor))


@provision("RPD-34-3-P", reads=(), asked=True)
def predominance_is_stated_with_reasons(facts: CommunicationFacts, on: date) -> Ruling:
    """The decision states which element predominates and why; no automatic score decides."""
    return ask("Which element predominates after the seven factors: ordinary-law crime, or a political, military, "
               "religious or racial one, and why?")
