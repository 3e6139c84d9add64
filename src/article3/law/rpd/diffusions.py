"""RPD 97-99: what a diffusion may ask, what its source declares, and the side door that is closed."""

from __future__ import annotations

from datetime import date

from article3.law.forms import diffusion, wanted_diffusion
from article3.law.provision import Ruling, ask, met, not_met, provision, requester
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import PersonStatus
from article3.terms.facts import CommunicationFacts

DECLARED_FOR_DIFFUSIONS = ("quality", "conditions", "interest", "conformity")
STOPPED = frozenset({RefusedOn.ARTICLE_2, RefusedOn.ARTICLE_3, RefusedOn.REFUGEE})
"""Grounds of an earlier refusal that stop a wanted diffusion on the same person and facts at entry."""


@provision("RPD-97", reads=("aim",), concerns=diffusion)
def diffusion_has_a_standard_purpose(facts: CommunicationFacts, on: date) -> Ruling:
    """A diffusion has one of the standard purposes."""
    if facts.aim is None:
        return requester("What does the diffusion ask for: arrest, locate, information, identify, warn, inform?")
    return met(f"The diffusion asks to {facts.aim.value.replace('_', ' ')}.")


@provision("RPD-97-a", reads=("person_status",), concerns=wanted_diffusion)
def wanted_diffusion_concerns_a_convicted_or_accused_person(facts: CommunicationFacts, on: date) -> Ruling:
    """A wanted-person diffusion concerns a convicted or accused person."""
    if facts.person_status is None:
        return requester("Is the person convicted or accused?")
    if facts.person_status not in (PersonStatus.CONVICTED, PersonStatus.ACCUSED):
        return not_met(f"The person's status is {facts.person_status.value.replace('_', ' ')}.")
    return met(f"The person is {facts.person_status.value}.")


@provision("RPD-99-1", reads=("declarations",), concerns=diffusion)
def declarations_before_sending(facts: CommunicationFacts, on: date) -> Ruling:
    """Before sending, the source declares quality, lawfulness, general conditions, interest and conformity."""
    lacking = [each for each in DECLARED_FOR_DIFFUSIONS if each not in facts.declarations]
    if lacking:
        return requester(f"Please have a named officer declare: {', '.join(lacking)}.")
    return met("A named officer declared quality, conditions, interest and conformity.")


@provision("RPD-99-2", reads=("reason_for_diffusion",), concerns=diffusion)
def why_a_diffusion_and_not_a_notice(facts: CommunicationFacts, on: date) -> Ruling:
    """The source states why a diffusion and not a notice."""
    if not facts.reason_for_diffusion:
        return requester("Why a diffusion and not a notice: limited circulation, limited access, or no qualification?")
    return met(f"Reason for a diffusion: {facts.reason_for_diffusion}")


@provision("RPD-99-B", reads=("earlier_refused_on", "earlier_searched"), concerns=wanted_diffusion)
def no_side_door_after_a_refused_red_request(facts: CommunicationFacts, on: date) -> Ruling:
    """A diffusion repeating a red request refused on Article 2, 3 or refugee grounds is stopped at entry."""
    if facts.earlier_refused_on & STOPPED:
        return not_met("A request on this person and these facts was refused on a ground that stops a diffusion.")
    if facts.earlier_refused_on:
        return ask("A request on this person and these facts was refused on another ground. Is that ground cured?")
    if facts.earlier_searched:
        return met("The files hold no refused request on this person and these facts.")
    return ask("Do the files hold a refused request on this person and these facts?", within=("NDT-8",))
