"""A retrospective review of the whole stock under a new edition or standard: a lead orders it, or the clock on the
day an adopted draft takes effect."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import retrospective
from article3.lifecycle.knowledge_events import RetrospectiveStarted
from article3.lifecycle.retrospective import Retrospective
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRetrospective:
    """The standard, the day from which it holds, and why the stock is looked at."""

    retrospective: Reference  # a fresh random id
    standard: str
    since: date
    because: str


def start_retrospective(order: StartRetrospective, *, at: datetime, sitting: Sitting, register: Register,
                        outbox: Outbox, journal: Journal) -> RetrospectiveStarted:
    """The stock itself is enrolled afterwards, a few hundred files at a time (`enrol_stock`)."""
    started = retrospective.start(order.retrospective, standard=order.standard, since=order.since,
                                  because=order.because, at=at, sitting=sitting)
    register.keep_retrospective(Retrospective(id=started.reference, standard=started.standard, since=started.since,
                                              started_at=at))
    journal.append(started)
    return started
