"""The clock takes the next files of the stock into a retrospective review, each at its place by risk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.could_change import shifted_by_edition
from article3.acts.facts_of_file import circumstances
from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.law.brief import brief
from article3.law.review_order import review_order
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.events import Event
from article3.lifecycle.knowledge_events import StockEnrolled
from article3.lifecycle.reopened import News
from article3.lifecycle.reopening import decided_at, reopen
from article3.lifecycle.retrospective import Item, Retrospective
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.knowledge import Publication
from article3.terms.sitting import Sitting

AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolStock:
    """The retrospective review whose stock goes on being enrolled."""

    retrospective: Reference


def enrol_stock(order: EnrolStock, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> tuple[Event, ...]:
    """Decisions older than the standard, the whole stock, whatever their age. Those on which the standard's rules give
    another outcome are reopened at once; all are looked at."""
    review = register.retrospective(order.retrospective)
    if review.complete:
        raise Refused("The whole stock is enrolled.")
    files, complete = register.stock(review, AT_ONCE)
    items, happened = [], []
    for file in files:
        if _older(file, review):
            found = shifted_by_edition(file, review.since, day_of(at))
            items.append(_item(file, review, day_of(at), shifted=bool(found)))
            if found:
                event = reopen(file, news=News.RULE_EDITION, about=review.since.isoformat(), source=review.standard,
                               published=Publication(on=review.since, language="", where=review.standard),
                               shifts=found, at=at, sitting=sitting)
                filed(file, event, at=at, sitting=sitting, register=register, journal=journal)
                happened.append(event)
    enrolled = StockEnrolled(reference=review.id, at=at, by=sitting.officer, seat=sitting.seat, complete=complete,
                             files=tuple(item.file for item in items))
    register.enrol(review, tuple(items), upto=files[-1].reference if files else None, complete=complete)
    journal.append(enrolled)
    return (enrolled, *happened)


def _older(file: CaseFile, review: Retrospective) -> bool:
    decided = decided_at(file)
    return decided is not None and day_of(decided) < review.since


def _item(file: CaseFile, review: Retrospective, on: date, *, shifted: bool) -> Item:
    """Its place by risk alone: what the standard changes first, then by the concerns; never by the day it came."""
    place = review_order(brief(file.communication, circumstances(file, on), on), on, reopened=True)
    key = "".join(f"{part + 50_000_000:08d}" for part in (0 if shifted else 1, *place.key[2:]))
    return Item(retrospective=review.id, file=file.reference, order_key=key, order_why="; ".join(place.reasons[:3]),
                shifted=shifted)
