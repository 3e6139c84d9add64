"""A fact about a file or a person is put on record, whoever works on it; the decisions it could change are reopened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.could_change import established_of, reopened_among, with_reopening
from article3.acts.facts_of_file import read_value
from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.events import Event
from article3.lifecycle.knowledge_events import FactLearned
from article3.lifecycle.possible import worded
from article3.lifecycle.reopened import News
from article3.lifecycle.review import learn
from article3.terms.communication import Level, Reference
from article3.terms.finding import Refused
from article3.terms.knowledge import KnownFact, PersonKey, Publication, Use, Value
from article3.terms.sitting import Sitting

CITATION = "RPD 12"


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnFact:
    """A fact with its two clocks; about one file, or about whoever has a paper or a name and birth date."""

    fact: str  # a fresh random id
    kind: str
    value: Value
    source: str
    reference: Reference | None = None
    person: PersonKey | None = None
    holds_from: date | None = None
    holds_to: date | None = None
    level: Level = Level.CONFIDENTIAL
    uses: frozenset[Use] = frozenset()
    published: Publication | None = None


def learn_fact(order: LearnFact, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
               journal: Journal) -> tuple[Event, ...]:
    """A fact about a file goes into it; one about a person is shown to whoever reviews that person's files, and is
    taken into a file only by its reviewer. Either way the rules are asked which decisions it could change."""
    fact = fact_of(order, at, sitting)
    learned = FactLearned(reference=Reference(fact.id), at=at, by=sitting.officer, seat=sitting.seat, fact=fact)
    if fact.person is not None:
        put_on_record(fact, learned, register, journal)
        files = register.resting_on((fact.person,))
        return (learned, *reopened_among(files, fact, at=at, sitting=sitting, register=register, journal=journal))
    assert fact.reference is not None
    file = register.file(fact.reference)
    taken = learn(file, established_of(fact), at=at, sitting=sitting)
    happened = with_reopening(file, taken, fact, News.FACT_LEARNED, sitting)
    put_on_record(fact, learned, register, journal)
    filed(file, *happened, at=at, sitting=sitting, register=register, journal=journal)
    return (learned, *happened)


def put_on_record(fact: KnownFact, learned: FactLearned, register: Register, journal: Journal) -> None:
    """The fact is kept, and the journal has a line of it."""
    register.keep_fact(fact)
    journal.append(learned)


def fact_of(order: LearnFact, at: datetime, sitting: Sitting) -> KnownFact:
    """The fact an order describes. Raises Refused when it is about nobody, hides its origin badly or has no time."""
    read_value(order.kind, order.value)
    if (order.reference is None) == (order.person is None):
        raise Refused("Say which file the fact is about, or which person: one of the two.", CITATION)
    if Use.ORIGIN_HIDDEN in order.uses and order.source.strip():
        raise Refused("The origin of this fact is hidden: leave the source empty here.", CITATION)
    source = "" if Use.ORIGIN_HIDDEN in order.uses else worded(order.source, "The source of the fact", CITATION)
    if order.holds_from and order.holds_to and order.holds_to <= order.holds_from:
        raise Refused("The time a fact holds ends after it begins.", CITATION)
    return KnownFact(id=order.fact, kind=order.kind, value=order.value, source=source, learned_at=at,
                     by=sitting.officer, reference=order.reference, person=order.person, holds_from=order.holds_from,
                     holds_to=order.holds_to, level=order.level, uses=order.uses, published=order.published)
