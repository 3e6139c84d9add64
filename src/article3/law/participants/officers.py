"""The people who act: reviewers, trained users, security and data protection officers."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.deadlines import together, yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_bureau import BureauFacts
from article3.terms.facts_rights import AssignmentFacts, RightsFacts
from article3.terms.happening import NOT_YET


@provision("CON-30", reads=("officer_nationalities", "countries_concerned", "under_instructions"),
           subject=Subject.ASSIGNMENT)
def staff_take_no_instructions(facts: AssignmentFacts, on: date) -> Ruling:
    """Staff act without instructions of any government; nobody handles a file of their own country."""
    own = facts.officer_nationalities & facts.countries_concerned
    if own:
        return not_met(f"It is a file of the officer's own country ({', '.join(sorted(own))}): another takes it.")
    if facts.under_instructions:
        return not_met("A government gave the officer instructions about the file: another officer takes it.")
    if not facts.officer_nationalities or not facts.countries_concerned or facts.under_instructions is None:
        return ask("What are the officer's nationalities, which countries does the file concern, and has any "
                   "government given the officer instructions about it?")
    return met("The file does not concern the officer's own country and nobody gave instructions.")


@provision("RPD-17", reads=("granted_on", "trained_on", "supervised"), subject=Subject.RIGHTS)
def users_are_trained_and_supervised(facts: RightsFacts, on: date) -> Ruling:
    """Nobody has access without training and a supervising officer."""
    if facts.granted_on is NOT_YET:
        return met("The officer has no access.")
    if facts.granted_on is None or facts.trained_on is None:
        return ask("On what day did the officer get access, and on what day was the training finished?")
    if facts.trained_on is NOT_YET:
        return not_met("The officer has access and was not trained.")
    if facts.trained_on > facts.granted_on:
        return not_met(f"Access since {written(facts.granted_on)}, training only on {written(facts.trained_on)}.")
    return yes_or_no(facts.supervised, question="Which officer supervises this user?",
                     yes="Trained before access was given, and supervised.", no="Nobody supervises the user.")


@provision("RPD-115-117", reads=("security_officer_named", "security_rules_applied"), subject=Subject.BUREAU)
def security_officer_and_rules(facts: BureauFacts, on: date) -> Ruling:
    """Each participant names a security officer and applies the security rules."""
    return together(
        yes_or_no(facts.security_officer_named, question="Has the bureau named a security officer?",
                  yes="A security officer is named.", no="The bureau has named no security officer."),
        yes_or_no(facts.security_rules_applied, question="Does the bureau apply the security rules?",
                  yes="The security rules are applied.", no="The bureau does not apply the security rules."))


@provision("RPD-121", reads=("data_protection_officer_named",), subject=Subject.BUREAU)
def data_protection_officer(facts: BureauFacts, on: date) -> Ruling:
    """Each bureau names a data protection officer, and so does the Organization (121A)."""
    return yes_or_no(facts.data_protection_officer_named, question="Who is the data protection officer?",
                     yes="A data protection officer is named.", no="No data protection officer is named.")
