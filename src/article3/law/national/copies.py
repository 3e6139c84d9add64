"""What a recipient does with what it received, and with the order to remove it (RPD 80; task force practice)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_national import NationalCopyFacts
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET


@provision("RPD-80", reads=("received_on", "passed_on_nationally_on", "results_known", "results_reported_on"),
           subject=Subject.NATIONAL_COPY)
def bureaus_pass_on_and_report(facts: NationalCopyFacts, on: date) -> Ruling:
    """A recipient bureau passes a notice on to its national services and reports what came of it."""
    if facts.received_on is NOT_YET:
        return met("The bureau has not received it.")
    if facts.received_on is None or facts.passed_on_nationally_on is None or facts.results_known is None:
        return ask("When was it received and passed on nationally, and did anything come of it?", Asked.OTHER_BUREAU)
    if facts.passed_on_nationally_on is NOT_YET:
        return not_met(f"Received on {written(facts.received_on)} and not passed on to the national services.")
    if not facts.results_known:
        return met("Passed on nationally; nothing came of it so far.")
    if facts.results_reported_on is None:
        return ask("Was the result reported to the source and the Secretariat?", Asked.OTHER_BUREAU)
    return not_met("A result is known and was not reported.") if facts.results_reported_on is NOT_YET else \
        met("Passed on nationally, and the result was reported.")


@provision("NAT-3", reads=("removal_asked_on", "removal_due_on", "removal_confirmed_on", "chased_on"),
           subject=Subject.NATIONAL_COPY)
def removal_is_confirmed_or_chased(facts: NationalCopyFacts, on: date) -> Ruling:
    """After cancellation or non-compliance each recipient confirms national removal; who has not is chased."""
    if facts.removal_asked_on is NOT_YET:
        return met("Nobody asked for removal.")
    if isinstance(facts.removal_confirmed_on, date):
        return met(f"The recipient confirmed removal on {written(facts.removal_confirmed_on)}.")
    if None in (facts.removal_asked_on, facts.removal_due_on, facts.removal_confirmed_on):
        return ask("When was removal asked for, by what day, and has the recipient confirmed it?", Asked.OTHER_BUREAU)
    assert facts.removal_due_on is not None, "asked above"
    if on <= facts.removal_due_on:
        return met(f"The recipient has until {written(facts.removal_due_on)} to confirm removal.")
    owed = not_met(f"The recipient has not confirmed removal, due on {written(facts.removal_due_on)}.")
    return not_met(f"{owed.because} Nobody has chased it.") if facts.chased_on is NOT_YET else owed
