"""The rulebook applied: every provision in force that concerns the case, with its exceptions and its edition."""

from __future__ import annotations

import importlib
import pkgutil
from bisect import bisect_right
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

import article3.law
from article3.law.index import rows
from article3.law.parameters import editions, ended_by_draft, names
from article3.law.provision import EXCEPTIONS, PROVISIONS, Provision, Ruling, Subject, Unless
from article3.terms.finding import Answer, Asked, Citation, Finding, Outcome


class Standing(StrEnum):
    """Where the assessment as a whole stands; people decide, this only orders their work."""

    NOT_COMPLIANT = "not_compliant"
    OPEN = "open"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All findings of one case under the editions in force on one day, in the order of the rulebook index."""

    on: date
    findings: tuple[Finding, ...]

    @property
    def standing(self) -> Standing:
        """Not compliant if any finding is not met, open while a binding question is unanswered, else clear."""
        binding = [finding.outcome for finding in self.findings if not finding.advisory]
        if Outcome.NOT_MET in binding:
            return Standing.NOT_COMPLIANT
        return Standing.OPEN if Outcome.QUESTION in binding else Standing.CLEAR

    def of(self, outcome: Outcome) -> tuple[Finding, ...]:
        """The findings with one outcome, in rulebook order."""
        return tuple(finding for finding in self.findings if finding.outcome is outcome)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Applicable:
    """A provision as it reads on a day: its citation and its exceptions in force."""

    provision: Provision
    citation: Citation
    exceptions: tuple[Unless, ...]
    policy: str = ""


def assess(facts: Any, on: date, *, subject: Subject = Subject.COMMUNICATION,
           answers: Mapping[str, Answer] | None = None) -> Assessment:
    """Apply every provision in force on `on` that concerns these facts; reviewers' answers settle questions only.

    `answers` maps rule ids to a named reviewer's answer. An answer never overturns a computed `not met`.
    """
    known = _known_names(facts)
    rules = _concerned(subject, on, facts)
    findings = tuple([_finding(rule, facts, on, present, absent) for rule, present, absent in _read_by(rules, known)])
    if answers:
        findings = tuple([_settled(finding, answers) for finding in findings])
        findings = tuple([_covered(finding, answers) for finding in findings])
    return Assessment(on=on, findings=_shown(findings))


def applied(rule: Provision, facts: Any, on: date) -> Finding:
    """The finding of one provision, with its exceptions, whether or not it concerns the case."""
    load()
    applicable, present, absent = _read(_applicable(rule, on), _known_names(facts))
    return _finding(applicable, facts, on, present, absent)


def in_force(subject: Subject, on: date) -> tuple[Provision, ...]:
    """The provisions on a subject that stood in the rules on a day, in the order of the index."""
    load()
    order = {rule: place for place, rule in enumerate(rows())}
    standing = [rule for rule in PROVISIONS if rule.subject is subject and rule.in_force(on)]
    return tuple(sorted(standing, key=lambda rule: order[rule.rule]))


@cache
def load() -> None:
    """Import every module of the rulebook once; a row not accounted for, or cited in vain, stops the program here."""
    for module in pkgutil.walk_packages(article3.law.__path__, "article3.law."):
        if ".offences" not in module.name:
            importlib.import_module(module.name)
    importlib.import_module("article3.law.accounting").check()


# -- which provisions speak: chosen once per subject, interval between two changes of the law, and form --------------


def _concerned(subject: Subject, on: date, facts: Any) -> tuple[_Applicable, ...]:
    interval = bisect_right(_turning_days(), on)
    if subject is Subject.COMMUNICATION:
        return _for_form(subject, interval, _Form(facts.channel, facts.colour, facts.aim))
    return _chosen(_interval(subject, interval), facts)


@dataclass(frozen=True, slots=True)
class _Form:
    """All that decides which provisions concern a communication."""

    channel: Any
    colour: Any
    aim: Any


@cache
def _for_form(subject: Subject, interval: int, form: _Form) -> tuple[_Applicable, ...]:
    return _chosen(_interval(subject, interval), form)


def _chosen(standing: tuple[_Applicable, ...], facts: Any) -> tuple[_Applicable, ...]:
    chosen = []
    for each in standing:
        if each.provision.concerns(facts):
            chosen.append(each)
        elif each.provision.policy_for is not None and each.provision.policy_for(facts):
            chosen.append(_as_policy(each))
    return tuple(chosen)


def _as_policy(each: _Applicable) -> _Applicable:
    """The same criterion applied to a wanted diffusion as policy: never cited as the legal ground (RPD-99-M)."""
    cited = replace(each.citation, instrument="Policy RPD-99-M", article=f"99, criterion of {each.citation.article}")
    return replace(each, citation=cited, policy="RPD-99-M")


@cache
def _interval(subject: Subject, interval: int) -> tuple[_Applicable, ...]:
    day = _turning_days()[interval - 1] if interval else date.min
    return tuple(_applicable(rule, day) for rule in in_force(subject, day))


def _applicable(rule: Provision, on: date) -> _Applicable:
    exceptions = tuple(each for each in EXCEPTIONS if rule.rule in each.to
                       and (each.since is None or each.since <= on) and (each.until is None or on < each.until))
    return _Applicable(provision=rule, citation=rule.citation_on(on), exceptions=exceptions)


@cache
def _turning_days() -> tuple[date, ...]:
    """Every day on which some provision, exception or edition begins or ends."""
    load()
    days = {day for rule in PROVISIONS for day in (rule.since, rule.until) if day is not None}
    days |= {day for unless in EXCEPTIONS for day in (unless.since, unless.until) if day is not None}
    days |= {each["since"] for name in names() if name.startswith("editions.") for each in editions(name)}
    return tuple(sorted(days))


# -- one finding -----------------------------------------------------------------------------------------------------


_Read = tuple[_Applicable, tuple[str, ...], tuple[str, ...]]
"""A rule, and of the facts it reads those that are known and those that are not."""


@lru_cache(maxsize=1_024)
def _read_by(rules: tuple[_Applicable, ...], known: frozenset[str]) -> tuple[_Read, ...]:
    """Remembered, because most communications know and lack the same few sets of facts."""
    return tuple([_read(rule, known) for rule in rules])


def _read(rule: _Applicable, known: frozenset[str]) -> _Read:
    return rule, *_parted(rule.provision.reads, tuple([name for name in rule.provision.reads if name in known]))


@lru_cache(maxsize=16_384)
def _parted(reads: tuple[str, ...], present: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The same two tuples for the same facts, so that remembering many cases costs little memory."""
    return present, tuple([name for name in reads if name not in present])


def _finding(rule: _Applicable, facts: Any, on: date, present: tuple[str, ...], absent: tuple[str, ...]) -> Finding:
    ruling = rule.provision.rule_function(facts, on)
    outcome = ruling.outcome
    if outcome is Outcome.NOT_MET and rule.exceptions:
        ruling, decided = _after_exceptions(ruling, rule.exceptions, facts, on)
        outcome = ruling.outcome
        looked_at = [name for each in rule.exceptions for name in each.reads if _is_known(getattr(facts, name))]
        present = tuple(dict.fromkeys((*present, *looked_at)))
        absent = (*absent, *[name for name in decided.reads if name not in present]) if decided else absent
    if outcome is Outcome.NOT_MET and rule.provision.advisory:
        outcome = Outcome.QUESTION
    if outcome is not Outcome.QUESTION:
        return Finding(citation=rule.citation, outcome=outcome, because=ruling.because, rests_on=present,
                       advisory=rule.provision.advisory, policy=rule.policy)
    return Finding(citation=rule.citation, outcome=outcome, because=ruling.because, rests_on=present, missing=absent,
                   asked=ruling.asked or Asked.REVIEWER, advisory=rule.provision.advisory, within=ruling.within,
                   policy=rule.policy)


def _after_exceptions(base: Ruling, exceptions: tuple[Unless, ...], facts: Any,
                      on: date) -> tuple[Ruling, Unless | None]:
    """The base rule's no, lifted by an exception that applies, open while one is unclear, else standing."""
    ended = ended_by_draft()
    rulings = [(each.rule_function(facts, on), each) for each in exceptions if each.rule not in ended]
    for outcome in (Outcome.MET, Outcome.QUESTION):
        for ruling, exception in rulings:
            if ruling.outcome is outcome:
                carried = f"Exception: {ruling.because}" if outcome is Outcome.MET else f"Unless: {ruling.because}"
                return replace(ruling, because=f"{base.because} {carried}"), exception
    return base, None


@cache
def _names(kind: Hashable) -> tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]:
    names = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]
    return names, attrgetter(*names)


def _known_names(facts: Any) -> frozenset[str]:
    """The facts that are known; None, "" and the empty tuple and set say that nobody told us."""
    record: Any = type(facts)
    names, values_of = _names(record)
    return frozenset([name for name, value in zip(names, values_of(facts), strict=True)
                      if value or value is False or type(value) is int])


def _is_known(value: Any) -> bool:
    return bool(value) or value is False or type(value) is int


# -- answers ---------------------------------------------------------------------------------------------------------


def _settled(finding: Finding, answers: Mapping[str, Answer]) -> Finding:
    answer = answers.get(finding.rule)
    if finding.outcome is not Outcome.QUESTION or answer is None:
        return finding
    return replace(finding, outcome=answer.outcome, because=f"{answer.because} ({answer.officer}, {answer.on})",
                   rests_on=(*finding.rests_on, f"answer:{finding.rule}"), missing=(), asked=None, within=())


def _shown(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """A question stays within others only while one of them is open: else it would never be put to anyone."""
    open_rules = {finding.rule for finding in findings if finding.outcome is Outcome.QUESTION and not finding.within}
    return tuple([replace(finding, within=()) if finding.within and open_rules.isdisjoint(finding.within) else finding
                  for finding in findings])


def _covered(finding: Finding, answers: Mapping[str, Answer]) -> Finding:
    """A question that lies within other rules' questions is answered once all of those were answered met."""
    covering = [answers.get(rule) for rule in finding.within]
    if finding.outcome is not Outcome.QUESTION or not covering:
        return finding
    if any(answer is None or answer.outcome is not Outcome.MET for answer in covering):
        return finding
    return replace(finding, outcome=Outcome.MET, because=f"Covered by the answer to {', '.join(finding.within)}.",
                   rests_on=(*finding.rests_on, *(f"answer:{rule}" for rule in finding.within)), missing=(),
                   asked=None, within=())
