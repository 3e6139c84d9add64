"""Revision: a decision stands unless a fact nobody knew then could have changed it; six months from learning of it
(Statute 42). What the register learns is noted on the decided request, and a member says what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from article3.commission.lifecycle.learned import Learned
from article3.commission.lifecycle.procedure import noted, require, require_hand, worded
from article3.commission.lifecycle.request import CommissionRequest, Stage
from article3.law.provision import Subject
from article3.law.rulebook import assess
from article3.terms.clocks import day_of
from article3.terms.facts_disclosure import RevisionFacts
from article3.terms.finding import Outcome, Refused
from article3.terms.sitting import Sitting

DECIDED = frozenset({Stage.DECIDED, Stage.CARRIED_OUT})
CITATION = "Statute 42"


def note_new_fact(request: CommissionRequest, learned: Learned, *, at: datetime) -> CommissionRequest:
    """A fact the register learned of a file of the request after the decision. Raises Refused for one that was known
    then, is noted already, or was learned too long ago to revise on."""
    require(request, DECIDED, "revised")
    assert request.decision is not None, "decided without a decision"
    if learned.learned_on <= request.decision.on or learned.key in {each.key for each in request.learned}:
        raise Refused("The fact is not new.", CITATION)
    if learned.until < day_of(at):
        raise Refused("Six months have passed since the fact was learned.", CITATION)
    return noted(request, "new_fact", at, None, learned.fact, learned=(*request.learned, learned))


def rule_on_new_fact(request: CommissionRequest, key: str, *, could_change: bool, words: str, at: datetime,
                     sitting: Sitting) -> CommissionRequest:
    """A member says whether it could have led to another decision. If so the applicant is told, in these words, that a
    revision can be asked for; if not it is set aside, with this reason."""
    require_hand(request, sitting)
    on = day_of(at)
    found = next((each for each in request.learned if each.key == key and each.open), None)
    if found is None:
        raise Refused("No such fact waits.", CITATION)
    words = worded(words, "What the applicant is told, or the reason", CITATION)
    if not could_change:
        return _settled(request, replace(found, set_aside_on=on, words=words), at, sitting)
    if request.decision is None or not request.decision.data_may_be_told:
        raise Refused("The applicant may not learn that there are data: what must stay closed is not told in this way.",
                      "Statute 35")
    facts = RevisionFacts(new_fact=True, known_at_decision=False, could_change_result=True, filed_on=on,
                          discovered_on=found.learned_on)
    for finding in assess(facts, on, subject=Subject.REVISION).findings:
        if finding.outcome is Outcome.NOT_MET:
            raise Refused(finding.because, str(finding.citation))
    return _settled(request, replace(found, told_on=on, words=words), at, sitting)


def told(request: CommissionRequest) -> tuple[Learned, ...]:
    """The new facts the applicant was told of."""
    return tuple(each for each in request.learned if each.told_on is not None)


def _settled(request: CommissionRequest, settled: Learned, at: datetime, sitting: Sitting) -> CommissionRequest:
    rest = tuple(settled if each.key == settled.key else each for each in request.learned)
    return noted(request, "new_fact_told" if settled.told_on else "new_fact_set_aside", at, sitting.officer,
                 settled.fact, learned=rest)
