"""Checks that were planned and made (RPD 22(5), 123-124, 127)."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import together, within, yes_or_no
from article3.law.provision import Ruling, Subject, ask, not_met, provision
from article3.terms.clocks import months_after
from article3.terms.facts_bureau import SupervisionFacts
from article3.terms.happening import NOT_YET, Happening


@provision("RPD-22-5", reads=("plan_exists", "check_every_months", "secretariat_checked_on", "results_recorded"),
           subject=Subject.SUPERVISION)
def secretariat_makes_spot_checks(facts: SupervisionFacts, on: date) -> Ruling:
    """The Secretariat makes spot checks by a plan and records their results."""
    return together(
        yes_or_no(facts.plan_exists, question="Is there a plan of spot checks?", yes="There is a plan of spot checks.",
                  no="There is no plan of spot checks."),
        _repeated("a spot check by the Secretariat", facts.secretariat_checked_on, facts.check_every_months, on),
        yes_or_no(facts.results_recorded, question="Were the results of the last checks recorded?",
                  yes="Results are recorded.", no="The results of the last checks were not recorded."))


@provision("RPD-123-124", reads=("evaluate_every_months", "national_users_evaluated_on", "bureau_evaluated_on"),
           subject=Subject.SUPERVISION)
def users_and_bureaus_are_evaluated(facts: SupervisionFacts, on: date) -> Ruling:
    """Bureaus evaluate their national users and the Secretariat evaluates bureaus, at set intervals."""
    return together(
        _repeated("the bureau's evaluation of its users", facts.national_users_evaluated_on,
                  facts.evaluate_every_months, on),
        _repeated("the Secretariat's evaluation of the bureau", facts.bureau_evaluated_on,
                  facts.evaluate_every_months, on))


@provision("RPD-127", reads=("plan_exists", "check_every_months", "use_checked_on"), subject=Subject.SUPERVISION)
def use_is_spot_checked(facts: SupervisionFacts, on: date) -> Ruling:
    """The use of data is spot-checked."""
    return together(
        yes_or_no(facts.plan_exists, question="Is there a plan for checking samples of use?",
                  yes="There is a plan.", no="There is no plan for checking samples of use."),
        _repeated("a check of a sample of use", facts.use_checked_on, facts.check_every_months, on))


def _repeated(what: str, last: Happening | None, every_months: int | None, on: date) -> Ruling:
    """Something due again and again; the rules leave the interval to the plan, so an unknown one is asked for."""
    if last is NOT_YET:
        return not_met(f"{what[0].upper()}{what[1:]} was never made.")
    if last is None or every_months is None:
        return ask(f"How often is {what} due, and when was the last?")
    return within(what, due=months_after(last, every_months), done=NOT_YET, on=on)
