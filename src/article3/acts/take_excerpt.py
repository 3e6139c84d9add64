"""A reviewer takes an excerpt of a public text as a fact: with both clocks, and reopening what it could change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from article3.acts.could_change import established_of, with_reopening
from article3.acts.filing import filed
from article3.acts.learn_fact import LearnFact, fact_of, put_on_record
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import research
from article3.lifecycle.events import Event
from article3.lifecycle.excerpt import Excerpt
from article3.lifecycle.knowledge_events import FactLearned
from article3.lifecycle.reopened import News
from article3.lifecycle.review import learn
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.knowledge import Publication, Value
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeExcerpt:
    """A field of `Circumstances` and its value, as the excerpt says it; day and language correct what was read."""

    reference: Reference
    excerpt: str
    known: str  # a fresh random id for the fact
    kind: str
    value: Value
    holds_from: date | None = None
    holds_to: date | None = None
    published_on: date | None = None  # None: the day recognised in the text
    language: str = ""  # empty: the language recognised


def take_excerpt(
    order: TakeExcerpt, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox, journal: Journal
) -> tuple[Event, ...]:
    """The fact rests on the search that found it, and says since when and where anybody could have found it."""
    file = register.file(order.reference)
    excerpt = research.open_excerpt(file, order.excerpt)
    fact = fact_of(_learned(order, excerpt), at, sitting)
    settled = research.take(file, excerpt.id, fact.id, at=at, sitting=sitting)
    taken = learn(file, replace(established_of(fact), research=excerpt.search), at=at, sitting=sitting)
    happened = (*with_reopening(file, taken, fact, News.FACT_LEARNED, sitting), settled)
    learned = FactLearned(reference=Reference(fact.id), at=at, by=sitting.officer, seat=sitting.seat, fact=fact)
    put_on_record(fact, learned, register, journal)
    filed(file, *happened, at=at, sitting=sitting, register=register, journal=journal)
    return (learned, *happened)


def _learned(order: TakeExcerpt, excerpt: Excerpt) -> LearnFact:
    source = ", ".join(part for part in (excerpt.title, excerpt.source, excerpt.address) if part)
    return LearnFact(
        fact=order.known,
        kind=order.kind,
        value=order.value,
        source=source,
        reference=order.reference,
        holds_from=order.holds_from,
        holds_to=order.holds_to,
        published=_published(order, excerpt),
    )


def _published(order: TakeExcerpt, excerpt: Excerpt) -> Publication | None:
    """None when nobody knows the day: the note on a reopened decision then says that it is not known."""
    on = order.published_on or excerpt.published_on
    language = order.language or excerpt.language
    if on is None:
        return None
    if not language:
        raise Refused("Say in which language it was published: it decides whether the searches could have found it.")
    return Publication(on=on, language=language, where=excerpt.address or excerpt.source)
