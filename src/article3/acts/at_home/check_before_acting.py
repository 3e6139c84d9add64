"""Before acting on a result an officer answers what the rules ask; the answers are the proof, under a number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.law.provision import Subject
from article3.law.rulebook import assess
from article3.lifecycle.frontline import ActionChecked, PreActionCheck, Result, facts_of_use
from article3.terms.clocks import day_of
from article3.terms.facts_national import LegalValue, Regime
from article3.terms.finding import Outcome, Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBeforeActing:
    """The answers as the officer gave them, and what national law gives to the item."""

    check: PreActionCheck
    value: LegalValue | None
    regime: Regime


def check_before_acting(order: CheckBeforeActing, *, at: datetime, sitting: Sitting, cabinet: Cabinet,
                        arrivals: Arrivals) -> ActionChecked:  # fmt: skip
    """Every rule on national use is asked; what is open or against the use stands beside the number. It is kept
    whatever it says: the proof is that somebody asked."""
    result = cabinet.one(Result, order.check.result)
    if result.same is not True:
        raise Refused("Nobody has confirmed that this is the person: a result is a candidate until then.", "RPD-104")
    check = _judged(order, at)
    cabinet.keep(check)
    event = ActionChecked(reference=result.item, at=at, by=sitting.officer, seat=sitting.seat, check=check.id,
                          in_order=check.in_order)
    cabinet.write_down(event)
    return event


def _judged(order: CheckBeforeActing, at: datetime) -> PreActionCheck:
    check = order.check
    found = assess(facts_of_use(check, order.value, order.regime), day_of(at), subject=Subject.NATIONAL_USE).findings
    asked = [finding.because for finding in found if finding.outcome is Outcome.QUESTION and not finding.advisory]
    against = [finding.because for finding in found if finding.outcome is Outcome.NOT_MET]
    asked += [sentence for value, sentence in (
        (check.still_valid, "Is the record still valid now? Ask your bureau."),
        (check.something_besides, "Is there anything besides the record?"),
        (check.misuse_looked_for, "Were signs of misuse looked for?"),
        (check.supervisor or None, "Which supervisor was informed?"),
        (check.papers_asked, "Were the papers asked for?"),
        (check.told_how_to_contest, "Was the person told how to contest the record?")) if value is None]
    against += [sentence for value, sentence in (
        (check.still_valid, "The record is not confirmed as valid."),
        (check.something_besides, "The action would rest on the record alone."),
        (check.misuse_looked_for, "Nobody looked for signs of misuse."),
        (check.papers_asked, "The papers were not asked for."),
        (check.told_how_to_contest, "The person was not told how to contest the record.")) if value is False]
    against += ["Signs of misuse were seen: ask your bureau before anything else."] if check.misuse_signs else []
    return replace(check, open_questions=tuple(dict.fromkeys(asked)), against=tuple(dict.fromkeys(against)))
