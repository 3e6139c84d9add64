"""A fact on record falls: it stays with the instant it fell, and the decisions that rested on it are reopened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.could_change import with_reopening
from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.events import Event
from article3.lifecycle.knowledge_events import LearnedFactWithdrawn
from article3.lifecycle.possible import made, worded
from article3.lifecycle.reopened import News
from article3.lifecycle.reopening import fact_key
from article3.lifecycle.review_events import FactWithdrawn
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.knowledge import KnownFact
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawLearnedFact:
    """The fact, and why it does not hold."""

    fact: str
    because: str


def withdraw_learned_fact(order: WithdrawLearnedFact, *, at: datetime, sitting: Sitting, register: Register,
                          outbox: Outbox, journal: Journal) -> tuple[Event, ...]:
    """Every file that took the fact in loses it, decided or not; never overwritten, only taken back."""
    fact = register.fact(order.fact)
    if fact.withdrawn_at is not None:
        raise Refused("This fact was withdrawn already.", "RPD 12")
    fallen = fact.withdrawn(at)
    withdrawn = LearnedFactWithdrawn(reference=Reference(fact.id), at=at, by=sitting.officer, seat=sitting.seat,
                                     fact=fallen, because=worded(order.because, "The reason", "RPD 12"))
    register.keep_fact(fallen)
    journal.append(withdrawn)
    happened: list[Event] = [withdrawn]
    for file in register.resting_on((fact_key(fact.id),)):
        events = with_reopening(file, _taken_back(file, fact, at, sitting), fact, News.FACT_WITHDRAWN, sitting)
        filed(file, *events, at=at, sitting=sitting, register=register, journal=journal)
        happened.extend(events)
    return tuple(happened)


def _taken_back(file: CaseFile, fact: KnownFact, at: datetime, sitting: Sitting) -> FactWithdrawn:
    return FactWithdrawn(**made(file, at, sitting), fact=fact.kind, on=day_of(at), known=fact.id)
