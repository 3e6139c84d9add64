"""What would change the outcome of an assessment: the smallest sets of answers or of facts, and no more than that.

Open: which answers settle it, and that any one of them given as *not met* ends it. Not compliant: which smallest
sets of other facts would lift every rule that is not met. It asks what the file would have to show; it proposes
nothing and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, islice, product
from typing import Any

from article3.law.levers import Lever, levers_for, merged, with_number
from article3.law.provision import EXCEPTIONS, Provision, Subject
from article3.law.rulebook import Assessment, Standing, applied, assess, in_force
from article3.terms.finding import Finding, Outcome

MOST_FACTS = 2
"""How many facts may have to change for one rule before we say that no small change lifts it."""
MOST_SETS = 12
"""How many smallest sets are told; beyond that a reader learns nothing more."""
_MOST_COMBINED = 4_000
_MOST_TRIED = 200
_MOST_VALUES = 64


Way = dict[str, tuple[Lever, ...]]
"""One way to lift a rule: the facts that would change together, each with the values that would do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WouldChange:
    """What would change the outcome.

    `settles`: the questions whose answers, all met, leave nothing open. `ends`: the rules of which any single answer
    *not met* makes it not compliant. `lifts`: smallest sets of other facts that would lift every rule not met, the
    smallest first; `by_rule`: the same for each rule alone. `fixed`: rules not met that no small change of facts lifts.
    """

    standing: Standing
    settles: tuple[Finding, ...] = ()
    ends: tuple[str, ...] = ()
    lifts: tuple[tuple[Lever, ...], ...] = ()
    by_rule: tuple[tuple[str, tuple[tuple[Lever, ...], ...]], ...] = ()
    fixed: tuple[str, ...] = ()


def would_change(facts: Any, assessment: Assessment, *, subject: Subject = Subject.COMMUNICATION) -> WouldChange:
    """What would change this assessment of these facts; it knows by its findings which rules a reviewer answered."""
    open_questions = tuple(finding for finding in assessment.of(Outcome.QUESTION) if not finding.advisory)
    ends = tuple(finding.rule for finding in open_questions)
    settles = _settling(open_questions)
    if assessment.standing is not Standing.NOT_COMPLIANT:
        return WouldChange(standing=assessment.standing, settles=settles, ends=ends)
    ways = _ways_by_rule(facts, assessment, subject)
    fixed = tuple(rule for rule, found in ways.items() if not found)
    lifts = () if fixed else _smallest(_unions(ways), facts, assessment.on, subject)
    by_rule = tuple((rule, tuple(_told(way) for way in found)) for rule, found in ways.items() if found)
    return WouldChange(standing=assessment.standing, settles=settles, lifts=lifts, by_rule=by_rule, fixed=fixed)


def _settling(questions: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The fewest answers that settle all questions: one covered by others that are asked anyway need not be put."""
    asked = {finding.rule: finding for finding in questions}
    for finding in questions:
        if finding.within and all(rule in asked for rule in finding.within):
            del asked[finding.rule]
    return tuple(asked.values())


def _ways_by_rule(facts: Any, assessment: Assessment, subject: Subject) -> dict[str, list[Way]]:
    """The ways to lift each binding rule not met; none for a rule a reviewer answered, whatever the facts."""
    by_rule = {rule.rule: rule for rule in in_force(subject, assessment.on)}
    return {finding.rule: [] if _answered(finding) else _ways(by_rule[finding.rule], facts, assessment.on)
            for finding in assessment.of(Outcome.NOT_MET) if not finding.advisory}


def _answered(finding: Finding) -> bool:
    return f"answer:{finding.rule}" in finding.rests_on


def _ways(rule: Provision, facts: Any, on: date) -> list[Way]:
    """The smallest sets of facts after whose change this one rule is no longer not met."""
    levers = levers_for(facts, on, _reads(rule, facts, on))
    ways: list[Way] = []
    for size in range(1, MOST_FACTS + 1):
        found: dict[tuple[str, ...], list[tuple[Lever, ...]]] = {}
        for chosen in combinations(levers, size):
            names = tuple(lever.fact for lever in chosen)
            if _holds_none(set(names), ways) and len(set(names)) == size and _passes(rule, _changed(facts, chosen), on):
                found.setdefault(names, []).append(tuple(_just_enough(rule, facts, chosen, on)))
        ways += [_columns(names, sets) for names, sets in found.items()]
    return ways


def _columns(names: tuple[str, ...], sets: list[tuple[Lever, ...]]) -> Way:
    """Sets of levers on the same facts, turned into the values that do for each fact."""
    return {name: tuple(dict.fromkeys(column)) for name, column in zip(names, zip(*sets, strict=True), strict=True)}


def _holds_none(names: set[str], ways: Iterable[Way]) -> bool:
    return not any(way.keys() <= names for way in ways)


def _just_enough(rule: Provision, facts: Any, chosen: tuple[Lever, ...], on: date) -> Iterator[Lever]:
    """The same levers, each figure brought to the one that just helps while the others stay as they are."""
    for lever in chosen:
        value = lever.values[0][1]
        if type(value) is not int:
            yield lever
            continue
        others = [other for other in chosen if other is not lever]
        enough, short = value, getattr(facts, lever.fact) or 0
        while abs(enough - short) > 1:
            middle = (enough + short) // 2
            tried = _changed(facts, (*others, with_number(lever, middle)))
            enough, short = (middle, short) if _passes(rule, tried, on) else (enough, middle)
        yield with_number(lever, enough)


def _reads(rule: Provision, facts: Any, on: date) -> tuple[str, ...]:
    """Everything the rule and its exceptions look at, as the rulebook reports it."""
    exceptions = [name for each in EXCEPTIONS if rule.rule in each.to for name in each.reads]
    return tuple(dict.fromkeys((*rule.reads, *exceptions)))


def _passes(rule: Provision, facts: Any, on: date) -> bool:
    return applied(rule, facts, on).outcome is not Outcome.NOT_MET


def _unions(ways: dict[str, list[Way]]) -> list[Way]:
    """One way for each rule, put together; the fewest facts first."""
    unions: dict[frozenset[str], Way] = {}
    for chosen in islice(product(*ways.values()), _MOST_COMBINED):
        union: Way = {}
        for way in chosen:
            for name, levers in way.items():
                union[name] = tuple(dict.fromkeys((*union.get(name, ()), *levers)))
        unions.setdefault(frozenset(union), union)
    return sorted(unions.values(), key=lambda union: (len(union), sorted(union)))


def _smallest(unions: list[Way], facts: Any, on: date, subject: Subject) -> tuple[tuple[Lever, ...], ...]:
    """The unions that leave nothing not met in the whole rulebook; none that holds a smaller one."""
    kept: list[Way] = []
    for union in unions[:_MOST_TRIED]:
        if len(kept) < MOST_SETS and _holds_none(set(union), kept):
            passing = [chosen for chosen in islice(product(*union.values()), _MOST_VALUES)
                       if _nothing_not_met(_changed(facts, chosen), on, subject)]
            if passing:
                kept.append(_columns(tuple(union), passing))
    return tuple(map(_told, kept))


def _told(way: Way) -> tuple[Lever, ...]:
    """One lever a fact, the values that do told together."""
    return tuple(sorted(map(merged, way.values()), key=lambda lever: lever.order))


def _nothing_not_met(facts: Any, on: date, subject: Subject) -> bool:
    return assess(facts, on, subject=subject).standing is not Standing.NOT_COMPLIANT


def _changed(facts: Any, levers: Iterable[Lever]) -> Any:
    changes: dict[str, Any] = {}
    for lever in levers:
        changes.update(lever.values)
    return replace(facts, **changes)
