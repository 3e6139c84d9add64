"""The register of rights (RPD 107-111)."""

from __future__ import annotations

from datetime import date

from article3.law.clocks import written
from article3.law.deadlines import at_once, together, within, yes_or_no
from article3.law.parameters import parameter
from article3.law.provision import Ruling, Subject, ask, met, provision
from article3.terms.clocks import months_after
from article3.terms.facts_rights import RightsFacts
from article3.terms.happening import NOT_YET


@provision("RPD-107-111", reads=("personal", "granted_on", "need", "registered", "reviewed_on", "left_post_on",
                                 "removed_on"), subject=Subject.RIGHTS)
def rights_are_personal_and_reviewed(facts: RightsFacts, on: date) -> Ruling:
    """A right is personal, rests on a need, is registered, reviewed every year and removed on a change of post."""
    if facts.granted_on is NOT_YET:
        return met("No right was granted.")
    if None in (facts.granted_on, facts.left_post_on, facts.removed_on):
        return ask("When was the right granted, is the officer still in the post, and was the right removed?")
    if isinstance(facts.removed_on, date) and facts.left_post_on is NOT_YET:
        return met(f"The right was removed on {written(facts.removed_on)}.")
    return together(
        yes_or_no(facts.personal, question="Is the right granted to one named officer?",
                  yes="The right is one officer's.", no="The right is a desk's or a group's, not one officer's."),
        met("Its need is stated.") if facts.need else ask("What does the officer need the right for?"),
        yes_or_no(facts.registered, question="Does the register of rights hold this right?",
                  yes="The register holds it.", no="The register of rights does not hold this right."),
        _reviewed(facts, on), _removed(facts, on))


def _reviewed(facts: RightsFacts, on: date) -> Ruling:
    days = [day for day in (facts.granted_on, facts.reviewed_on) if isinstance(day, date)]
    if facts.reviewed_on is None:
        return ask("When was the right last reviewed?")
    due = months_after(max(days), parameter("rights.review_every_months", on))
    return within("the yearly review of the right", due=due, done=NOT_YET, on=on)


def _removed(facts: RightsFacts, on: date) -> Ruling:
    if facts.left_post_on is NOT_YET:
        return met("The officer is in post.")
    assert facts.left_post_on is not None, "asked before"
    return at_once("removal of the right", since=facts.left_post_on, done=facts.removed_on, on=on)
