"""A ruling of the Commission is put on record as a precedent; decisions that rest on another answer are reopened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.could_change import shifted_by_ruling
from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.law.index import rows
from article3.lifecycle.events import Event
from article3.lifecycle.knowledge_events import RulingLearned
from article3.lifecycle.possible import worded
from article3.lifecycle.reopened import News
from article3.lifecycle.reopening import decided_at, reopen, ruling_keys
from article3.terms.communication import BureauCode, Reference
from article3.terms.finding import Refused
from article3.terms.knowledge import KnownRuling, Publication
from article3.terms.sitting import Sitting

CITATION = "CCF Statute 38"


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnRuling:
    """What was ruled, on which rules, for items of which sources (none: of everybody)."""

    ruling: str  # a fresh random id
    title: str
    holding: str
    rules: tuple[str, ...]
    sources: tuple[BureauCode, ...] = ()
    published: Publication | None = None


def learn_ruling(order: LearnRuling, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                 journal: Journal) -> tuple[Event, ...]:
    """A precedent changes no computed finding: it reopens what a person answered otherwise, and a person decides."""
    ruling = _ruling(order, at, sitting)
    learned = RulingLearned(reference=Reference(ruling.id), at=at, by=sitting.officer, seat=sitting.seat,
                            ruling=ruling)
    register.keep_ruling(ruling)
    journal.append(learned)
    happened: list[Event] = [learned]
    for file in register.resting_on(ruling_keys(ruling.rules, ruling.sources or register.bureaus())):
        found = shifted_by_ruling(file, ruling)
        if found and decided_at(file) is not None:
            event = reopen(file, news=News.COMMISSION_RULING, about=ruling.id, value=ruling.holding,
                           source=ruling.title, published=ruling.published, shifts=found, at=at, sitting=sitting)
            filed(file, event, at=at, sitting=sitting, register=register, journal=journal)
            happened.append(event)
    return tuple(happened)


def _ruling(order: LearnRuling, at: datetime, sitting: Sitting) -> KnownRuling:
    unknown = [rule for rule in order.rules if rule not in rows()]
    if unknown or not order.rules:
        raise Refused(f"There is no rule {', '.join(unknown)}." if unknown else "Name the rules it rules on.", CITATION)
    return KnownRuling(id=order.ruling, title=worded(order.title, "The name of the ruling", CITATION),
                       holding=worded(order.holding, "What it holds", CITATION), rules=order.rules, learned_at=at,
                       by=sitting.officer, sources=order.sources, published=order.published)
