"""Presumption, examination on doubt, interim measures, the compliance database (RPD 125, 128, 129)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.deadlines import at_once, yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_consultation import ConsultationFacts, InterimMeasureFacts
from article3.terms.facts_measure import ComplianceEntryFacts
from article3.terms.happening import NOT_YET


@provision("RPD-128-1", reads=("presumption_shown",), subject=Subject.CONSULTATION)
def presumption_is_shown_as_such(facts: ConsultationFacts, on: date) -> Ruling:
    """Data are presumed accurate and relevant when entered; readers see that this is a presumption."""
    return yes_or_no(facts.presumption_shown, question="Do readers see that accuracy is presumed and not examined?",
                     yes="Readers see that accuracy is presumed.", no="Readers cannot tell a presumption from a check.")


@provision("RPD-128-2", reads=("doubt_arose_on", "case_opened_on", "asked_on", "answer_due_on", "answered_on",
                               "decided_on", "decision_told_on"), subject=Subject.CONSULTATION)
def doubt_opens_a_case(facts: ConsultationFacts, on: date) -> Ruling:
    """On doubt a case is opened, the source consulted with a deadline, a decision taken and told."""
    if facts.doubt_arose_on is NOT_YET:
        return met("No doubt has arisen.")
    if facts.doubt_arose_on is None:
        return ask("Is there a doubt about the data, and since what day?")
    steps = {"no case was opened": facts.case_opened_on, "the source was not consulted": facts.asked_on}
    for trouble, day in steps.items():
        if day is NOT_YET:
            return not_met(f"Doubt since {written(facts.doubt_arose_on)}, and {trouble}.")
    if None in steps.values() or facts.answer_due_on is None:
        return ask("When was the case opened, when was the source asked, and by what day is it to answer?")
    return _decided(facts, on)


def _decided(facts: ConsultationFacts, on: date) -> Ruling:
    if isinstance(facts.decided_on, date):
        return at_once("word of the decision to the source", since=facts.decided_on, done=facts.decision_told_on, on=on)
    assert facts.answer_due_on is not None, "the caller asked for the deadline"
    if on <= facts.answer_due_on and facts.answered_on is NOT_YET and facts.decided_on is NOT_YET:
        return met(f"The source has until {written(facts.answer_due_on)} to answer.")
    return ask("Has the source answered, and what is the decision on the data?")


@provision("RPD-129", reads=("doubt_arose_on", "harm_possible", "measures", "taken_on", "review_on", "lifted_on"),
           subject=Subject.INTERIM_MEASURE)
def interim_measure_at_once(facts: InterimMeasureFacts, on: date) -> Ruling:
    """On doubt the Secretariat at once prevents harm, also to the person: block, caveat, or no public extract."""
    if facts.doubt_arose_on is NOT_YET or facts.harm_possible is False:
        return met("There is no doubt from which harm could come.")
    if facts.doubt_arose_on is None or facts.harm_possible is None:
        return ask("Is there a doubt about the data, and could harm come to the Organization, a Member or the person?")
    if isinstance(facts.taken_on, date) and not facts.measures:
        return ask("Which measure was taken: block, caveat, public extract removed?")
    ruling = at_once("an interim measure", since=facts.doubt_arose_on, done=facts.taken_on, on=on)
    if not isinstance(facts.taken_on, date) or isinstance(facts.lifted_on, date):
        return ruling
    if facts.review_on is None:
        return ask("On what day is the interim measure reviewed?")
    if on > facts.review_on and facts.lifted_on is None:
        return ask(f"Does the interim measure still stand? It was to be reviewed on {written(facts.review_on)}.")
    if on > facts.review_on:
        return not_met(f"The interim measure stands and was to be reviewed on {written(facts.review_on)}.")
    return ruling


@provision("RPD-125", reads=("found_non_compliant", "entered", "decision", "expires_on", "readers_are_reviewers_only"),
           subject=Subject.COMPLIANCE_ENTRY)
def non_compliant_data_do_not_come_back(facts: ComplianceEntryFacts, on: date) -> Ruling:
    """A register, readable by reviewers only, keeps non-compliant data from being entered again."""
    if facts.found_non_compliant is None:
        return ask("Were the data found non-compliant?")
    if not facts.found_non_compliant:
        return met("The data were not found non-compliant.")
    if facts.entered is False:
        return not_met("The data were found non-compliant and are not in the register against re-entry.")
    if facts.readers_are_reviewers_only is False:
        return not_met("Others than reviewers can read the register against re-entry.")
    if facts.expires_on is not None and facts.expires_on < on:
        return not_met(f"The entry ran out on {written(facts.expires_on)}: delete it or decide anew.")
    if None in (facts.entered, facts.expires_on, facts.readers_are_reviewers_only) or not facts.decision:
        return ask("Is the decision in the register against re-entry, until when, and who can read it?")
    return met("The register holds the decision, its end, and reviewers only read it.")
