"""The decision, its remedy, its implementation, and protection meanwhile (Statute 3, 26, 37-41)."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import negated, together, within, yes_or_no
from article3.law.parameters import parameter
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.clocks import months_after
from article3.terms.facts_commission import (
    CommissionDecisionFacts,
    CommissionOutcome,
    DecidedBy,
    Remedy,
    UrgencyGround,
)
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET, Happening

COMMISSION = Asked.COMMISSION
DUE = ("received_by_secretariat_on", "clarification_asked", "clarified_on", "implemented_on")


@provision("CCF-3-1", reads=("decided_by",), subject=Subject.COMMISSION_DECISION)
def the_commission_decides(facts: CommissionDecisionFacts, on: date) -> Ruling:
    """Requests about files are decided by the Commission, in its Requests Chamber, and by nobody else."""
    if facts.decided_by is None:
        return ask("Who decided on the request?", COMMISSION)
    if facts.decided_by is DecidedBy.REQUESTS_CHAMBER:
        return met("The Requests Chamber decided.")
    return not_met(f"Decided by the {facts.decided_by.replace('_', ' ')}; only the Requests Chamber decides requests.")


@provision("CCF-26", reads=("received_by_secretariat_on", "secretariat_declined"), subject=Subject.COMMISSION_DECISION)
def decisions_bind(facts: CommissionDecisionFacts, on: date) -> Ruling:
    """The Commission's decisions bind the Organization."""
    if facts.received_by_secretariat_on is NOT_YET:
        return met("The decision has not reached the Secretariat.")
    if facts.received_by_secretariat_on is None:
        return ask("On what day did the Secretariat receive the decision?")
    return yes_or_no(negated(facts.secretariat_declined), question="Did the Secretariat decline any part of it?",
                     yes="The Secretariat carries the decision out.",
                     no="The Secretariat declined a decision that binds it.", of=COMMISSION)


@provision("CCF-37", reads=("urgency", "provisional_measure_considered", "provisional_measure_called_finding"),
           subject=Subject.COMMISSION_DECISION)
def provisional_measures_any_time(facts: CommissionDecisionFacts, on: date) -> Ruling:
    """At any time the Commission may block data, remove the extract or give priority; that is no finding on merits."""
    if facts.urgency is None:
        return ask("Is extradition near, is the person detained on the data, is protection granted?", COMMISSION)
    if facts.urgency is UrgencyGround.NONE:
        return met("Nothing calls for a provisional measure.")
    return together(
        yes_or_no(facts.provisional_measure_considered, of=COMMISSION,
                  question="The case is urgent: does the Commission take a provisional measure?",
                  yes="The Commission considered a provisional measure.",
                  no="The case is urgent and nobody considered a provisional measure."),
        yes_or_no(negated(facts.provisional_measure_called_finding), of=COMMISSION,
                  question="Was the measure treated as a finding on the merits?", yes="It is no finding on the merits.",
                  no="A provisional measure was treated as a finding on the merits."))


@provision("CCF-38", reads=("written", "reasons_given", "outcome"), subject=Subject.COMMISSION_DECISION)
def decision_is_written_and_reasoned(facts: CommissionDecisionFacts, on: date) -> Ruling:
    """The decision is written, reasoned, and has one of the outcomes."""
    return together(
        yes_or_no(facts.written, question="Is the decision in writing?", yes="In writing.",
                  no="The decision is not in writing.", of=COMMISSION),
        yes_or_no(facts.reasons_given, question="What are the reasons?", yes="Reasoned.",
                  no="The decision gives no reasons.", of=COMMISSION),
        met(f"Outcome: {facts.outcome.replace('_', ' ')}.") if facts.outcome else
        ask("Is it compliant, compliant with update, or not compliant?", COMMISSION))


@provision("CCF-39", reads=("outcome", "remedies"), subject=Subject.COMMISSION_DECISION)
def remedy_follows_the_outcome(facts: CommissionDecisionFacts, on: date) -> Ruling:
    """The remedy is to delete, correct, add information, or put an addendum or caveat."""
    if facts.outcome is None or not facts.remedies:
        return ask("What is the outcome, and which remedy follows: delete, correct, add, addendum, caveat, none?",
                   COMMISSION)
    ordered = facts.remedies - {Remedy.NONE}
    if facts.outcome is CommissionOutcome.NOT_COMPLIANT and Remedy.DELETE not in ordered:
        return ask("The data are not compliant and are not to be deleted. Which remedy makes them compliant, and why?",
                   COMMISSION)
    if facts.outcome is CommissionOutcome.COMPLIANT_WITH_UPDATE and not ordered:
        return not_met("Compliant with update, and no update was ordered.")
    if facts.outcome is CommissionOutcome.COMPLIANT and Remedy.DELETE in ordered:
        return not_met("The data are compliant and their deletion was ordered.")
    return met("The remedy follows the outcome.")


@provision("CCF-41", reads=DUE, subject=Subject.COMMISSION_DECISION)
def carried_out_in_a_month(facts: CommissionDecisionFacts, on: date) -> Ruling:
    """The Secretariat carries the decision out within one month of receiving it, or of the clarifications it asked."""
    if facts.received_by_secretariat_on is NOT_YET:
        return met("The decision has not reached the Secretariat.")
    if facts.received_by_secretariat_on is None or facts.clarification_asked is None:
        return ask("On what day did the Secretariat receive the decision, and did it ask for clarifications?")
    begins: Happening | None = facts.clarified_on if facts.clarification_asked else facts.received_by_secretariat_on
    if begins is NOT_YET:
        return met("The Secretariat waits for the clarifications it asked for; the month has not begun.")
    if begins is None:
        return ask("On what day did the Secretariat receive the clarifications?", COMMISSION)
    due = months_after(begins, parameter("commission.implementation_months", begins))
    return within("implementation of the decision", due=due, done=facts.implemented_on, on=on)


@provision("CCF-41-2", reads=("implemented_on", "applicant_sent_on", "source_sent_on", "implementation_told_on"),
           subject=Subject.COMMISSION_DECISION)
def both_sides_are_told(facts: CommissionDecisionFacts, on: date) -> Ruling:
    """Applicant and source get the reasoned decision and are told that it was carried out."""
    if facts.implemented_on is NOT_YET:
        return met("The decision is not carried out yet; the parties are told afterwards.")
    if facts.implemented_on is None:
        return ask("Was the decision carried out, and on what day?")
    sent = {"the applicant the decision": facts.applicant_sent_on, "the source the decision": facts.source_sent_on,
            "the parties the implementation": facts.implementation_told_on}
    owed = [what for what, day in sent.items() if day is NOT_YET]
    if owed:
        return not_met(f"Carried out, and nobody has told {'; nor '.join(owed)}.")
    if None in sent.values():
        return ask("When were applicant and source sent the decision and told of its implementation?", COMMISSION)
    return met("Applicant and source have the decision and know that it was carried out.")


@provision("CCF-X-1", reads=("source_deleted_before_decision", "finding_offered", "watch_kept"),
           subject=Subject.COMMISSION_DECISION)
def deletion_by_the_source_is_not_the_end(facts: CommissionDecisionFacts, on: date) -> Ruling:
    """If the source deletes before the decision, the applicant is offered a finding and re-entry is watched."""
    if facts.source_deleted_before_decision is None:
        return ask("Did the source delete the data before the decision?", COMMISSION)
    if not facts.source_deleted_before_decision:
        return met("The source did not delete the data before the decision.")
    return together(
        yes_or_no(facts.finding_offered, question="Was the applicant offered a finding all the same?",
                  yes="A finding was offered.", no="The applicant was not offered a finding.", of=COMMISSION),
        yes_or_no(facts.watch_kept, question="Is re-entry of the data watched?", yes="Re-entry is watched.",
                  no="Nothing watches for re-entry of the data.", of=COMMISSION))


@provision("CCF-X-3", reads=("reprisal_reported", "reprisal_recorded", "reprisal_acted_on"),
           since=date(2025, 11, 27), subject=Subject.COMMISSION_DECISION)
def reprisals_are_acted_on(facts: CommissionDecisionFacts, on: date) -> Ruling:
    """Reports of intimidation, reprisals and abusive conduct are recorded and acted on."""
    if facts.reprisal_reported is None:
        return ask("Did anybody report intimidation, reprisals or abusive conduct?", COMMISSION)
    if not facts.reprisal_reported:
        return met("Nobody reported intimidation, reprisals or abusive conduct.")
    return together(
        yes_or_no(facts.reprisal_recorded, question="Is the report recorded?", yes="The report is recorded.",
                  no="A report of reprisals is not recorded.", of=COMMISSION),
        yes_or_no(facts.reprisal_acted_on, question="What was done about the report?", yes="It was acted on.",
                  no="A report of reprisals was not acted on.", of=COMMISSION))
