"""The three conditions of the refugee policy, and what follows when all hold."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_protection import Confirmer, ProtectionFacts, ProtectionStatus
from article3.terms.happening import NOT_YET

PROTECTED = (ProtectionStatus.REFUGEE, ProtectionStatus.ASYLUM_SEEKER)
"""The statuses that, once confirmed, bring a person under the policy."""
COMPETENT = (Confirmer.NATIONAL_AUTHORITY, Confirmer.UNHCR)

CONDITIONS = ("status", "confirmed_by", "confirmed_on", "requester", "country_of_fear",
              "grant_directed_against_requester")
"""What the three conditions read."""


@provision("REF-1", reads=("status", "confirmed_by", "confirmed_on"), subject=Subject.PROTECTION)
def status_is_confirmed(facts: ProtectionFacts, on: date) -> Ruling:
    """Condition 1: a competent national authority or UNHCR confirmed the status as refugee or asylum seeker."""
    if facts.status is not None and facts.status not in PROTECTED:
        return not_met(f"Condition 1 does not hold: the status is {facts.status.replace('_', ' ')}.")
    if facts.confirmed_on is NOT_YET:
        return not_met("Condition 1 does not hold yet: nobody has confirmed the status.")
    if facts.status is None or facts.confirmed_on is None or facts.confirmed_by is None:
        return ask("What is the person's status, and which authority confirmed it, and when?")
    if facts.confirmed_by not in COMPETENT:
        return ask("Does a competent national authority or UNHCR confirm the status? A document of the person starts "
                   "the check and does not end it.")
    return met(f"Status confirmed by a competent authority on {written(facts.confirmed_on)}.")


@provision("REF-2", reads=("requester", "country_of_fear"), subject=Subject.PROTECTION)
def request_comes_from_the_country_of_fear(facts: ProtectionFacts, on: date) -> Ruling:
    """Condition 2: the request comes from the country where persecution is feared."""
    if facts.requester is None or facts.country_of_fear is None:
        return ask("Which country asks, and from which country does the protection shield the person?")
    if facts.requester != facts.country_of_fear:
        return not_met("Condition 2 does not hold: the request comes from another country than the one feared.")
    return met("The request comes from the country where persecution is feared.")


@provision("REF-3", reads=("grant_directed_against_requester",), subject=Subject.PROTECTION)
def grant_was_not_political(facts: ProtectionFacts, on: date) -> Ruling:
    """Condition 3: the grant was not itself politically directed against the requesting country."""
    if facts.grant_directed_against_requester is None:
        return ask("Was the grant of protection itself politically directed against the requesting country?")
    if facts.grant_directed_against_requester:
        return not_met("Condition 3 does not hold: the grant was directed against the requesting country.")
    return met("The grant was not directed against the requesting country.")


@provision("REF-4", reads=(*CONDITIONS, "records_in_files"), subject=Subject.PROTECTION)
def everything_from_that_country_is_deleted(facts: ProtectionFacts, on: date) -> Ruling:
    """When the conditions hold, every notice and diffusion from that country about the person is deleted."""
    reached = policy_reaches(facts, on)
    if reached is None:
        return ask("The three conditions are not all answered; until they are, nothing is deleted and nothing is safe.")
    if not reached:
        return met("The policy does not reach this request; it is judged as any other.")
    if facts.records_in_files is None:
        return ask("Which notices and diffusions of that country about the person are in the files?")
    if facts.records_in_files > 0:
        return not_met(f"Delete all of them: {facts.records_in_files} from that country are still in the files.")
    return met("Nothing of that country about the person is in the files.")


def policy_reaches(facts: ProtectionFacts, on: date) -> bool | None:
    """Whether all three conditions hold (True), one fails (False), or a person must answer first (None)."""
    rulings = [condition(facts, on).outcome for condition in
               (status_is_confirmed, request_comes_from_the_country_of_fear, grant_was_not_political)]
    if "not_met" in rulings:
        return False
    return True if set(rulings) == {"met"} else None
