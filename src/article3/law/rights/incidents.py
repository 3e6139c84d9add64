"""Incidents and restoration (RPD 118-119)."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import at_once, together, yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_incident import IncidentFacts, Informed
from article3.terms.happening import NOT_YET


@provision("RPD-118", reads=("found_on", "owner_told_on", "to_be_told", "told"), subject=Subject.INCIDENT)
def incidents_are_told(facts: IncidentFacts, on: date) -> Ruling:
    """The owner of the data is told of an incident; by its gravity bureaus, Commission and Committee too."""
    if facts.found_on is None:
        return ask("On what day was the incident found?")
    owner = at_once("word to the owner of the data", since=facts.found_on, done=facts.owner_told_on, on=on)
    others = facts.to_be_told - {Informed.OWNER}
    if not facts.to_be_told or (others and not facts.told):
        return together(owner, ask("How grave is the incident, who beside the owner must be told (bureaus, the "
                                   "Commission, the Executive Committee), and who was?"))
    untold = sorted(others - facts.told)
    if untold:
        return together(owner, not_met(f"Not yet told of the incident: {', '.join(untold).replace('_', ' ')}."))
    return together(owner, met("Everybody who must know of the incident was told."))


@provision("RPD-119", reads=("restoration_tested_on", "data_lost", "restored_on"), subject=Subject.INCIDENT)
def data_can_be_restored(facts: IncidentFacts, on: date) -> Ruling:
    """Data can be restored after an incident; that it works is shown by a test."""
    if facts.restoration_tested_on is NOT_YET:
        return not_met("Restoration was never tested.")
    if facts.restoration_tested_on is None:
        return ask("On what day was restoration last tested?")
    if facts.data_lost is None:
        return ask("Were data lost?")
    if not facts.data_lost:
        return met("No data were lost, and restoration was tested.")
    restored = None if facts.restored_on is None else facts.restored_on is not NOT_YET
    return yes_or_no(restored, question="Were the lost data restored?", yes="The lost data were restored.",
                     no="The lost data are not restored.")
