"""A bureau's own screening, its position, its answer to a foreign request (task force practice; RPD 34(3)(d), 58)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.deadlines import yes_or_no
from article3.law.provision import Ruling, Subject, ask, met, not_met, provision, requester
from article3.terms.facts_national import IncomingRequestFacts
from article3.terms.finding import Asked
from article3.terms.happening import NOT_YET


@provision("NAT-4", reads=("screened_by", "screened_on", "sent_on"), subject=Subject.INCOMING_REQUEST)
def requester_screens_first(facts: IncomingRequestFacts, on: date) -> Ruling:
    """The requesting bureau has the first responsibility: it records its own screening before it sends."""
    if facts.screened_on is NOT_YET:
        return not_met("The requesting bureau did not screen its own request.")
    if facts.screened_on is None or facts.sent_on is None or not facts.screened_by:
        return requester("Who in your bureau screened the request against the rules, and on what day?")
    if facts.screened_on > facts.sent_on:
        return not_met(f"Sent on {written(facts.sent_on)}, screened only on {written(facts.screened_on)}.")
    return met(f"Screened by {facts.screened_by} on {written(facts.screened_on)}.")


@provision("NAT-5", reads=("another_bureau_concerned", "position_stated_on", "position_before_reviewer"),
           subject=Subject.INCOMING_REQUEST)
def other_bureaus_are_heard(facts: IncomingRequestFacts, on: date) -> Ruling:
    """A bureau can state its position or ask for an addendum; what it states is before the reviewer."""
    if facts.another_bureau_concerned is None:
        return ask("Does the request concern another bureau: the person's country, a court there, its own data?")
    if not facts.another_bureau_concerned or facts.position_stated_on is NOT_YET:
        return met("No other bureau has stated a position.")
    if facts.position_stated_on is None:
        return ask("Has the other bureau stated a position, and on what day?", Asked.OTHER_BUREAU)
    return yes_or_no(facts.position_before_reviewer, question="Does the reviewer have the other bureau's position?",
                     yes="The other bureau's position is before the reviewer.",
                     no="Another bureau stated a position and it is not before the reviewer.")


@provision("NAT-6", reads=("answer", "answer_reason", "answer_officer", "review_on"), subject=Subject.INCOMING_REQUEST)
def each_answer_has_reason_officer_and_review(facts: IncomingRequestFacts, on: date) -> Ruling:
    """A bureau accepts, restricts, refuses or refers a request, with a reason, an officer and a day of review."""
    if facts.answer is None:
        return ask("Does your bureau accept, restrict, refuse or refer the request?", Asked.OTHER_BUREAU)
    if not facts.answer_reason or not facts.answer_officer or facts.review_on is None:
        return ask(f"Your bureau's answer is {facts.answer}: for what reason, by which officer, reviewed when?",
                   Asked.OTHER_BUREAU)
    if facts.review_on < on:
        return not_met(f"The answer was to be reviewed on {written(facts.review_on)}: review it.")
    return met(f"Answered {facts.answer} by {facts.answer_officer}; reviewed on {written(facts.review_on)}.")
