"""A reviewer establishes a fact beside the communication, with its source and the time it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.facts_of_file import read_value
from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.examination import Established
from article3.lifecycle.review import establish
from article3.lifecycle.review_events import FactEstablished
from article3.terms.clocks import day_of
from article3.terms.communication import Level, Reference
from article3.terms.knowledge import Publication, Use, Value
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFact:
    """A field of `Circumstances`, its value (days as ISO text), where it comes from and when it holds.

    `known` is the id of a fact on record that the reviewer found to be about this case.
    """

    reference: Reference
    fact: str
    value: Value
    source: str
    research: str = ""
    holds_from: date | None = None
    holds_to: date | None = None
    level: Level = Level.CONFIDENTIAL
    uses: frozenset[Use] = frozenset()
    published: Publication | None = None
    known: str = ""


def record_fact(order: RecordFact, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> FactEstablished:
    """An earlier value of the same fact for the same time is withdrawn, not erased; the rules are applied anew."""
    file = register.file(order.reference)
    read_value(order.fact, order.value)
    fact = Established(fact=order.fact, value=order.value, source=order.source.strip(), learned_on=day_of(at),
                       by=sitting.officer, research=order.research, holds_from=order.holds_from,
                       holds_to=order.holds_to, level=order.level, uses=tuple(sorted(order.uses)),
                       published=order.published, known=order.known)
    established = establish(file, fact, at=at, sitting=sitting)
    filed(file, established, at=at, sitting=sitting, register=register, journal=journal)
    return established
