"""Corrective measures towards a bureau, and disputes (RPD 131, 135)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import explained, written
from article3.law.deadlines import negated, together, yes_or_no
from article3.law.parameters import parameter
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.clocks import months_after
from article3.terms.facts_measure import DisputeFacts, Measure, MeasureFacts, Organ, Routing
from article3.terms.happening import NOT_YET

UNTIMED = (Measure.CORRECT_ERRORS, Measure.EVALUATION_TEAM, Measure.TRAINING)
"""Measures of the Secretariat without a limit in time."""


@provision("RPD-131-a", reads=("measure", "decided_by", "began_on", "ends_on"), subject=Subject.MEASURE)
def secretariat_supervises_three_months(facts: MeasureFacts, on: date) -> Ruling:
    """The Secretariat may correct errors, and may supervise a bureau's processing for three months at most."""
    if facts.measure not in (None, Measure.SUPERVISE_PROCESSING):
        return met("The measure is not supervision of processing.")
    return _three_months(facts, on)


@provision("RPD-131-b", reads=("measure", "decided_by", "began_on", "ends_on"), subject=Subject.MEASURE)
def secretariat_suspends_users_three_months(facts: MeasureFacts, on: date) -> Ruling:
    """The Secretariat may suspend users' access for three months at most."""
    if facts.measure not in (None, Measure.SUSPEND_USERS):
        return met("The measure is not a suspension of users.")
    return _three_months(facts, on)


@provision("RPD-131-c", reads=("measure", "decided_by", "proposed_by_secretariat", "began_on", "ends_on"),
           subject=Subject.MEASURE)
def longer_measures_by_the_committee(facts: MeasureFacts, on: date) -> Ruling:
    """Beyond three months, and on a bureau's rights as a whole, only the Executive Committee decides."""
    if facts.measure in UNTIMED:
        return met("The measure has no limit in time.")
    if facts.measure is None or facts.decided_by is None or facts.began_on is None:
        return ask("Which measure was decided, by which organ, and from what day?")
    committee = facts.decided_by is Organ.EXECUTIVE_COMMITTEE
    if facts.measure not in (Measure.SUPERVISE_PROCESSING, Measure.SUSPEND_USERS) and not committee:
        return not_met(f"Only the Executive Committee may {facts.measure.replace('_', ' ')}.")
    if facts.ends_on is None:
        return ask("On what day does the measure end, or has it no end?")
    if not committee and _too_long(facts):
        return not_met("The measure goes beyond three months and the Executive Committee did not decide it.")
    if not committee:
        return met("The measure stays within the Secretariat's three months.")
    return yes_or_no(facts.proposed_by_secretariat, question="Did the Secretariat propose the measure?",
                     yes="The Executive Committee decided on the Secretariat's proposal.",
                     no="The Executive Committee decided without a proposal of the Secretariat.")


@provision("RPD-131-d", reads=("routing", "routing_basis", "routing_owner", "began_on", "ends_on"),
           subject=Subject.MEASURE)
def routing_has_basis_dates_and_owner(facts: MeasureFacts, on: date) -> Ruling:
    """Diffusions go direct, pre-screened or barred; anything but direct has a basis, dates and an owner."""
    if facts.routing is None:
        return ask("How are the bureau's diffusions routed: direct, pre-screened or barred?")
    if facts.routing is Routing.DIRECT:
        return met("The bureau's diffusions go direct.")
    if facts.ends_on is NOT_YET:
        return not_met("The routing has no end: set one, and decide anew when it comes.")
    if facts.ends_on is None or facts.began_on is None or not facts.routing_basis or not facts.routing_owner:
        return ask("On what legal basis, from when until when, and on whose responsibility are diffusions not direct?")
    if facts.ends_on < on:
        return not_met(f"The routing ended on {written(facts.ends_on)}: diffusions go direct again.")
    return met(f"Until {written(facts.ends_on)}; basis {facts.routing_basis}, owner {facts.routing_owner}.")


@provision("RPD-131-e", reads=("membership_touched", "other_channels_open"), subject=Subject.MEASURE)
def membership_is_never_suspended(facts: MeasureFacts, on: date) -> Ruling:
    """Data measures never suspend membership, and other channels stay open."""
    return together(
        yes_or_no(negated(facts.membership_touched), question="Does the measure touch the country's membership?",
                  yes="Membership is untouched.", no="The measure touches membership, which no data measure may."),
        yes_or_no(facts.other_channels_open, question="Do other channels to the bureau stay open?",
                  yes="Other channels stay open.", no="The measure closes channels it is not about."))


@provision("RPD-135", reads=("between_bureaus", "consulted_on", "settled", "committee_asked_on", "assembly_asked_on"),
           subject=Subject.DISPUTE)
def disputes_climb_a_ladder(facts: DisputeFacts, on: date) -> Ruling:
    """A dispute goes to consultation first, then the Executive Committee, if needed the General Assembly."""
    if facts.between_bureaus is False:
        return met("A person's request about files is not a dispute between bureaus; it goes to the Commission.")
    steps = (facts.consulted_on, facts.committee_asked_on, facts.assembly_asked_on)
    if facts.between_bureaus is None or None in steps:
        return ask("Is it a dispute between bureaus, and when was each step taken?")
    for lower, higher in ((0, 1), (1, 2)):
        first, then = steps[lower], steps[higher]
        if isinstance(then, date) and (not isinstance(first, date) or first > then):
            return not_met(f"{_RUNGS[higher]} before {_RUNGS[lower].lower()}.")
    if facts.settled:
        return met("The dispute is settled.")
    if steps[0] is NOT_YET:
        return ask("Consultation comes first: when do the bureaus consult each other?")
    return met("The steps were taken in their order.")


_RUNGS = ("Consultation", "The Executive Committee was asked", "The General Assembly was asked")


def _three_months(facts: MeasureFacts, on: date) -> Ruling:
    if facts.decided_by is Organ.EXECUTIVE_COMMITTEE:
        return met("The Executive Committee decided; the three months limit the Secretariat.")
    if facts.measure is None or facts.decided_by is None or facts.began_on is None or facts.ends_on is None:
        return ask("Which measure was decided, by which organ, from what day until what day?")
    months = parameter("measures.secretariat_max_months", facts.began_on)
    if _too_long(facts):
        return not_met(f"The Secretariat's measure has a limit: {explained(facts.began_on, months)}")
    return met(f"The measure stays within the limit: {explained(facts.began_on, months)}")


def _too_long(facts: MeasureFacts) -> bool:
    assert facts.began_on is not None, "the caller asked for the first day"
    last = months_after(facts.began_on, parameter("measures.secretariat_max_months", facts.began_on))
    return not isinstance(facts.ends_on, date) or facts.ends_on > last
