"""A provision: one rule of the index as one small pure function, with its citation, edition and dates.

Law is written as base rules, exceptions and exceptions to exceptions; each stays its own small function here, so
that a finding can say which of them carried it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from article3.law.editions import edition_of, first_day_of
from article3.law.index import citation, rows
from article3.terms.finding import Asked, Citation, Outcome


class Subject(StrEnum):
    """What a provision is applied to; each has its own frozen record of facts in `terms.facts*`."""

    COMMUNICATION = "communication"
    PROCEDURE = "procedure"
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
    INTERIM_MEASURE = "interim_measure"
    ASSIGNMENT = "assignment"
    ANALYSIS_FILE = "analysis_file"
    CONFIDENTIALITY = "confidentiality"
    BUREAU = "bureau"
    SUPERVISION = "supervision"
    INCIDENT = "incident"
    DISPUTE = "dispute"
    COMPLIANCE_ENTRY = "compliance_entry"
    LOCATION = "location"
    NATIONAL_COPY = "national_copy"
    INCOMING_REQUEST = "incoming_request"
    COMMISSION_DECISION = "commission_decision"
    DISCLOSURE = "disclosure"
    REVISION = "revision"
    CHAMBER = "chamber"
    COMMISSION_REPORT = "commission_report"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a provision answers, before its citation is attached."""

    outcome: Outcome
    because: str
    asked: Asked | None = None
    within: tuple[str, ...] = ()


@lru_cache(maxsize=4_096)
def met(because: str) -> Ruling:
    """The provision is satisfied, or does not concern this case; `because` says which."""
    return Ruling(Outcome.MET, because)


def not_met(because: str) -> Ruling:
    """The facts before us do not satisfy the provision."""
    return Ruling(Outcome.NOT_MET, because)


def ask(question: str, of: Asked = Asked.REVIEWER, within: tuple[str, ...] = ()) -> Ruling:
    """A fact is missing or the matter is one of judgement: one precise question to a person.

    `within` names the rules whose own question already covers this one: when a person has answered them all with
    met, this question is answered too, and it is shown under them and never put a second time.
    """
    return Ruling(Outcome.QUESTION, question, of, within)


def requester(question: str, within: tuple[str, ...] = ()) -> Ruling:
    """A question the source can answer: something the request does not say."""
    return Ruling(Outcome.QUESTION, question, Asked.REQUESTER, within)


Rule = Callable[[Any, date], Ruling]
Concerns = Callable[[Any], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unless:
    """An exception to one or more rules: its own function, with its own facts and dates."""

    rule: str
    to: tuple[str, ...]
    reads: tuple[str, ...]
    since: date | None
    until: date | None
    rule_function: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A registered provision: what it cites, what it reads, when it holds, and its function."""

    rule: str
    edition: str
    subject: Subject
    reads: tuple[str, ...]
    since: date | None
    until: date | None
    computed: bool
    advisory: bool
    concerns: Concerns
    rule_function: Rule
    policy_for: Concerns | None = None

    @property
    def citation(self) -> Citation:
        """The citation under the newest edition; findings carry the edition of their day."""
        return self.citation_on(date.max)

    def citation_on(self, on: date) -> Citation:
        """The citation as it reads on a day."""
        return citation(self.rule, self.edition or edition_of(rows()[self.rule].instrument, on))

    def in_force(self, on: date) -> bool:
        """Whether the provision stood in the rules on that day (until is the first day it no longer does)."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


PROVISIONS: list[Provision] = []
EXCEPTIONS: list[Unless] = []
_Rule = TypeVar("_Rule", bound=Rule)


def every(facts: Any) -> bool:
    """Concerns every case of the subject."""
    return True


def provision(rule: str, *, reads: tuple[str, ...], edition: str = "", subject: Subject = Subject.COMMUNICATION,
              since: date | None = None, until: date | None = None, asked: bool = False,
              advisory: bool | None = None, concerns: Concerns = every,
              policy_for: Concerns | None = None) -> Callable[[_Rule], _Rule]:
    """Register a rule function under its index id; an id the index does not hold stops the program at start.

    `reads` names every fact the function looks at (a test watches that it is exact); `asked` marks a rule that only
    ever puts a question to a person; `concerns` says which cases the rule is about (a red-notice rule does not
    speak on a blue notice) and, for communications, may look at channel, colour and aim only; `policy_for` names
    cases to which the rule applies as a criterion of policy without binding there as law. Without `edition` the
    citation carries the edition of its instrument in force on the day, and without `since` the rule holds from the
    instrument's first edition. Rows the index marks unsure are advisory. The docstring is the rule in plain words.
    """
    row = rows().get(rule)
    assert row is not None, f"{rule} is not a row of the rulebook index"
    assert not (row.unsure and advisory is False), f"{rule} is marked unsure: it may only ask"
    starts = since or first_day_of(row.instrument)

    def register(function: _Rule) -> _Rule:
        assert function.__doc__, f"{rule} lacks its sentence"
        PROVISIONS.append(Provision(rule=rule, edition=edition, subject=subject, reads=reads, since=starts, until=until,
                                    computed=not asked, advisory=row.unsure if advisory is None else advisory,
                                    concerns=concerns, rule_function=function, policy_for=policy_for))
        return function

    return register


def exception_to(*to: str, rule: str, reads: tuple[str, ...], since: date | None = None,
                 until: date | None = None) -> Callable[[_Rule], _Rule]:
    """Register an exception: consulted only where one of the rules `to` is not met.

    The function answers met (the exception applies and lifts the base rule), not met (it does not) or a question.
    `rule` is the row that states the exception. A rule that excludes a matter is itself an exception to the general
    one, so an exception of an exception is this: pornography is excluded, unless it served child exploitation.
    """
    unknown = [each for each in (*to, rule) if each not in rows()]
    assert not unknown, f"{unknown} are not rows of the rulebook index"

    def register(function: _Rule) -> _Rule:
        assert function.__doc__, f"the exception {rule} lacks its sentence"
        EXCEPTIONS.append(Unless(rule=rule, to=to, reads=reads, since=since, until=until, rule_function=function))
        return function

    return register
