"""A reviewer closes one item of a retrospective review: it stands under the standard, or it comes back to the desk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.events import Event
from article3.lifecycle.impartiality import require_impartial
from article3.lifecycle.reopened import News
from article3.lifecycle.reopening import decided_at, reopen
from article3.lifecycle.retrospective import ItemOutcome, close
from article3.terms.communication import Reference
from article3.terms.knowledge import Publication
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRetrospectiveItem:
    """The file, the review it is an item of, whether it stands, and why."""

    reference: Reference
    retrospective: Reference
    stands: bool
    because: str


def close_retrospective_item(order: CloseRetrospectiveItem, *, at: datetime, sitting: Sitting, register: Register,
                             outbox: Outbox, journal: Journal) -> tuple[Event, ...]:
    """Nothing of the notice or diffusion changes here: what does not stand is decided anew by two reviewers."""
    review = register.retrospective(order.retrospective)
    item, file = register.item(review, order.reference), register.file(order.reference)
    require_impartial(file, sitting)
    alive = decided_at(file) is not None
    outcome = ItemOutcome.ENDED if not alive else ItemOutcome.STANDS if order.stands else ItemOutcome.REOPENED
    closed = close(item, outcome=outcome, because=order.because, at=at, sitting=sitting)
    register.keep_item(replace(item, outcome=outcome, closed_at=at, closed_by=sitting.officer))
    if not alive:
        journal.append(closed)
        return (closed,)
    happened: list[Event] = [closed]
    if outcome is ItemOutcome.REOPENED and not file.is_reopened:
        happened.append(reopen(
            file, news=News.RULE_EDITION, about=review.since.isoformat(), source=review.standard, value=closed.because,
            published=Publication(on=review.since, language="", where=review.standard), shifts=(), at=at,
            sitting=sitting))
    filed(file, *happened, at=at, sitting=sitting, register=register, journal=journal)
    return tuple(happened)
