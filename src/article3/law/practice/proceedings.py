"""Practice on the proceedings behind a request: private disputes, proceedings that ended, extradition not sought."""

from __future__ import annotations

from datetime import date

from article3.law.charges import CHARGES, named, not_charged, touching
from article3.law.forms import about_an_offence, red_notice, wanted_diffusion
from article3.law.provision import Ruling, ask, met, not_met, provision, requester
from article3.terms.circumstances import ExtraditionGround
from article3.terms.communication import Aim, Colour
from article3.terms.facts import CommunicationFacts
from article3.terms.offences import Matter, OffenceKind

_DISPUTES = frozenset({Matter.PLAIN_DEBT, Matter.CONTRACT_DISPUTE, Matter.UNFUNDED_CHEQUE})
_PROCEDURAL = frozenset({ExtraditionGround.PROCEDURAL, ExtraditionGround.NATIONALITY})


@provision("ROP-15", reads=("private_dispute", "intent_to_deceive", *CHARGES), concerns=about_an_offence)
def private_dispute_shown_as_fraud(facts: CommunicationFacts, on: date) -> Ruling:
    """A private dispute shown as fraud needs an intent to deceive."""
    if facts.intent_to_deceive:
        return met("An intent to deceive is shown.")
    numbers = touching(facts, _DISPUTES, frozenset({OffenceKind.FRAUD, OffenceKind.PRIVATE_DISPUTE_CHEQUE}))
    if not numbers:
        return not_charged(facts, "fraud in a debt, contract or cheque")
    if facts.private_dispute is False:
        return met("The review found no private dispute.")
    if facts.intent_to_deceive is False and facts.private_dispute:
        return not_met(f"{named(numbers, facts)}: a private dispute without intent to deceive.")
    return ask(f"{named(numbers, facts)}: is there a contract, debt or business dispute behind it, and what shows an "
               "intent to deceive from the start?")


@provision("ROP-19", reads=("acquitted", "amnestied", "time_barred", "sentence_served", "same_acts_judged",
                            "transfer_of_proceedings", "proceedings_valid", "warrant_kind", "declarations", "colour",
                            "aim"),
           concerns=about_an_offence)
def proceedings_that_ended(facts: CommunicationFacts, on: date) -> Ruling:
    """Acquittal, an earlier judgment or amnesty ends the purpose; a time bar or a served sentence that of arrest."""
    arrest = facts.colour is Colour.RED or facts.aim is Aim.ARREST
    endings = (("acquittal", facts.acquitted), ("amnesty", facts.amnestied), ("time bar", facts.time_barred and arrest),
               ("sentence served", facts.sentence_served and arrest))
    ended = [words for words, fact in endings if fact]
    if ended:
        return not_met(f"The purpose has ended: {', '.join(ended)}.")
    if facts.same_acts_judged:
        return ask("The same acts were judged. By which court, are the acts the same, and is the judgment final?")
    if facts.transfer_of_proceedings:
        return ask("The case was handed to another state. How did it end there, and what remains for the source?")
    if facts.proceedings_valid or (facts.warrant_kind and "conditions" in facts.declarations):
        return met("The source confirms that the proceedings stand; nothing says that they ended.")
    return requester("Do the proceedings stand: no acquittal, final judgment on the same acts, amnesty or time bar?")


@provision("ROP-20", concerns=red_notice, policy_for=wanted_diffusion,
           reads=("located_on", "extradition_requested", "inaction_reason", "source_informed_on", "source_answered",
                  "seeks_extradition", "declarations"))
def no_extradition_request_after_location(facts: CommunicationFacts, on: date) -> Ruling:
    """When the person's location is known and extradition is not requested, the purpose ends."""
    if facts.extradition_requested:
        return met("Extradition was requested.")
    if facts.located_on is None:
        if facts.seeks_extradition and "extradition" in facts.declarations and facts.extradition_requested is None:
            return met("No location is known; extradition is assured on arrest.")
        return requester("Is the person's location known to the source, and was extradition requested there?")
    if facts.extradition_requested is None:
        return requester(f"The person was located on {facts.located_on}. Was extradition requested, and on what day?")
    if facts.inaction_reason:
        return ask(f"Located on {facts.located_on}, extradition not requested. Is the reason adequate? "
                   f"{facts.inaction_reason}")
    if facts.source_informed_on is None or facts.source_answered is not False:
        return requester(f"The person was located on {facts.located_on}. When was the source told, and why was "
                         "extradition not requested?")
    return not_met(f"Located on {facts.located_on}, the source told on {facts.source_informed_on}; extradition was "
                   "not requested, and asked for a reason the source gave none.")


@provision("NDT-7", reads=("extradition_refused", "extradition_refused_by", "extradition_refusal_grounds",
                           "refusal_addendum_noted"), concerns=red_notice, policy_for=wanted_diffusion)
def refusals_of_extradition_are_noted_and_weighed(facts: CommunicationFacts, on: date) -> Ruling:
    """A refusal of extradition is added as an addendum; its grounds are assessed, the refusal alone decides nothing."""
    if facts.extradition_refused is False:
        return met("No state has refused extradition.")
    if facts.extradition_refused is None:
        return ask("Has a state refused extradition, and on what grounds?", within=("RPD-34-3-d",))
    by = ", ".join(facts.extradition_refused_by) or "a state"
    grounds = ", ".join(sorted(facts.extradition_refusal_grounds)).replace("_", " ")
    if not facts.extradition_refusal_grounds or ExtraditionGround.UNKNOWN in facts.extradition_refusal_grounds:
        return ask(f"Extradition was refused by {by}. On what grounds?")
    if facts.extradition_refusal_grounds <= _PROCEDURAL and facts.refusal_addendum_noted:
        return met(f"Refused by {by} on {grounds}: procedural, and noted as an addendum.")
    noted = "noted as an addendum" if facts.refusal_addendum_noted else "not yet noted as an addendum"
    return ask(f"Extradition was refused by {by} on {grounds} ({noted}). What follows for this request?")
