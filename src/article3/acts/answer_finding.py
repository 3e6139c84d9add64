"""A reviewer answers questions the rules put, each by name and with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import current, filed, questions_of_today
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import review
from article3.lifecycle.review_events import FindingAnswered
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Outcome, Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAnswer:
    """The answer to the question of one rule: met or not met, and why."""

    rule: str
    outcome: Outcome
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFinding:
    """One or more answers on one file."""

    reference: Reference
    answers: tuple[RuleAnswer, ...]


def answer_finding(order: AnswerFinding, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> tuple[FindingAnswered, ...]:
    """All answers stand or none; the rules are applied anew."""
    if not order.answers:
        raise Refused("No question was answered.")
    file = register.file(order.reference)
    file = current(file, at=at, sitting=sitting)
    put = questions_of_today(file, day_of(at))
    answered = tuple(review.answer_finding(file, rule=each.rule, outcome=each.outcome, because=each.because,
                                           about=put.get(each.rule, ""), at=at, sitting=sitting)
                     for each in order.answers)
    filed(file, *answered, at=at, sitting=sitting, register=register, journal=journal)
    return answered
