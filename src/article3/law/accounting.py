"""Every row of the rulebook index accounted for, exactly once: computed, asked, advisory, or not for software."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources

from article3.law.editions import edition_of, first_day_of
from article3.law.index import Row, citation, rows
from article3.law.provision import EXCEPTIONS, PROVISIONS, Provision, Unless
from article3.law.rulebook import load


class Status(StrEnum):
    """What becomes of a row."""

    COMPUTED = "computed"
    """A provision decides from facts, and asks where a fact is missing."""
    ASKED = "asked"
    """A provision puts one precise question to a person, whatever the facts."""
    ADVISORY = "advisory"
    """The row is marked unsure: it may ask and never refuses."""
    NOT_FOR_SOFTWARE = "not_for_software"
    """No program can decide or ask it; the reason says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One row of the index and what becomes of it."""

    rule: str
    citation: str
    edition: str
    since: date | None
    until: date | None
    applies_to: str
    subject: str
    status: Status
    reason: str


@cache
def accounts() -> tuple[Account, ...]:
    """All rows in the order of the index."""
    load()
    excused = not_for_software()
    return tuple(_excused(row, excused[row.rule]) if row.rule in excused else _provided(row) for row in rows().values())


def totals() -> dict[str, int]:
    """How many rows there are in each status, every status named."""
    counted = Counter(account.status for account in accounts())
    return {status.value: counted[status] for status in Status}


def check() -> None:
    """Stop the program unless every row is accounted for exactly once, on one subject, and none refuses unsurely.

    Called by `law.rulebook.load` when all provisions are registered; a provision that cites an unknown row has
    stopped the program before.
    """
    known, excused = set(rows()), set(not_for_software())
    provided = {rule.rule for rule in PROVISIONS} | {rule.rule for rule in EXCEPTIONS}
    assert excused <= known, f"not_for_software.toml names unknown rows: {sorted(excused - known)}"
    assert not provided & excused, f"rows both provided and excused: {sorted(provided & excused)}"
    assert provided | excused == known, f"rows not accounted for: {sorted(known - provided - excused)}"
    refusing = [rule.rule for rule in PROVISIONS if rows()[rule.rule].unsure and not rule.advisory]
    assert not refusing, f"rows marked unsure must be advisory: {refusing}"
    judged = {(rule.rule, rule.subject) for rule in PROVISIONS}
    mixed = [rule for rule, times in Counter(rule for rule, _ in judged).items() if times > 1]
    assert not mixed, f"rows judged on two subjects: {sorted(mixed)}"


def provisions_of(rule: str) -> tuple[Provision, ...]:
    """The provisions that state a row; several when it reads differently for different cases or editions."""
    load()
    return tuple(each for each in PROVISIONS if each.rule == rule)


def exceptions_of(rule: str) -> tuple[Unless, ...]:
    """The exceptions a row states."""
    load()
    return tuple(each for each in EXCEPTIONS if each.rule == rule)


@cache
def not_for_software() -> dict[str, str]:
    """The rows no program can decide or ask, each with its reason."""
    text = (resources.files(__package__) / "not_for_software.toml").read_text(encoding="utf-8")
    return {rule: str(body["reason"]) for rule, body in tomllib.loads(text).items()}


def _excused(row: Row, reason: str) -> Account:
    newest = edition_of(row.instrument, date.max)
    return Account(rule=row.rule, citation=str(citation(row.rule, newest)), edition=newest,
                   since=first_day_of(row.instrument), until=None, applies_to=row.applies_to, subject="",
                   status=Status.NOT_FOR_SOFTWARE, reason=reason)


def _provided(row: Row) -> Account:
    rules = provisions_of(row.rule)
    stated = rules or exceptions_of(row.rule)
    newest = rules[0].citation if rules else citation(row.rule, edition_of(row.instrument, date.max))
    days = [each.since or first_day_of(row.instrument) for each in stated]
    ends = [each.until for each in stated]
    return Account(rule=row.rule, citation=str(newest), edition=newest.edition,
                   since=min((day for day in days if day is not None), default=None),
                   until=None if None in ends else max(end for end in ends if end is not None),
                   applies_to=row.applies_to, subject=rules[0].subject.value if rules else "communication",
                   status=_status(rules), reason=_reason(rules) if rules else sentence(stated[0]))


def _status(rules: tuple[Provision, ...]) -> Status:
    if any(rule.advisory for rule in rules):
        return Status.ADVISORY
    return Status.COMPUTED if not rules or any(rule.computed for rule in rules) else Status.ASKED


def _reason(rules: tuple[Provision, ...]) -> str:
    from article3.law.questions import first_question

    if _status(rules) is Status.ADVISORY:
        return f"Marked unsure in the index: it asks and never refuses. {sentence(rules[0])}"
    if _status(rules) is Status.ASKED:
        question = first_question(rules[0])
        return question[:question.rindex("?") + 1] if "?" in question else sentence(rules[0])
    return sentence(rules[0])


def sentence(stated: Provision | Unless) -> str:
    """The rule in plain words: its function's docstring on one line."""
    return " ".join((stated.rule_function.__doc__ or "").split())
