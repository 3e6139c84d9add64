"""The silver pilot: notices and diffusions on assets, within a quota, never public."""

from __future__ import annotations

from datetime import date

from article3.law.editions import day_of
from article3.law.forms import silver
from article3.law.parameters import parameter
from article3.law.provision import Ruling, ask, met, not_met, provision
from article3.terms.facts import CommunicationFacts


@provision("PIL-SILVER", since=day_of("RPD", "2011"), concerns=silver,
           reads=("silver_participant", "silver_quota_left", "public_extract_consent"))
def silver_within_the_pilot(facts: CommunicationFacts, on: date) -> Ruling:
    """Silver only for participating countries, within the quota, not public, checked before it goes out."""
    if on < parameter("silver.pilot_start", on):
        return not_met(f"The silver pilot began in January 2025; there was no silver notice on {on}.")
    if facts.public_extract_consent:
        return not_met("A silver notice is not public.")
    if facts.silver_participant is False:
        return not_met("The source does not take part in the silver pilot.")
    if facts.silver_participant is None:
        return ask("Does the source take part in the silver pilot?")
    if facts.silver_quota_left is None:
        return ask(f"How much of the shared quota of {parameter('silver.quota', on)} is left?")
    if facts.silver_quota_left <= 0:
        return not_met(f"The shared quota of {parameter('silver.quota', on)} is used up.")
    return met(f"A participating country; {facts.silver_quota_left} of the quota left; not public.")
