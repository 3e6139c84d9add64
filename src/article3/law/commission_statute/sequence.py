"""The order of steps and the clocks of the decision (Statute 33, 34, 40; the draft of CCF-33-D)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import days_after, written
from article3.law.deadlines import together, within, yes_or_no
from article3.law.parameters import parameter
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.clocks import months_after
from article3.terms.facts_commission import CommissionRequestFacts, RequestKind
from article3.terms.finding import Asked, Outcome
from article3.terms.happening import NOT_YET

COMMISSION = Asked.COMMISSION
AMENDED = date(2025, 11, 27)
"""The Statute as amended by the Assembly in November 2025."""
CLOCK = ("kind", "admissible_on", "draft_sequence", "secretariat_assessed_on", "decided_on", "extended")
"""What the clocks of the decision read."""


@provision("CCF-33-1", reads=("admissible_on", "existence_checked_on", "examination_began_on"),
           subject=Subject.COMMISSION_REQUEST)
def first_whether_data_exist(facts: CommissionRequestFacts, on: date) -> Ruling:
    """The Commission first checks whether data about the applicant exist."""
    if facts.admissible_on is NOT_YET or facts.examination_began_on is NOT_YET:
        return met("The examination has not begun.")
    if None in (facts.admissible_on, facts.examination_began_on, facts.existence_checked_on):
        return ask("When was it checked whether data exist, and when did the examination begin?", COMMISSION)
    return _in_order("the check whether data exist", facts.existence_checked_on, facts.examination_began_on)


@provision("CCF-33-2", reads=("admissible_on", "secretariat_consulted_on", "secretariat_notified_on"), since=AMENDED,
           subject=Subject.COMMISSION_REQUEST)
def secretariat_is_consulted_and_notified(facts: CommissionRequestFacts, on: date) -> Ruling:
    """After admissibility the Secretariat is consulted; the notification between the two comes within 45 days."""
    if facts.admissible_on is NOT_YET:
        return met("The request is not admissible yet.")
    if facts.admissible_on is None:
        return ask("On what day was the request found admissible?", COMMISSION)
    if facts.admissible_on < AMENDED:
        return met("The request was found admissible before the step was introduced.")
    due = days_after(facts.admissible_on, parameter("commission.notification_days", facts.admissible_on))
    steps = {"the consultation of the Secretariat": facts.secretariat_consulted_on,
             "the notification between Secretariat and Commission": facts.secretariat_notified_on}
    return together(*(within(step, due=due, done=day, on=on, of=COMMISSION) for step, day in steps.items()))


@provision("CCF-33-3", reads=("secretariat_assessed_on", "examination_began_on"), subject=Subject.COMMISSION_REQUEST)
def examination_follows_the_assessment(facts: CommissionRequestFacts, on: date) -> Ruling:
    """Since November 2025 the Chamber's examination follows the Secretariat's own assessment of compliance."""
    if facts.examination_began_on is NOT_YET:
        return met("The examination has not begun.")
    if facts.examination_began_on is None:
        return ask("On what day did the Chamber's examination begin?", COMMISSION)
    if not parameter("commission.secretariat_first", facts.examination_began_on):
        return met("On the day the examination began the Statute set no such order.")
    if facts.secretariat_assessed_on is None:
        return ask("On what day did the Secretariat finish its own assessment?", COMMISSION)
    return _in_order("the Secretariat's assessment", facts.secretariat_assessed_on, facts.examination_began_on)


@provision("CCF-33-D", reads=("draft_sequence", "secretariat_assessed_on", "examination_began_on",
                              "provisional_measure_on"), subject=Subject.COMMISSION_REQUEST)
def draft_nothing_before_the_secretariat(facts: CommissionRequestFacts, on: date) -> Ruling:
    """Draft, off by default: no examination and no provisional measure before the Secretariat's final decision."""
    if not facts.draft_sequence:
        return met("The draft is not adopted; it is switched off.")
    if facts.secretariat_assessed_on is None:
        return ask("On what day did the Secretariat decide finally?", COMMISSION)
    steps = {"the examination": facts.examination_began_on, "a provisional measure": facts.provisional_measure_on}
    for step, day in steps.items():
        if isinstance(day, date) and (facts.secretariat_assessed_on is NOT_YET or day < facts.secretariat_assessed_on):
            return not_met(f"Under the draft {step} may not come before the Secretariat's final decision.")
    if None in steps.values():
        return ask("When did the examination begin, and was a provisional measure taken?", COMMISSION)
    return met("Nothing came before the Secretariat's final decision.")


@provision("CCF-34", reads=("question_asked_on", "question_due_on", "question_answered_on"),
           subject=Subject.COMMISSION_REQUEST)
def questions_have_a_deadline(facts: CommissionRequestFacts, on: date) -> Ruling:
    """The Commission may ask applicant, source, Secretariat or others, and sets a deadline."""
    if facts.question_asked_on is NOT_YET:
        return met("The Commission asked nobody.")
    if facts.question_asked_on is None or facts.question_due_on is None:
        return ask("Whom did the Commission ask, and by what day is the answer due?", COMMISSION)
    return within(f"the answer to the question of {written(facts.question_asked_on)}", due=facts.question_due_on,
                  done=facts.question_answered_on, on=on, of=COMMISSION)


@provision("CCF-X-2", reads=("question_due_on", "question_answered_on", "silence_recorded"),
           subject=Subject.COMMISSION_REQUEST)
def silence_is_recorded(facts: CommissionRequestFacts, on: date) -> Ruling:
    """The silence of a source past its deadline is recorded as a factor for deletion."""
    if isinstance(facts.question_answered_on, date):
        return met("The question was answered.")
    if facts.question_due_on is None:
        return ask("By what day was the source to answer?", COMMISSION)
    if on <= facts.question_due_on:
        return met(f"The source has until {written(facts.question_due_on)} to answer.")
    if facts.question_answered_on is None:
        return ask("Has the source answered?", COMMISSION)
    return yes_or_no(facts.silence_recorded, question="Is the silence of the source written down for the Chamber?",
                     yes="The silence is before the Chamber.", no="The source was silent and the file does not say so.",
                     of=COMMISSION)


@provision("CCF-40-1", reads=CLOCK, subject=Subject.COMMISSION_REQUEST)
def access_in_four_months(facts: CommissionRequestFacts, on: date) -> Ruling:
    """A request for access is decided within four months of being found admissible."""
    return _decision_clock(facts, on, (RequestKind.ACCESS,), "commission.access_months")


@provision("CCF-40-2", reads=CLOCK, subject=Subject.COMMISSION_REQUEST)
def deletion_in_nine_months(facts: CommissionRequestFacts, on: date) -> Ruling:
    """A request for correction or deletion is decided within nine months of being found admissible."""
    return _decision_clock(facts, on, (RequestKind.CORRECTION, RequestKind.DELETION), "commission.deletion_months")


@provision("CCF-40-3", reads=("extended", "extension_reason", "applicant_told_of_extension"),
           subject=Subject.COMMISSION_REQUEST)
def extension_is_special_and_told(facts: CommissionRequestFacts, on: date) -> Ruling:
    """The time is extended only in special circumstances, and the applicant is told."""
    if facts.extended is None:
        return ask("Was the time for the decision extended?", COMMISSION)
    if not facts.extended:
        return met("The time was not extended.")
    if not facts.extension_reason:
        return ask("Which special circumstances call for more time?", COMMISSION)
    return yes_or_no(facts.applicant_told_of_extension, question="Was the applicant told of the extension?",
                     yes="Extended for a stated reason, and the applicant was told.",
                     no="The applicant was not told of the extension.", of=COMMISSION)


def clock_begins(facts: CommissionRequestFacts) -> date | None:
    """The day the four or nine months run from: admissibility, or under the draft the later of the two days."""
    if not isinstance(facts.admissible_on, date):
        return None
    if not facts.draft_sequence:
        return facts.admissible_on
    if not isinstance(facts.secretariat_assessed_on, date):
        return None
    return max(facts.admissible_on, facts.secretariat_assessed_on)


def _decision_clock(facts: CommissionRequestFacts, on: date, kinds: tuple[RequestKind, ...], figure: str) -> Ruling:
    if facts.kind is None:
        return ask("Is access, correction or deletion asked for?", COMMISSION)
    if facts.kind not in kinds:
        return met(f"The request is for {facts.kind}; another time applies.")
    if facts.admissible_on is NOT_YET:
        return met("The request is not admissible yet; the time has not begun.")
    begins = clock_begins(facts)
    if begins is None:
        return ask("On what day did the time for the decision begin?", COMMISSION)
    ruling = within("the decision", due=months_after(begins, parameter(figure, begins)), done=facts.decided_on, on=on,
                    of=COMMISSION)
    if facts.extended:
        return met(f"The time was extended, which the next paragraph is about. {ruling.because}")
    if facts.extended is None and ruling.outcome is not Outcome.MET:
        return ask(f"Was the time extended? {ruling.because}", COMMISSION)
    return ruling


def _in_order(what: str, first: object, then: object) -> Ruling:
    assert isinstance(then, date), "the caller knows the later day"
    if isinstance(first, date) and first <= then:
        return met(f"{what[0].upper()}{what[1:]} came on {written(first)}, before the examination.")
    return not_met(f"The examination began on {written(then)}, before {what}.")
