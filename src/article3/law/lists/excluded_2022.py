"""The list of 28 January 2022 under RPD 83(1)(a)(i): what is not publishable, and what lifts it."""

from __future__ import annotations

from datetime import date

from article3.law.charges import CHARGES, excluded_as_such, named, not_charged, nothing_else, touching
from article3.law.editions import day_of
from article3.law.forms import red_notice, wanted_diffusion
from article3.law.parameters import parameter
from article3.law.provision import Ruling, ask, exception_to, met, not_met, provision, requester
from article3.law.rpd.red_notices import FAMILY, PRIVATE_OR_ADMINISTRATIVE
from article3.terms.facts import CommunicationFacts
from article3.terms.offences import Matter, OffenceKind

LIST_DAY = day_of("RPD list Jan 2022", "28 January 2022")
_CHEQUES = frozenset({Matter.UNFUNDED_CHEQUE})
_CHEQUE_KINDS = frozenset({OffenceKind.PRIVATE_DISPUTE_CHEQUE})
_MORALS = frozenset({OffenceKind.PUBLIC_ORDER})


@provision("LST-A-1", reads=CHARGES, concerns=red_notice, policy_for=wanted_diffusion)
def prostitution(facts: CommunicationFacts, on: date) -> Ruling:
    """Prostitution is not publishable."""
    return excluded_as_such(facts, frozenset({Matter.PROSTITUTION}), beside=_MORALS, what="prostitution")


@provision("LST-A-2", reads=CHARGES, concerns=red_notice, policy_for=wanted_diffusion)
def surrogacy(facts: CommunicationFacts, on: date) -> Ruling:
    """Surrogacy offences are not publishable."""
    return excluded_as_such(facts, frozenset({Matter.SURROGACY}), what="surrogacy",
                            beside=_MORALS | {OffenceKind.FAMILY_CUSTODY})


@provision("LST-A-3", reads=CHARGES, concerns=red_notice, policy_for=wanted_diffusion)
def pornography(facts: CommunicationFacts, on: date) -> Ruling:
    """Pornography and sexual aids are not publishable."""
    return excluded_as_such(facts, frozenset({Matter.PORNOGRAPHY}), what="pornography or sexual aids",
                            beside=_MORALS | {OffenceKind.SEXUAL_OFFENCE})


@exception_to("LST-A-3", rule="LST-A-3", reads=("child_exploitation", "violence_against_persons",
                                                "organised_crime_link"))
def pornography_serving_exploitation(facts: CommunicationFacts, on: date) -> Ruling:
    """Unless it serves child exploitation, sexual assault or organised crime."""
    serving = (facts.child_exploitation, facts.violence_against_persons, facts.organised_crime_link)
    if any(serving):
        return met("It served child exploitation, sexual assault or organised crime.")
    if None in serving:
        return ask("Did it serve child exploitation, sexual assault or organised crime, and on what evidence?")
    return not_met("It served neither child exploitation nor sexual assault nor organised crime.")


@provision("LST-A-4", reads=CHARGES, concerns=red_notice, policy_for=wanted_diffusion)
def offences_against_honour(facts: CommunicationFacts, on: date) -> Ruling:
    """Offences against honour are not publishable."""
    return excluded_as_such(facts, frozenset({Matter.HONOUR}), what="offences against honour",
                            beside=_MORALS | {OffenceKind.EXTREMISM_SPEECH})


@exception_to("LST-A-4", rule="LST-A-4", reads=("serves_serious_crime", "organised_crime_link"))
def honour_serving_serious_crime(facts: CommunicationFacts, on: date) -> Ruling:
    """Unless they serve serious or organised crime."""
    serving = (facts.serves_serious_crime, facts.organised_crime_link)
    if any(serving):
        return met("It served serious or organised crime.")
    if None in serving:
        return ask("Did it serve serious or organised crime, and on what evidence?")
    return not_met("It served neither serious nor organised crime.")


@provision("LST-A-5", reads=("drugs_own_use", *CHARGES), concerns=red_notice, policy_for=wanted_diffusion)
def drugs_for_own_use(facts: CommunicationFacts, on: date) -> Ruling:
    """Possession of drugs for own use is not publishable."""
    numbers = touching(facts, frozenset({Matter.DRUG_OWN_USE}), frozenset({OffenceKind.DRUGS}))
    if facts.drugs_own_use is False:
        return met("The drugs were not for own use.")
    if facts.drugs_own_use:
        if len(numbers) == len(facts.charges):
            return not_met("The drugs were for own use, and nothing else is charged.")
        return ask("The drugs were for own use. Do the other charges carry the request without them?")
    listed = touching(facts, frozenset({Matter.DRUG_OWN_USE}))
    if not listed:
        return not_charged(facts, "possession of drugs for own use")
    return requester(f"{named(listed, facts)}: which quantity, and was it for own use?")


@provision("LST-B", reads=CHARGES, concerns=red_notice, policy_for=wanted_diffusion)
def listed_family_or_private_offences(facts: CommunicationFacts, on: date) -> Ruling:
    """Family or private offences on the list are not publishable (the full list has not been seen)."""
    numbers = touching(facts, FAMILY, frozenset({OffenceKind.FAMILY_CUSTODY}))
    if not numbers:
        return not_charged(facts, "family or private offences")
    return ask(f"{named(numbers, facts)}: does category B of the list name it?", within=("RPD-83-1-a-i-B",))


@provision("LST-C-1", reads=CHARGES, concerns=red_notice, policy_for=wanted_diffusion)
def unfunded_cheques(facts: CommunicationFacts, on: date) -> Ruling:
    """Unfunded cheques are not publishable since 28 January 2022."""
    return excluded_as_such(facts, _CHEQUES, beside=_CHEQUE_KINDS, what="unfunded cheques")


@provision("LST-C-1-OLD", since=day_of("RPD", "2011"), until=LIST_DAY, concerns=red_notice, policy_for=wanted_diffusion,
           reads=("cheque_total_usd", "cheque_count", *CHARGES))
def unfunded_cheques_before_the_list(facts: CommunicationFacts, on: date) -> Ruling:
    """Before 28 January 2022: unfunded cheques only if their total is at least USD 10,000 or they were repeated."""
    if not touching(facts, _CHEQUES):
        return not_charged(facts, "unfunded cheques")
    if not nothing_else(facts, _CHEQUES, _CHEQUE_KINDS):
        return met("Other offences are charged beside the cheques.")
    least, total, count = parameter("lists.cheque_min_total_usd", on), facts.cheque_total_usd, facts.cheque_count
    if total is not None and total >= least:
        return met(f"The cheques total USD {total:,}; at least USD {least:,} needed.")
    if count is not None and count > 1:
        return met(f"{count} unfunded cheques were issued: repeated.")
    if total is None or count is None:
        return requester("How many unfunded cheques were issued, and what is their total in US dollars?")
    return not_met(f"One unfunded cheque of USD {total:,}; at least USD {least:,} or repeated issuing needed.")


@exception_to("LST-C-1", rule="RPD-83-1-a-i-C", reads=("serves_serious_crime", "organised_crime_link"))
def cheques_serving_serious_or_organised_crime(facts: CommunicationFacts, on: date) -> Ruling:
    """Category C gives way where the cheques are shown to serve a serious crime or to be tied to organised crime."""
    if facts.serves_serious_crime or facts.organised_crime_link:
        return met("They served a serious crime or are suspected of links with organised crime.")
    return not_met("Nothing shows that they served serious or organised crime.")


@provision("LST-C-2", reads=CHARGES, concerns=red_notice, policy_for=wanted_diffusion)
def listed_administrative_or_private_disputes(facts: CommunicationFacts, on: date) -> Ruling:
    """Other administrative offences and private disputes on the list are not publishable (full list not seen)."""
    numbers = touching(facts, PRIVATE_OR_ADMINISTRATIVE - _CHEQUES)
    if not numbers:
        return not_charged(facts, "administrative offences or private disputes")
    return ask(f"{named(numbers, facts)}: does category C of the list name it?", within=("RPD-83-1-a-i-C",))
