"""What holds in every country: a notice is no warrant, and each country decides what it is worth."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import negated, yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_national import LegalValue, NationalUseFacts, Use
from article3.terms.finding import Asked


@provision("NAT-1", reads=("output_orders_arrest",), subject=Subject.NATIONAL_USE)
def a_notice_never_orders_arrest(facts: NationalUseFacts, on: date) -> Ruling:
    """What the program shows never says that a notice or diffusion alone authorises arrest."""
    return yes_or_no(
        negated(facts.output_orders_arrest), question="Did the screen tell the officer to arrest?",
        of=Asked.OTHER_BUREAU, yes="The screen says: verify, then apply national law.",
        no="The screen tells an officer to arrest.")


@provision("NAT-2", reads=("use", "legal_value", "national_warrant"), subject=Subject.NATIONAL_USE)
def each_country_sets_the_legal_value(facts: NationalUseFacts, on: date) -> Ruling:
    """Each country decides, per type and requesting country, what a notice is worth under its law and treaties."""
    if facts.use is Use.INFORMATION:
        return met("The use is information; no legal value is needed.")
    if facts.use is None or facts.legal_value is None:
        return ask("What is done on the notice, and what is a notice of this type from this country worth in your law?",
                   Asked.OTHER_BUREAU)
    if facts.legal_value is LegalValue.PROVISIONAL_ARREST_REQUEST:
        return met("National law treats it as a request for provisional arrest.")
    if facts.use is Use.ARREST and facts.national_warrant is None:
        return ask("Was there a national warrant? In your law the notice is no basis for arrest.", Asked.OTHER_BUREAU)
    if facts.use is Use.ARREST and not facts.national_warrant:
        return not_met("In this country's law the notice is no basis for arrest, and there was no national warrant.")
    return met("The use does not rest on a value national law denies the notice.")
