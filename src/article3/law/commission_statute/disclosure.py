"""Sharing information with the parties, and revision (Statute 35, 42)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.deadlines import negated, together, within, yes_or_no
from article3.law.parameters import parameter
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.clocks import months_after
from article3.terms.facts_disclosure import DisclosureFacts, RestrictionGround, RevisionFacts
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET

COMMISSION = Asked.COMMISSION


@provision("CCF-35-1", reads=("disclosed_on", "owner_consulted_on"), subject=Subject.DISCLOSURE)
def owner_is_consulted_first(facts: DisclosureFacts, on: date) -> Ruling:
    """The owner of information is consulted before applicant or source may read it."""
    if facts.disclosed_on is NOT_YET:
        return met("Nothing was disclosed.")
    if facts.disclosed_on is None or facts.owner_consulted_on is None:
        return ask("When was the owner consulted, and when was the information disclosed?", COMMISSION)
    if facts.owner_consulted_on is NOT_YET or facts.owner_consulted_on > facts.disclosed_on:
        return not_met(f"Disclosed on {written(facts.disclosed_on)} before the owner was consulted.")
    return met(f"The owner was consulted on {written(facts.owner_consulted_on)}, before disclosure.")


@provision("CCF-35-3", reads=("restricted", "ground"), subject=Subject.DISCLOSURE)
def restriction_on_four_grounds_only(facts: DisclosureFacts, on: date) -> Ruling:
    """Information is withheld only for security or prevention, secrecy of investigation, others' rights, or working."""
    if facts.restricted is False:
        return met("Nothing is withheld.")
    if facts.restricted is None or facts.ground is None:
        return ask("Is information withheld, and on which of the four grounds?", COMMISSION)
    if facts.ground is RestrictionGround.ANOTHER_GROUND:
        return not_met("Information is withheld on a ground the Statute does not know.")
    return met(f"Withheld for {facts.ground.replace('_', ' ')}.")


@provision("CCF-35-4", reads=("restricted", "reason_given", "summary_considered"), subject=Subject.DISCLOSURE)
def restriction_is_reasoned(facts: DisclosureFacts, on: date) -> Ruling:
    """A restriction is reasoned and a summary is considered; a missing reason may count in the decision."""
    if facts.restricted is None:
        return ask("Is information withheld?", COMMISSION)
    if not facts.restricted:
        return met("Nothing is withheld.")
    unreasoned = ask("Why does the owner withhold the information?", COMMISSION) if facts.reason_given is None else \
        ask("The owner gives no reason for withholding. Does that count in the decision?", COMMISSION)
    return together(
        met("Reasoned.") if facts.reason_given else unreasoned,
        yes_or_no(facts.summary_considered, question="Can a summary be given instead?", yes="A summary was considered.",
                  no="Information is withheld and nobody considered a summary.", of=COMMISSION))


@provision("CCF-35-5", reads=("marked_by_applicant", "passed_on"), subject=Subject.DISCLOSURE)
def what_the_applicant_marks_stays(facts: DisclosureFacts, on: date) -> Ruling:
    """What the applicant marks confidential is not passed on."""
    if facts.marked_by_applicant is None:
        return ask("Did the applicant mark it confidential?", COMMISSION)
    if not facts.marked_by_applicant:
        return met("The applicant did not mark it confidential.")
    return yes_or_no(negated(facts.passed_on), question="Was it passed on?", yes="It was not passed on.",
                     no="What the applicant marked confidential was passed on.", of=COMMISSION)


@provision("CCF-42-1", reads=("new_fact", "known_at_decision", "could_change_result"), subject=Subject.REVISION)
def revision_needs_a_new_fact(facts: RevisionFacts, on: date) -> Ruling:
    """A decision is revised only on a new fact that could have led to another result."""
    if facts.new_fact is False or facts.known_at_decision:
        return not_met("The request rests on no fact that was unknown when the decision was taken.")
    if facts.new_fact is None or facts.known_at_decision is None:
        return ask("Which fact is new, and was it unknown when the decision was taken?", COMMISSION)
    if facts.could_change_result is None:
        return ask("Could the new fact have led to another decision?", COMMISSION)
    return met("A new fact that could have led to another decision.") if facts.could_change_result else \
        not_met("The new fact could not have led to another decision.")


@provision("CCF-42-2", reads=("discovered_on", "filed_on"), subject=Subject.REVISION)
def revision_within_six_months(facts: RevisionFacts, on: date) -> Ruling:
    """Revision is asked for within six months of discovering the fact."""
    if facts.discovered_on is None:
        return ask("On what day did the party discover the fact?", COMMISSION)
    due = months_after(facts.discovered_on, parameter("commission.revision_months", facts.discovered_on))
    return within("the request for revision", due=due, done=facts.filed_on, on=on, of=COMMISSION)
