"""Which outcomes would be others with the news: the rules applied without it and with it, on the same day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from article3.acts.facts_of_file import circumstances
from article3.acts.filing import assessed_today, assessed_under, filed
from article3.acts.ports import Journal, Register
from article3.law.brief import brief
from article3.law.provision import Subject
from article3.law.rulebook import in_force
from article3.lifecycle.after import after
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.events import Event
from article3.lifecycle.examination import Established
from article3.lifecycle.knowledge_events import DecisionReopened
from article3.lifecycle.reopened import News, Shift
from article3.lifecycle.reopening import answered, basis_of, decided_at, reopen, shifts
from article3.lifecycle.review_events import DecisionTaken, FactEstablished
from article3.terms.clocks import day_of
from article3.terms.finding import Outcome
from article3.terms.knowledge import KnownFact, KnownRuling, Use
from article3.terms.sitting import Sitting


def with_basis(taken: DecisionTaken, file: CaseFile) -> DecisionTaken:
    """The decision with what it rests on: the rules applied today, the facts they read, and those nobody knows; a
    message is sealed to the rules, and its recall rests on what its reviewer read."""
    if file.assessed is None:
        return taken
    on = day_of(taken.at)
    facts = brief(file.communication, circumstances(file, on), on)
    spoke = {found.rule for found in file.assessed.findings}
    read = {name for rule in in_force(Subject.COMMUNICATION, on) if rule.rule in spoke for name in rule.reads}
    basis = basis_of(file, (name for name in read if getattr(facts, name) in _NOBODY_KNOWS))
    return replace(taken, decision=replace(taken.decision, rests_on=basis))


_NOBODY_KNOWS: tuple[object, ...] = (None, "", (), frozenset())


def established_of(fact: KnownFact) -> Established:
    """A fact on record as a file holds it."""
    return Established(fact=fact.kind, value=fact.value, source=fact.source, learned_on=day_of(fact.learned_at),
                       by=fact.by, holds_from=fact.holds_from, holds_to=fact.holds_to, level=fact.level,
                       uses=tuple(sorted(fact.uses)), published=fact.published, known=fact.id)


def shifted_by(file: CaseFile, event: Event) -> tuple[Shift, ...]:
    """The outcomes that are others after the event than before it."""
    on = day_of(event.at)
    return shifts(assessed_today(file, on).outcomes, assessed_today(after(file, event), on).outcomes)


def shifted_by_fact(file: CaseFile, fact: KnownFact, at: datetime, sitting: Sitting) -> tuple[Shift, ...]:
    """The outcomes that would be others if the reviewer took the fact into the file; none if it holds it already."""
    if not fact.usable or any(known.known == fact.id for known in file.established):
        return ()
    taken = FactEstablished(reference=file.reference, at=at, by=sitting.officer, seat=sitting.seat,
                            established=established_of(fact))
    return shifted_by(file, taken)


def shifted_by_edition(file: CaseFile, since: date, on: date) -> tuple[Shift, ...]:
    """The outcomes that the rules in force from `since` give otherwise than those of the day before."""
    before = assessed_under(file, on, since - timedelta(days=1))
    return shifts(before.outcomes, assessed_under(file, on, since).outcomes)


def shifted_by_ruling(file: CaseFile, ruling: KnownRuling) -> tuple[Shift, ...]:
    """The rules a reviewer answered with met, on which the Commission has ruled: they are a question again."""
    if (ruling.sources and file.source not in ruling.sources) or file.assessed is None:
        return ()
    settled = dict(file.assessed.outcomes)
    return tuple(Shift(rule=rule, before=Outcome.MET, after=Outcome.QUESTION) for rule in answered(file)
                 if rule in ruling.rules and settled.get(rule) is Outcome.MET)


def reopened_by_fact(file: CaseFile, fact: KnownFact, found: tuple[Shift, ...], *, news: News, at: datetime,
                     sitting: Sitting) -> DecisionReopened:
    """The note on a fact learned or withdrawn; of a hidden origin it says nothing."""
    hidden = Use.ORIGIN_HIDDEN in fact.uses
    return reopen(file, news=news, about=fact.id, fact=fact.kind, value=in_text(fact.value),
                  source="" if hidden else fact.source, published=fact.published, public=not hidden, shifts=found,
                  identity_open=fact.person is not None and news is News.FACT_LEARNED, at=at, sitting=sitting)


def reopened_among(files: Iterable[CaseFile], fact: KnownFact, *, at: datetime, sitting: Sitting, register: Register,
                   journal: Journal) -> tuple[Event, ...]:
    """Those of the files whose decision the fact could change are reopened, and no other."""
    happened: list[Event] = []
    for file in files:
        found = shifted_by_fact(file, fact, at, sitting)
        if decided_at(file) is not None and found:
            event = reopened_by_fact(file, fact, found, news=News.FACT_LEARNED, at=at, sitting=sitting)
            filed(file, event, at=at, sitting=sitting, register=register, journal=journal)
            happened.append(event)
    return tuple(happened)


def with_reopening(file: CaseFile, event: Event, fact: KnownFact, news: News, sitting: Sitting) -> tuple[Event, ...]:
    """The event on the file's own facts, and the reopening of its decision where it could change it."""
    found = shifted_by(file, event)
    if decided_at(file) is None or not found:
        return (event,)
    return (event, reopened_by_fact(file, fact, found, news=news, at=event.at, sitting=sitting))


def in_text(value: object) -> str:
    """A value in plain text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)
