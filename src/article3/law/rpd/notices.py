"""RPD 61-77: what holds for every notice, whatever its colour."""

from __future__ import annotations

from datetime import date

from article3.law.forms import notice, of_colour, other_than_red
from article3.law.parameters import parameter
from article3.law.provision import Ruling, ask, met, not_met, provision, requester
from article3.law.roles import stated_roles
from article3.terms.communication import Colour
from article3.terms.facts import CommunicationFacts

DECLARED_FOR_NOTICES = ("quality", "conditions", "interest", "conformity")


@provision("RPD-73", reads=("colour",), concerns=notice)
def category_exists(facts: CommunicationFacts, on: date) -> Ruling:
    """A notice category exists only by approval of the Assembly, from that day and until it is ended."""
    if facts.colour is None:
        return requester("Which category of notice is asked for?")
    words = facts.colour.value.replace("_", " ")
    lives = parameter("notices.categories", on).get(facts.colour.value)
    if lives is None or on < lives["since"]:
        return not_met(f"There was no category {words} on {on}.")
    if "until" in lives and on >= lives["until"]:
        return not_met(f"The category {words} ended on {lives['until']}.")
    if "unsure_after" in lives and on > lives["unsure_after"]:
        return ask(f"The category {words} was approved at least until {lives['unsure_after']}. Does it still exist?")
    return met(f"The category {words} exists since {lives['since']}.")


@provision("RPD-76-1", reads=("language",), concerns=notice)
def request_in_a_working_language(facts: CommunicationFacts, on: date) -> Ruling:
    """A request is made in a working language."""
    working = parameter("rpd.working_languages", on)
    if not facts.language:
        return requester(f"In which working language ({', '.join(working)}) is the request made?")
    if facts.language.lower()[:2] not in working:
        return not_met(f"The request is in {facts.language}; the working languages are {', '.join(working)}.")
    return met(f"The request is in {facts.language}.")


@provision("RPD-76-2", reads=("declarations",), concerns=notice)
def four_declarations_of_a_named_officer(facts: CommunicationFacts, on: date) -> Ruling:
    """A named officer declares quality and lawfulness, the type's conditions, interest, and conformity."""
    lacking = [each for each in DECLARED_FOR_NOTICES if each not in facts.declarations]
    if lacking:
        return requester(f"Please have a named officer declare: {', '.join(lacking)}.")
    return met("A named officer declared quality, conditions, interest and conformity.")


@provision("RPD-77-b", reads=(), concerns=of_colour(Colour.RED), asked=True)
def red_notice_of_interest_to_all_members(facts: CommunicationFacts, on: date) -> Ruling:
    """No publication of a red notice that is not of interest, judged by whether all members could process it."""
    return ask("Could all members process this, so that a notice and not a diffusion is right?",
               within=("RPD-83-1-a-iii",))


@provision("RPD-77-b", reads=("interest",), concerns=other_than_red, asked=True)
def notice_of_interest_to_all_members(facts: CommunicationFacts, on: date) -> Ruling:
    """No publication if not of interest, judged by whether all members could process it."""
    if not facts.interest:
        return requester("Why is this of interest to all members, so that a notice and not a diffusion is right?")
    return ask(f"Could all members process this, so that a notice and not a diffusion is right? The source says: "
               f"{facts.interest}")


@provision("RPD-77-c", reads=("dispute_between_states", "context_signs", "roles"), concerns=notice, asked=True)
def publication_harms_nobody(facts: CommunicationFacts, on: date) -> Ruling:
    """No publication if it could harm the Organization or its members."""
    notable = any(role.groups for role in stated_roles(facts.roles))
    alone = facts.dispute_between_states or facts.context_signs or notable
    return ask("Could publication harm the Organization or its members?", within=() if alone else ("CON-3",))
