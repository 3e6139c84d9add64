"""RPD 1, 12, 34(4), 46, 61, 74, 77, 78, 86, 102-103: how a notice request is examined, decided and published."""

from __future__ import annotations

from datetime import date
from functools import partial

from article3.law.deadlines import yes_or_no
from article3.law.forms import notice, red_notice
from article3.law.parameters import parameter
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision
from article3.terms.facts_procedure import ProcedureFacts
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET

procedural = partial(provision, subject=Subject.PROCEDURE)


def _day(happening: object) -> date | None:
    return happening if isinstance(happening, date) else None


@procedural("RPD-1-13", concerns=notice, reads=("published_on", "published_by_secretariat", "published_to_all_members"))
def only_the_secretariat_publishes_to_all(facts: ProcedureFacts, on: date) -> Ruling:
    """A notice goes to all members, and only the Secretariat publishes it."""
    if facts.published_on is NOT_YET:
        return met("Nothing is published yet.")
    if facts.published_by_secretariat is False:
        return not_met("The notice was not published by the Secretariat.")
    if facts.published_to_all_members is False:
        return not_met("The notice did not go to all members that may read it.")
    if facts.published_by_secretariat is None or facts.published_to_all_members is None:
        return ask("Who published the notice, and did it go to all members?")
    return met("The Secretariat published the notice to all members.")


@procedural("RPD-12-2", reads=("error_reported_on", "error_corrected_on"))
def source_corrects_errors(facts: ProcedureFacts, on: date) -> Ruling:
    """The source is responsible for quality and corrects errors."""
    reported = _day(facts.error_reported_on)
    if facts.error_reported_on is NOT_YET:
        return met("No error was reported.")
    if reported is None:
        return ask("Was an error in these data reported to the source, and on what day?")
    if facts.error_corrected_on is NOT_YET:
        return not_met(f"An error reported on {reported} is not corrected.")
    if facts.error_corrected_on is None:
        return ask(f"An error was reported on {reported}. Was it corrected?", Asked.REQUESTER)
    return met(f"An error reported on {reported} was corrected on {facts.error_corrected_on}.")


@procedural("RPD-34-4", reads=("repository_edition", "reviewed_on"))
def review_cites_the_repository_in_force(facts: ProcedureFacts, on: date) -> Ruling:
    """The review cites the edition of the Repository of Practice in force on that date."""
    if facts.reviewed_on is NOT_YET:
        return met("The review is not finished.")
    edition = parameter("article3.repository", _day(facts.reviewed_on) or on)
    if not facts.repository_edition:
        return ask(f"Which edition of the Repository of Practice does the review cite? In force: {edition}.")
    if facts.repository_edition != edition:
        return not_met(f"The review cites the edition {facts.repository_edition}; in force was {edition}.")
    return met(f"The review cites the edition in force: {edition}.")


@procedural("RPD-46", reads=("updated_on", "checked_after_update"))
def update_restarts_the_relevance_check(facts: ProcedureFacts, on: date) -> Ruling:
    """The source updates without delay; an update restarts the check of relevance."""
    if facts.updated_on is NOT_YET:
        return met("The source changed nothing.")
    if facts.updated_on is None:
        return ask("Did the source change anything since the review?")
    return yes_or_no(facts.checked_after_update, question="Was the change checked for relevance?",
                     yes="The change was checked.", no="The change was not checked.")


@procedural("RPD-61", reads=("public_extract_made", "public_extract_consented", "public_extract_separate"))
def public_extract_only_with_consent(facts: ProcedureFacts, on: date) -> Ruling:
    """A public extract exists only with the source's prior consent and as a separate object."""
    if facts.public_extract_made is False:
        return met("There is no public extract.")
    if facts.public_extract_made is None:
        return ask("Is there a public extract?")
    if facts.public_extract_consented is False:
        return not_met("The public extract was made without the source's consent.")
    if facts.public_extract_separate is False:
        return not_met("What the public sees is the record itself, not a separate extract.")
    if facts.public_extract_consented is None or facts.public_extract_separate is None:
        return ask("Did the source consent beforehand, and is the public extract a separate object?")
    return met("A separate public extract was made with the source's consent.")


@procedural("RPD-74-1", concerns=notice, reads=("published_on", "reviewed_on"))
def published_only_after_review(facts: ProcedureFacts, on: date) -> Ruling:
    """Only the Secretariat publishes, and only after review."""
    published, reviewed = _day(facts.published_on), _day(facts.reviewed_on)
    if facts.published_on is NOT_YET:
        return met("Nothing is published yet.")
    if published is None or facts.reviewed_on is None:
        return ask("When was the review finished, and when was the notice published?")
    if reviewed is None or reviewed > published:
        return not_met(f"Published on {published} before the review was finished.")
    return met(f"Reviewed on {reviewed}, published on {published}.")


@procedural("RPD-74-2", concerns=notice, reads=("published_on", "next_check_due_on", "checked_on"))
def published_notices_are_checked_again(facts: ProcedureFacts, on: date) -> Ruling:
    """Published notices are checked again for continuing conformity."""
    if facts.published_on is NOT_YET:
        return met("Nothing is published yet.")
    if facts.next_check_due_on is None:
        return ask("When is this notice to be checked again?")
    if facts.next_check_due_on < on and (facts.checked_on is None or facts.checked_on < facts.next_check_due_on):
        return not_met(f"The check due on {facts.next_check_due_on} was not made.")
    return met(f"To be checked again by {facts.next_check_due_on}.")


@procedural("RPD-77-a", concerns=notice, reads=("published_on", "findings_not_met", "findings_open"))
def conditions_of_the_type_are_met(facts: ProcedureFacts, on: date) -> Ruling:
    """No publication if the conditions of the type are not met."""
    if facts.findings_not_met is None or facts.findings_open is None:
        return ask("Which rules are not met or open in the assessment this rests on?")
    if facts.published_on is NOT_YET:
        return met("Nothing is published yet.")
    waiting = (*facts.findings_not_met, *facts.findings_open)
    if waiting:
        return not_met(f"Published although not met or open: {', '.join(waiting)}.")
    return met("No rule was not met or open.")


@procedural("RPD-77-V", concerns=notice, reads=("seen_by_bureaus_before_decision",))
def nobody_sees_a_request_before_the_decision(facts: ProcedureFacts, on: date) -> Ruling:
    """No other bureau can see a request before authorisation."""
    return yes_or_no(None if facts.seen_by_bureaus_before_decision is None
                     else not facts.seen_by_bureaus_before_decision,
                     question="Could any other bureau see the request before the decision?",
                     yes="No other bureau could see the request before the decision.",
                     no="Another bureau could see the request before the decision.")


@procedural("RPD-78", concerns=notice, reads=("questions_open", "questions_unanswered", "published_on",
                                               "decision_code"))
def incomplete_requests_wait_and_then_fall(facts: ProcedureFacts, on: date) -> Ruling:
    """An incomplete request: the requester is asked with a deadline; unpublished meanwhile, refused if unanswered."""
    if facts.questions_open is None or facts.questions_unanswered is None:
        return ask("Which questions were put to the requester, and which deadlines have passed?")
    published = _day(facts.published_on)
    if published and (facts.questions_open or facts.questions_unanswered):
        return not_met("Published while questions to the requester were open.")
    if facts.questions_unanswered and facts.decision_code != "refused":
        return not_met(f"{facts.questions_unanswered} question(s) went unanswered: the request is to be refused.")
    return met("No question was passed over.")


@procedural("RPD-86", concerns=red_notice, reads=("published_on", "article_2_determined", "article_3_determined",
                                                   "reviewed_on"))
def legal_review_before_publication(facts: ProcedureFacts, on: date) -> Ruling:
    """The legal review, Articles 2 and 3 in particular, is recorded before publication."""
    if facts.published_on is NOT_YET:
        return met("Nothing is published yet.")
    determined = (facts.article_2_determined, facts.article_3_determined)
    if None in determined or facts.reviewed_on is None:
        return ask("Where is the legal review recorded, with its determinations on Articles 2 and 3?")
    if not all(determined) or facts.reviewed_on is NOT_YET:
        return not_met("The legal review on Articles 2 and 3 is not recorded.")
    return met(f"Legal review recorded on {facts.reviewed_on}.")


@procedural("RPD-102-103", concerns=notice, reads=("own_motion", "own_motion_recorded"))
def own_motion_of_the_secretariat(facts: ProcedureFacts, on: date) -> Ruling:
    """The Secretariat may ask for information and publish on its own motion, and records why."""
    if facts.own_motion is False:
        return met("The notice was asked for by its source.")
    if facts.own_motion is None:
        return ask("Was the notice asked for by a source, or made on the Secretariat's own motion?")
    return yes_or_no(facts.own_motion_recorded, question="Is the reason for acting on its own motion recorded?",
                     yes="The reason for acting on its own motion is recorded.",
                     no="The reason for acting on its own motion is not recorded.")
