"""Deletion before the period ends, and what may stay afterwards (RPD 51-53)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.deadlines import at_once
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision, requester
from article3.terms.facts_retention import FurtherKeeping, RetentionFacts
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET


@provision("RPD-51-1", reads=("purpose_met_on", "basis_gone_on", "deleted_on", "kept_as"), subject=Subject.RETENTION)
def source_deletes_when_the_purpose_is_met(facts: RetentionFacts, on: date) -> Ruling:
    """The source deletes at once when the purpose is met or the legal basis has gone."""
    if facts.kept_as not in (None, FurtherKeeping.NONE):
        return met("The data stay in one of the cases of Articles 52-53, which are examined there.")
    if facts.purpose_met_on is None:
        return requester("Is the purpose for which the data were recorded met, and since what day?")
    if facts.basis_gone_on is None:
        return requester("Does the legal basis (warrant, judgment, file) still stand?")
    ended = [day for day in (facts.purpose_met_on, facts.basis_gone_on) if isinstance(day, date)]
    if not ended:
        return met("The purpose is not met and the legal basis stands.")
    if facts.kept_as is None:
        return requester("Does a case of Articles 52-53 let anything stay: a criminal record entry, a pointer?")
    return at_once("deletion by the source", since=min(ended), done=facts.deleted_on, on=on, of=Asked.REQUESTER)


@provision("RPD-51-2", reads=("deleted_by_secretariat", "deletion_evidence", "source_consulted_on", "deleted_on"),
           subject=Subject.RETENTION)
def secretariat_deletes_after_consulting(facts: RetentionFacts, on: date) -> Ruling:
    """The Secretariat may delete on its own knowledge, after consulting the source."""
    if facts.deleted_by_secretariat is None:
        return ask("Is the Secretariat deleting of its own knowledge?")
    if not facts.deleted_by_secretariat:
        return met("The Secretariat is not deleting of its own knowledge.")
    if not facts.deletion_evidence:
        return ask("What does the Secretariat know that ends the purpose or the legal basis, and from where?")
    if facts.source_consulted_on is None:
        return ask("On what day was the source consulted about the deletion?")
    if facts.source_consulted_on is NOT_YET:
        return not_met("The source was not consulted before the deletion.")
    if facts.deleted_on is None:
        return ask("On what day did the Secretariat delete the data?")
    if isinstance(facts.deleted_on, date) and facts.deleted_on < facts.source_consulted_on:
        return not_met(f"Deleted on {written(facts.deleted_on)}, before the source was consulted on "
                       f"{written(facts.source_consulted_on)}.")
    return met(f"The source was consulted on {written(facts.source_consulted_on)}; the evidence is on file.")


@provision("RPD-52-53", reads=("purpose_met_on", "deleted_on", "kept_as"), subject=Subject.RETENTION)
def further_keeping_only_in_listed_cases(facts: RetentionFacts, on: date) -> Ruling:
    """After the purpose is met data stay only as a short criminal-record entry or as a pointer to the source."""
    if facts.purpose_met_on is NOT_YET or isinstance(facts.deleted_on, date):
        return met("Nothing stays after the purpose is met.")
    if facts.kept_as not in (None, FurtherKeeping.NONE):
        return met(f"Kept as {facts.kept_as.replace('_', ' ')}, a listed case.")
    if None in (facts.purpose_met_on, facts.deleted_on, facts.kept_as):
        return ask("Is the purpose met, are the data still in the files, and does a listed case let them stay?")
    return not_met("The purpose is met, the data are in the files, and no listed case lets them stay.")
