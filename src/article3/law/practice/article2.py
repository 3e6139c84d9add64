"""Article 2 in practice: torture, trials in absence, rulings of recognised bodies."""

from __future__ import annotations

from datetime import date

from article3.law.forms import about_an_offence
from article3.law.provision import Ruling, ask, met, not_met, provision
from article3.terms.communication import WantedFor
from article3.terms.facts import CommunicationFacts
from article3.terms.finding import Asked

_ARTICLE_2 = ("CON-2-1",)


@provision("ROP-16", reads=("torture_evidence", "torture_risk", "penalty_worse", "death_penalty_assurance"),
           concerns=about_an_offence)
def torture_and_the_death_penalty(facts: CommunicationFacts, on: date) -> Ruling:
    """Torture-tainted evidence or a real risk of torture is not compliant; the death penalty asks for assurances."""
    if facts.torture_evidence:
        return not_met("Evidence was obtained under torture.")
    if facts.torture_risk:
        return not_met("The person runs a real risk of torture.")
    if facts.penalty_worse == "death" and not facts.death_penalty_assurance:
        return ask("The death penalty is possible. Which assurance was given that it will not be carried out?",
                   Asked.REQUESTER)
    if facts.torture_evidence is None or facts.torture_risk is None:
        return ask("Is any evidence said to be obtained under torture, or does the person risk it?", within=_ARTICLE_2)
    return met("The review found no evidence under torture and no real risk of it.")


@provision("ROP-17", reads=("in_absentia", "wanted_for", "notified_of_trial", "defended_by_counsel",
                            "retrial_available"), concerns=about_an_offence)
def conviction_in_absentia(facts: CommunicationFacts, on: date) -> Ruling:
    """A conviction in absentia is not fatal: notice, defence and a retrial are checked."""
    if facts.in_absentia is False:
        return met("The person was present at the trial, or no trial was held.")
    if facts.in_absentia is None:
        if facts.wanted_for is WantedFor.PROSECUTION:
            return met("The person is wanted for prosecution: there is no conviction to look at.")
        return ask("If there is a conviction: was the person present at the trial?", Asked.REQUESTER,
                   within=() if facts.wanted_for is WantedFor.SENTENCE else _ARTICLE_2)
    if facts.retrial_available:
        return met("Convicted in absentia, and a retrial is available.")
    if facts.notified_of_trial and facts.defended_by_counsel:
        return met("Convicted in absentia after notice of the trial and with a defence by counsel.")
    if (facts.notified_of_trial, facts.defended_by_counsel, facts.retrial_available) == (False, False, False):
        return not_met("Convicted in absentia without notice, without defence and without a right to a retrial.")
    return ask("Convicted in absentia: was the person told of the trial, defended by counsel, and is a retrial "
               "available?", Asked.REQUESTER)


@provision("ROP-18", reads=("rulings",), concerns=about_an_offence, asked=True)
def rulings_of_recognised_bodies(facts: CommunicationFacts, on: date) -> Ruling:
    """An authoritative ruling of a recognised body on the case is given weight."""
    if facts.rulings:
        return ask(f"What follows from: {'; '.join(facts.rulings)}?")
    return ask("Has a recognised body (treaty body, regional court) ruled on this case?", within=_ARTICLE_2)
