"""A provision: one rule of the index as one small pure function, with its citation, edition and dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from article3.law.index import citation
from article3.terms.finding import Asked, Citation, Finding, Outcome


class Subject(StrEnum):
    """What a provision is applied to; each has its own frozen record of facts in `terms.facts`."""

    COMMUNICATION = "communication"
    RETENTION = "retention"
    SUSPENSION = "suspension"
    CONSULTATION = "consultation"
    HIT = "hit"
    NATIONAL_USE = "national_use"
    MEASURE = "measure"
    RIGHTS = "rights"
    PROTECTION = "protection"
    COMMISSION_REQUEST = "commission_request"
    OPERATION = "operation"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a provision answers, before its citation is attached."""

    outcome: Outcome
    because: str
    asked: Asked | None = None


def met(because: str) -> Ruling:
    """The provision is satisfied, or does not concern this case; `because` says which."""
    return Ruling(Outcome.MET, because)


def not_met(because: str) -> Ruling:
    """The facts before us do not satisfy the provision."""
    return Ruling(Outcome.NOT_MET, because)


def ask(question: str, of: Asked = Asked.REVIEWER) -> Ruling:
    """A fact is missing or the matter is one of judgement: one precise question to a person."""
    return Ruling(Outcome.QUESTION, question, of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A registered provision: what it cites, what it reads, when it holds, and its function."""

    citation: Citation
    subject: Subject
    reads: tuple[str, ...]
    since: date | None
    until: date | None
    computed: bool
    advisory: bool
    concerns: Callable[[Any], bool]
    rule_function: Callable[[Any, date], Ruling]

    def in_force(self, on: date) -> bool:
        """Whether the provision stood in the rules on that day (until is the first day it no longer does)."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)

    def apply(self, facts: Any, on: date) -> Finding:
        """The finding for these facts on that day, naming the facts it rests on and those missing."""
        ruling = self.rule_function(facts, on)
        present = tuple(name for name in self.reads if _known(getattr(facts, name)))
        absent = tuple(name for name in self.reads if name not in present)
        outcome = ruling.outcome
        if self.advisory and outcome is Outcome.NOT_MET:
            outcome = Outcome.QUESTION
        return Finding(citation=self.citation, outcome=outcome, because=ruling.because, rests_on=present,
                       missing=absent if outcome is Outcome.QUESTION else (),
                       asked=ruling.asked or (Asked.REVIEWER if outcome is Outcome.QUESTION else None),
                       advisory=self.advisory)


def _known(value: object) -> bool:
    return value is not None and value != "" and value != () and value != frozenset()


PROVISIONS: list[Provision] = []
_Rule = TypeVar("_Rule", bound=Callable[[Any, date], Ruling])


def provision(rule: str, *, reads: tuple[str, ...], edition: str, subject: Subject = Subject.COMMUNICATION,
              since: date | None = None, until: date | None = None, asked: bool = False, advisory: bool = False,
              concerns: Callable[[Any], bool] = lambda facts: True) -> Callable[[_Rule], _Rule]:
    """Register a rule function under its index id.

    `reads` names every fact the function looks at (tests watch that none is missing from it); `asked` marks a
    rule that always puts a question to a person; `concerns` says which cases the rule is about (a red-notice
    rule does not speak on a blue notice). The function's docstring is the rule in plain words.
    """

    def register(function: _Rule) -> _Rule:
        assert function.__doc__, f"{rule} lacks its sentence"
        PROVISIONS.append(Provision(citation=citation(rule, edition), subject=subject, reads=reads, since=since,
                                    until=until, computed=not asked, advisory=advisory, concerns=concerns,
                                    rule_function=function))
        return function

    return register
