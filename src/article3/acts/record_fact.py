"""A reviewer establishes a fact beside the communication, with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.facts_of_file import Value, read_value
from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.examination import Established
from article3.lifecycle.review import establish
from article3.lifecycle.review_events import FactEstablished
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFact:
    """A field of `Circumstances`, its value (days as ISO text) and where it comes from."""

    reference: Reference
    fact: str
    value: Value
    source: str
    research: str = ""


def record_fact(order: RecordFact, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> FactEstablished:
    """An earlier value of the same fact is withdrawn, not erased; the rules are applied anew."""
    file = register.file(order.reference)
    read_value(order.fact, order.value)
    fact = Established(fact=order.fact, value=order.value, source=order.source.strip(), learned_on=day_of(at),
                       by=sitting.officer, research=order.research)
    established = establish(file, fact, at=at, sitting=sitting)
    filed(file, established, at=at, sitting=sitting, register=register, journal=journal)
    return established
