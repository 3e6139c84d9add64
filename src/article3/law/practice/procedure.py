"""The task force's stages, and what happens to a wanted diffusion after it was sent."""

from __future__ import annotations

from datetime import date

from article3.law.deadlines import yes_or_no
from article3.law.forms import diffusion, wanted_diffusion
from article3.law.provision import Ruling, ask, met, not_met
from article3.law.rpd.procedure import procedural
from article3.terms.facts_procedure import ProcedureFacts
from article3.terms.happening import NOT_YET

_ARTICLE_83 = ("RPD-83-", "LST-")


@procedural("RPD-1-14", concerns=diffusion, reads=("sent_on", "recipients", "recorded_with_sending"))
def diffusion_is_recorded_as_it_is_sent(facts: ProcedureFacts, on: date) -> Ruling:
    """A diffusion goes to chosen recipients and is recorded in a police database in the same transaction."""
    if facts.sent_on is NOT_YET:
        return met("The diffusion is not sent yet.")
    if facts.recipients == 0:
        return not_met("The diffusion names no recipient.")
    if facts.recipients is None:
        return ask("To which bureaus was the diffusion sent?")
    return yes_or_no(facts.recorded_with_sending, question="Was the diffusion recorded in the same transaction?",
                     yes=f"Sent to {facts.recipients} recipient(s) and recorded in the same transaction.",
                     no="The diffusion was sent without being recorded with it.")


@procedural("RPD-99-T", concerns=wanted_diffusion, reads=("sent_on", "reviewed_on", "pending_warning_shown"))
def unreviewed_diffusions_carry_a_warning(facts: ProcedureFacts, on: date) -> Ruling:
    """Every sent wanted diffusion carries a warning that review is pending until it is reviewed."""
    if facts.sent_on is NOT_YET:
        return met("The diffusion is not sent yet.")
    if isinstance(facts.reviewed_on, date):
        return met(f"Reviewed on {facts.reviewed_on}: no warning is needed any more.")
    return yes_or_no(facts.pending_warning_shown, question="Does every reading carry the warning of pending review?",
                     yes="Every reading carries the warning of pending review.",
                     no="The warning of pending review is missing.")


@procedural("RPD-99-R", concerns=wanted_diffusion, reads=("sent_on", "reviewed_on", "review_due_on"))
def every_wanted_diffusion_is_reviewed(facts: ProcedureFacts, on: date) -> Ruling:
    """Every wanted diffusion is reviewed after sending with the same criteria as a red notice."""
    if facts.sent_on is NOT_YET:
        return met("The diffusion is not sent yet.")
    if isinstance(facts.reviewed_on, date):
        return met(f"Reviewed on {facts.reviewed_on}.")
    if facts.reviewed_on is None or facts.review_due_on is None:
        return ask("Was the diffusion reviewed, and by what day is it to be?")
    if on > facts.review_due_on:
        return not_met(f"The review was due on {facts.review_due_on} and has not been made.")
    return met(f"The review is pending; due on {facts.review_due_on}.")


@procedural("RPD-99-M", concerns=wanted_diffusion, reads=("grounds_cited", "article_83_ground_decided_by_person"))
def article_83_is_policy_and_not_the_legal_ground(facts: ProcedureFacts, on: date) -> Ruling:
    """Article 83 runs as policy checks with their own codes; a refusal does not cite it unless a person decides to."""
    cited = [rule for rule in facts.grounds_cited if rule.startswith(_ARTICLE_83)]
    if not cited:
        return met("No ground under Article 83 is cited.")
    return yes_or_no(facts.article_83_ground_decided_by_person,
                     question=f"Did a person decide to cite {', '.join(cited)} as the legal ground?",
                     yes=f"A person decided to cite {', '.join(cited)}.",
                     no=f"{', '.join(cited)} is cited as the legal ground without a person's decision.")


@procedural("RPD-99-N", concerns=wanted_diffusion, reads=("found_not_compliant", "recipients", "recipients_told"))
def every_recipient_is_told(facts: ProcedureFacts, on: date) -> Ruling:
    """If not compliant, all recipients are told and asked to correct national files."""
    if facts.found_not_compliant is None:
        return ask("Was the diffusion found not compliant?")
    if not facts.found_not_compliant:
        return met("The diffusion was not found not compliant.")
    if facts.recipients is None or facts.recipients_told is None:
        return ask("How many bureaus had the diffusion, and how many were told?")
    if facts.recipients_told < facts.recipients:
        return not_met(f"{facts.recipients - facts.recipients_told} of {facts.recipients} recipients were not told.")
    return met(f"All {facts.recipients} recipients were told." if facts.recipients != 1 else "The recipient was told.")


@procedural("NDT-3", reads=("doubt_raised", "detailed_review_opened"))
def doubt_leads_to_detailed_review(facts: ProcedureFacts, on: date) -> Ruling:
    """Doubt leads to a detailed review with questions to the source, other bureaus and open sources."""
    if facts.doubt_raised is None:
        return ask("Did screening or an officer raise a doubt?")
    if not facts.doubt_raised:
        return met("No doubt was raised.")
    return yes_or_no(facts.detailed_review_opened, question="Was a detailed review opened on the doubt?",
                     yes="A detailed review was opened on the doubt.", no="A doubt was raised and not followed up.")


@procedural("NDT-4", reads=("reviewed_on", "decided_by", "decision_code"))
def people_decide_with_a_reason_code(facts: ProcedureFacts, on: date) -> Ruling:
    """A person decides to authorise, refuse or cancel, with a reason code."""
    if facts.reviewed_on is NOT_YET:
        return met("Nothing is decided yet.")
    if not facts.decided_by or not facts.decision_code:
        return ask("Who decided, and with which reason code (Article 2, Article 3, other)?")
    if len(set(facts.decided_by)) < 2:
        return not_met("One person alone decided; a second signature is missing.")
    return met(f"Decided by {' and '.join(sorted(set(facts.decided_by)))}: {facts.decision_code}.")


@procedural("NDT-5", reads=("published_on", "sent_on", "next_check_due_on", "checked_on"))
def everything_in_force_is_reviewed_again(facts: ProcedureFacts, on: date) -> Ruling:
    """Published red notices and wanted diffusions are reviewed again continuously, older ones included."""
    if facts.published_on is NOT_YET or facts.sent_on is NOT_YET:
        return met("Nothing is in force yet.")
    if facts.next_check_due_on is None:
        return ask("Where does this stand in the queue of what is reviewed again?")
    if facts.next_check_due_on < on and (facts.checked_on is None or facts.checked_on < facts.next_check_due_on):
        return not_met(f"The review due on {facts.next_check_due_on} was not made.")
    return met(f"In the queue for {facts.next_check_due_on}.")


@procedural("NDT-6", reads=("screening_shown_to_bureaus",))
def screening_findings_stay_inside(facts: ProcedureFacts, on: date) -> Ruling:
    """Screening findings are not shown to bureaus."""
    shown = facts.screening_shown_to_bureaus
    return yes_or_no(None if shown is None else not shown, question="Was any screening finding shown to a bureau?",
                     yes="No bureau was shown a screening finding.", no="A bureau was shown a screening finding.")
