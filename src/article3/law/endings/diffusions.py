"""Suspension and withdrawal of a diffusion by its source (RPD 100-101)."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import at_once
from article3.law.provision import Ruling, Subject, met, provision, requester
from article3.terms.communication import Channel
from article3.terms.facts_suspension import SuspensionFacts
from article3.terms.happening import NOT_YET


def _diffusion(facts: SuspensionFacts) -> bool:
    return facts.channel in (None, Channel.DIFFUSION)


@provision("RPD-101", reads=("suspended_on", "withdrawn_on", "recipients_told_on"), concerns=_diffusion,
           subject=Subject.SUSPENSION)
def recipients_are_told_of_the_end(facts: SuspensionFacts, on: date) -> Ruling:
    """A source that suspends or withdraws its diffusion tells every recipient."""
    days = (facts.suspended_on, facts.withdrawn_on)
    ended = [day for day in days if isinstance(day, date)]
    if ended and None not in days:
        last, told = max(ended), facts.recipients_told_on
        # Word given before the last step said nothing of it.
        return at_once("word to every recipient", since=last, on=on,
                       done=NOT_YET if isinstance(told, date) and told < last else told)
    if None in days:
        return requester("Was the diffusion suspended or withdrawn, and on what day?")
    return met("The diffusion was neither suspended nor withdrawn.")
