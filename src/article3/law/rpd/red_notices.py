"""RPD 82-83(1): what a red notice is for, and the seriousness the offence must have."""

from __future__ import annotations

from datetime import date

from article3.law.charges import CHARGES, named, not_charged, nothing_else, touching, unread
from article3.law.forms import red_notice, wanted_diffusion
from article3.law.parameters import parameter
from article3.law.provision import Ruling, ask, exception_to, met, not_met, provision, requester
from article3.terms.communication import Purpose, WantedFor
from article3.terms.facts import CommunicationFacts
from article3.terms.offences import Matter, OffenceKind

SERIOUS = frozenset({OffenceKind.HOMICIDE, OffenceKind.ASSAULT, OffenceKind.KIDNAPPING, OffenceKind.HUMAN_TRAFFICKING,
                     OffenceKind.SEXUAL_OFFENCE, OffenceKind.CHILD_ABUSE, OffenceKind.ROBBERY_THEFT, OffenceKind.DRUGS,
                     OffenceKind.WEAPONS, OffenceKind.ORGANISED_CRIME_MEMBERSHIP, OffenceKind.TERRORISM_VIOLENT_ACT})
"""Kinds that are serious ordinary-law crimes by their nature, unless a matter of concern stands in the charge."""

CONTESTED_NORMS = frozenset({Matter.PROSTITUTION, Matter.SURROGACY, Matter.PORNOGRAPHY, Matter.HONOUR,
                             Matter.DRUG_OWN_USE, Matter.ADULTERY_BIGAMY, Matter.APOSTASY_BLASPHEMY,
                             Matter.IDENTITY_BASED})
FAMILY = frozenset({Matter.CUSTODY, Matter.CHILD_SUPPORT, Matter.INHERITANCE, Matter.ADULTERY_BIGAMY})
PRIVATE_OR_ADMINISTRATIVE = frozenset({Matter.UNFUNDED_CHEQUE, Matter.PLAIN_DEBT, Matter.CONTRACT_DISPUTE,
                                       Matter.LABOUR, Matter.TRAFFIC_RULES, Matter.RESIDENCE_RULES,
                                       Matter.MINOR_TAX_CUSTOMS})
_PRIVATE_KINDS = frozenset({OffenceKind.PRIVATE_DISPUTE_CHEQUE, OffenceKind.TAX_CUSTOMS_ADMIN,
                            OffenceKind.IMMIGRATION_DOCUMENT, OffenceKind.FRAUD})
_CONTESTED_KINDS = frozenset({OffenceKind.PUBLIC_ORDER, OffenceKind.FAMILY_CUSTODY})


@provision("RPD-82", reads=("purpose", "seeks_extradition", "transfer_of_proceedings"), concerns=red_notice,
           policy_for=wanted_diffusion)
def arrest_for_extradition_is_the_purpose(facts: CommunicationFacts, on: date) -> Ruling:
    """The purpose is to find a wanted person and have them arrested or restricted for extradition or the like."""
    if facts.purpose not in (Purpose.WANTED, None):
        return not_met(f"The purpose given is {facts.purpose.value.replace('_', ' ')}, not arrest for extradition.")
    if facts.seeks_extradition is False:
        return not_met("The source does not seek extradition, surrender or a similar lawful action.")
    if facts.transfer_of_proceedings:
        return ask("The case was handed to another state. What arrest for extradition is still sought?")
    if facts.seeks_extradition is None or facts.purpose is None:
        return requester("Is the person to be found and arrested for extradition, surrender or similar lawful action?")
    return met("The person is sought for arrest and extradition.")


@provision("RPD-83-1-a-i", reads=CHARGES, concerns=red_notice, policy_for=wanted_diffusion)
def serious_ordinary_law_crime(facts: CommunicationFacts, on: date) -> Ruling:
    """The offence is a serious crime under ordinary law."""
    serious = touching(facts, frozenset(), SERIOUS)
    doubtful = any(facts.charge_matters)
    if serious and not doubtful and not unread(facts):
        return met(f"{named(serious, facts)}: serious ordinary-law crime by its nature.")
    if not facts.charges:
        return requester("With which offences is the person charged?", within=("RPD-83-2-b-ii",))
    return ask("Is the offence, on these facts, a serious crime under ordinary law? "
               f"{named(tuple(range(1, len(facts.charges) + 1)), facts)}.")


@provision("RPD-83-1-a-i-A", reads=CHARGES, concerns=red_notice, policy_for=wanted_diffusion)
def no_contested_behavioural_or_cultural_norm(facts: CommunicationFacts, on: date) -> Ruling:
    """The offence does not rest on contested norms of behaviour or culture."""
    numbers = touching(facts, CONTESTED_NORMS)
    if not numbers:
        return not_charged(facts, "offences that rest on contested norms of behaviour or culture")
    listed = frozenset(Matter(each) for each in parameter("lists.category_a_decided_by_charge", on))
    if nothing_else(facts, listed, _CONTESTED_KINDS):
        return not_met(f"{named(numbers, facts)}: conduct on category A of the list in force.")
    return ask(f"{named(numbers, facts)}: is this conduct punished only under contested norms of behaviour or culture?")


@provision("RPD-83-1-a-i-B", reads=("family_matter", *CHARGES), concerns=red_notice, policy_for=wanted_diffusion)
def no_family_or_private_matter(facts: CommunicationFacts, on: date) -> Ruling:
    """The offence is not a family or private matter."""
    if facts.family_matter is not None:
        return (not_met("The review found a family or private matter.") if facts.family_matter
                else met("The review found that this is no family or private matter."))
    numbers = touching(facts, FAMILY, frozenset({OffenceKind.FAMILY_CUSTODY}))
    if not numbers:
        return not_charged(facts, "family or private matters")
    return ask(f"{named(numbers, facts)}: is this a family or private matter? Which courts decided on it, and where?")


@provision("RPD-83-1-a-i-C", reads=("private_dispute", *CHARGES), concerns=red_notice, policy_for=wanted_diffusion)
def no_administrative_offence_or_private_dispute(facts: CommunicationFacts, on: date) -> Ruling:
    """The offence is not administrative and does not come from a private dispute."""
    if facts.private_dispute is not None:
        return (not_met("The review found a private dispute or an administrative matter.") if facts.private_dispute
                else met("The review found neither a private dispute nor an administrative matter."))
    numbers = touching(facts, PRIVATE_OR_ADMINISTRATIVE, _PRIVATE_KINDS)
    if not numbers:
        return not_charged(facts, "administrative offences or private disputes")
    if touching(facts, frozenset(), SERIOUS):
        return met(f"{named(numbers, facts)} stands beside charges of serious crime.")
    return ask(f"{named(numbers, facts)}: does this come from a private or business dispute, or is it an "
               "administrative matter?")


@exception_to("RPD-83-1-a-i-C", rule="RPD-83-1-a-i-C", reads=("serves_serious_crime", "organised_crime_link"))
def serves_serious_or_organised_crime(facts: CommunicationFacts, on: date) -> Ruling:
    """Unless the offence helps a serious crime or is suspected of links with organised crime."""
    if facts.serves_serious_crime or facts.organised_crime_link:
        return met("It served a serious crime or is suspected of links with organised crime.")
    if facts.serves_serious_crime is None or facts.organised_crime_link is None:
        return ask("Did it help a serious crime, or is a link with organised crime suspected, and on what evidence?")
    return not_met("It served no serious crime and no link with organised crime is suspected.")


@provision("RPD-83-1-a-ii-P", reads=("wanted_for", "penalty_worse", "penalty_max_months", "charges_without_penalty"),
           concerns=red_notice, policy_for=wanted_diffusion)
def penalty_threshold_for_prosecution(facts: CommunicationFacts, on: date) -> Ruling:
    """Sought for prosecution: the offence carries at least two years of deprivation of liberty, or worse."""
    if facts.wanted_for is WantedFor.SENTENCE:
        return met("The person is sought to serve a sentence, not for prosecution.")
    if facts.wanted_for is None:
        return requester("Is the person wanted for prosecution or to serve a sentence, and which penalty is at stake?")
    if facts.penalty_worse:
        return met(f"The penalty can be {facts.penalty_worse}.")
    least, most = parameter("red_notice.penalty_min_months", on), facts.penalty_max_months
    if most is not None and most >= least:
        return met(f"Maximum penalty {most} month{'s' if most != 1 else ''}; at least {least} needed.")
    if most is None or facts.charges_without_penalty != 0:
        return requester("What is the maximum penalty for each charge?")
    return not_met(f"Maximum penalty {most} month{'s' if most != 1 else ''}; at least {least} needed.")


@provision("RPD-83-1-a-ii-S", reads=("wanted_for", "sentence_months", "remaining_months"), concerns=red_notice,
           policy_for=wanted_diffusion)
def sentence_threshold(facts: CommunicationFacts, on: date) -> Ruling:
    """Sought to serve a sentence: at least six months were imposed or at least six months remain."""
    if facts.wanted_for is WantedFor.PROSECUTION:
        return met("The person is sought for prosecution, not to serve a sentence.")
    if facts.wanted_for is None:
        return requester("If a sentence is to be served, how long is it and how much remains?",
                         within=("RPD-83-1-a-ii-P",))
    least = parameter("red_notice.sentence_min_months", on)
    imposed, left = facts.sentence_months, facts.remaining_months
    if imposed is not None and left is not None and left > imposed:
        return requester("More is said to remain than was imposed. Which figures are right?")
    if any(months is not None and months >= least for months in (imposed, left)):
        return met(f"Imposed: {_months(imposed)}; remaining: {_months(left)}; at least {least} months needed in one of "
                   "the two.")
    if imposed is None:
        return requester("How many months were imposed, and how many remain?")
    return not_met(f"At least {least} months needed, imposed or remaining; {imposed} imposed.")


def _months(number: int | None) -> str:
    return "not stated" if number is None else f"{number} month{'s' if number != 1 else ''}"


@provision("RPD-83-1-a-iii", reads=("interest",), concerns=red_notice, policy_for=wanted_diffusion, asked=True)
def of_interest_for_international_police_cooperation(facts: CommunicationFacts, on: date) -> Ruling:
    """The request is of interest for international police co-operation."""
    if not facts.interest:
        return requester("Why is this request of interest for international police co-operation?")
    return ask(f"Is this of interest for international police co-operation? The source says: {facts.interest}")


@provision("RPD-83-1-c", reads=("wanted_for", "charge_penalties_months"), concerns=red_notice,
           policy_for=wanted_diffusion)
def each_offence_is_tested_alone(facts: CommunicationFacts, on: date) -> Ruling:
    """Each of several offences is tested on its own; whether one carries the others is for counsel."""
    if len(facts.charge_penalties_months) < 2:
        return met("There are not several offences.")
    if facts.wanted_for is WantedFor.SENTENCE:
        return met("One sentence is to be served for all offences.")
    least = parameter("red_notice.penalty_min_months", on)
    below = [str(number) for number, months in enumerate(facts.charge_penalties_months, 1)
             if months is not None and months < least]
    if below:
        return ask(f"Charges {', '.join(below)} stay below {least} months. Publish the others only?")
    return met("No offence with a stated penalty stays below the threshold.")


@provision("RPD-83-1-b", reads=("override_reason", "override_rules", "override_consulted_on", "override_signed_by"),
           concerns=red_notice)
def override_by_two_officers_only(facts: CommunicationFacts, on: date) -> Ruling:
    """An override of (i) or (ii) needs consultation, a reason and two signatures; never (iii), Article 2 or 3."""
    if not facts.override_rules:
        return met("No override is sought.")
    barred = sorted(rule for rule in facts.override_rules if not _overridable(rule))
    if barred:
        return not_met(f"An override never reaches {', '.join(barred)}.")
    needed = (("the written reason of particular importance", facts.override_reason),
              ("the consultation of the requester", facts.override_consulted_on))
    lacking = [words for words, value in needed if not value]
    if len(set(facts.override_signed_by)) < 2:
        lacking.append("the second signature")
    if lacking:
        return not_met(f"The override lacks {', '.join(lacking)}.")
    return met(f"Override signed by {' and '.join(facts.override_signed_by)}: {facts.override_reason}")


def _overridable(rule: str) -> bool:
    """Whether a rule stands under (i), its list, or (ii), which alone an override may lift."""
    return rule == "RPD-83-1-a-i" or rule.startswith(("RPD-83-1-a-i-", "RPD-83-1-a-ii-", "LST-"))


def override_of(rule: str) -> None:
    """Register the override of RPD 83(1)(b) as an exception to one rule under (i) or (ii)."""

    def overridden(facts: CommunicationFacts, on: date) -> Ruling:
        override = override_by_two_officers_only(facts, on)
        if rule in facts.override_rules and override.because.startswith("Override signed"):
            return override
        return not_met("No valid override covers this rule.")

    overridden.__doc__ = f"The override of RPD 83(1)(b) lifts {rule} when it is valid and names it."
    exception_to(rule, rule="RPD-83-1-b", reads=("override_reason", "override_rules", "override_consulted_on",
                                                  "override_signed_by"))(overridden)


for _rule in ("RPD-83-1-a-i-A", "RPD-83-1-a-i-B", "RPD-83-1-a-i-C", "RPD-83-1-a-ii-P", "RPD-83-1-a-ii-S", "LST-A-1",
              "LST-A-2", "LST-A-3", "LST-A-4", "LST-A-5", "LST-C-1", "LST-C-1-OLD"):
    override_of(_rule)
