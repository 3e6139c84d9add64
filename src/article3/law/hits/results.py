"""Positive query results (RPD 63, 104-106)."""

from __future__ import annotations

from datetime import date, datetime

from article3.law.deadlines import together, yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_hit import HitFacts, Warning
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET, Moment


@provision("RPD-63", reads=("found_at", "verified_at", "coercive_use_at"), subject=Subject.HIT)
def verified_before_coercive_use(facts: HitFacts, on: date) -> Ruling:
    """Before any coercive use, and after the result, the data are verified with the source or the Secretariat."""
    if facts.coercive_use_at is NOT_YET:
        return met("Nothing coercive was done; before anything is, verify the data with the source or the Secretariat.")
    if facts.coercive_use_at is None or facts.found_at is None:
        return ask("When was the result found, and was anything coercive done on it, and when?", Asked.OTHER_BUREAU)
    if facts.verified_at is None:
        return ask("When did the source or the Secretariat confirm the data, after the result?", Asked.OTHER_BUREAU)
    if facts.verified_at is NOT_YET or facts.verified_at > facts.coercive_use_at:
        return not_met("Coercive use before the data were verified with the source or the Secretariat.")
    if facts.verified_at < facts.found_at:
        return not_met("The verification is older than the result: verify again.")
    return met("Verified after the result and before the coercive use.")


@provision("RPD-104", reads=("treated_as_the_person", "identity_confirmed", "confirmed_by", "fields_compared"),
           subject=Subject.HIT)
def a_result_is_a_candidate(facts: HitFacts, on: date) -> Ruling:
    """A query result is a candidate until a named officer has confirmed the identity."""
    if facts.treated_as_the_person is None:
        return ask("Is the result treated as the person, or as a candidate?", Asked.OTHER_BUREAU)
    if not facts.treated_as_the_person:
        return met("The result is treated as a candidate.")
    if facts.identity_confirmed is False:
        return not_met("The result is treated as the person and the identity was not confirmed.")
    if facts.identity_confirmed is None or not facts.confirmed_by or not facts.fields_compared:
        return ask("Who confirmed the identity, comparing what?", Asked.OTHER_BUREAU)
    return met(f"Identity confirmed by {facts.confirmed_by}, comparing {', '.join(facts.fields_compared)}.")


@provision("RPD-105-1", reads=("source_may_be_told", "source_told_at"), subject=Subject.HIT)
def source_is_told(facts: HitFacts, on: date) -> Ruling:
    """The source is told of a positive query result, unless a restriction forbids it."""
    if facts.source_may_be_told is False:
        return met("A restriction of the querying side forbids telling the source.")
    if isinstance(facts.source_told_at, datetime):
        return met("The source was told of the result.")
    if facts.source_told_at is None or facts.source_may_be_told is None:
        return ask("Was the source told of the result, and does a restriction forbid it?", Asked.OTHER_BUREAU)
    return not_met("The source was not told of the result.")


@provision("RPD-105-2", reads=("source_contacted_at", "result_used_at"), subject=Subject.HIT)
def source_is_contacted_before_use(facts: HitFacts, on: date) -> Ruling:
    """The querying bureau contacts the source before it uses the result."""
    if facts.result_used_at is NOT_YET:
        return met("The result was not used yet; contact the source first.")
    if facts.result_used_at is None or facts.source_contacted_at is None:
        return ask("When was the source contacted, and when was the result used?", Asked.OTHER_BUREAU)
    if _before(facts.source_contacted_at, facts.result_used_at):
        return met("The source was contacted before the result was used.")
    return not_met("The result was used before the source was contacted.")


@provision("RPD-106", reads=("registered", "closed", "outcome"), subject=Subject.HIT)
def results_are_registered(facts: HitFacts, on: date) -> Ruling:
    """Positive query results and their outcomes are registered."""
    registered = yes_or_no(facts.registered, question="Is the result in the register of results?",
                           yes="The result is registered.", no="The result is not registered.")
    if facts.closed is False:
        return registered
    if facts.closed is None or facts.outcome is None:
        return together(registered, ask("Is the result dealt with, and how did it end?", Asked.OTHER_BUREAU))
    return together(registered, met(f"Outcome: {facts.outcome.replace('_', ' ')}."))


@provision("HIT-CAVEAT", reads=("warnings_on_file", "warnings_shown"), subject=Subject.HIT)
def results_show_state_and_caveats(facts: HitFacts, on: date) -> Ruling:
    """A result shows state, caveats, addenda, final judgments on the same acts and refusals of extradition."""
    if not facts.warnings_on_file or not facts.warnings_shown:
        return ask("What stands on the file beside the data (state, caveats, addenda, final judgments, refusals), and "
                   "which of it did the result show?")
    hidden = sorted((facts.warnings_on_file | {Warning.STATE}) - facts.warnings_shown)
    if hidden:
        return not_met(f"The result does not show: {', '.join(hidden).replace('_', ' ')}.")
    return met("The result shows everything that stands beside the data.")


def _before(first: Moment, second: datetime) -> bool:
    return isinstance(first, datetime) and first <= second
