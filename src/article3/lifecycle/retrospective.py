"""A retrospective review of the whole stock under a standard: enrolled in the order of risk, closed item by item."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from article3.lifecycle.knowledge_events import (
    RetrospectiveItemClosed,
    RetrospectiveStarted,
    SampleDrawn,
)
from article3.lifecycle.possible import worded
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import OfficerId, Sitting

CITATION = "RPD 74(2)"
SAMPLE_AT_MOST = 500


class ItemOutcome(StrEnum):
    """How an item was closed."""

    STANDS = "stands"  # looked at under the standard and found in order
    REOPENED = "reopened"  # its decision came back to the desk
    ENDED = "ended"  # the file ended before anybody looked


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrospective:
    """One review of the stock. `since`: the day from which the standard holds; older decisions are looked at."""

    id: Reference
    standard: str
    since: date
    started_at: datetime
    complete: bool = False  # the whole stock is enrolled


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file in it. `shifted`: the rules of the standard give another outcome than those before."""

    retrospective: Reference
    file: Reference
    order_key: str
    order_why: str
    shifted: bool
    sampled_at: datetime | None = None
    outcome: ItemOutcome | None = None
    closed_at: datetime | None = None
    closed_by: OfficerId | None = None


def start(reference: Reference, *, standard: str, since: date, because: str, at: datetime, sitting: Sitting
          ) -> RetrospectiveStarted:
    """A lead orders it, with the standard's name, its first day and the reason."""
    return RetrospectiveStarted(
        reference=reference, at=at, by=sitting.officer, seat=sitting.seat,
        standard=worded(standard, "The name of the standard", CITATION), since=since,
        because=worded(because, "The reason", CITATION))


def close(item: Item, *, outcome: ItemOutcome, because: str, at: datetime, sitting: Sitting
          ) -> RetrospectiveItemClosed:
    """A reviewer closes an item, with the reason; an item drawn again is closed by somebody else (a blind look)."""
    if item.outcome is not None and (item.sampled_at is None or (item.closed_at or at) >= item.sampled_at):
        raise Refused("This item is closed.", CITATION)
    if item.closed_by == sitting.officer:
        raise Refused("You found this item in order; the second look at it is another reviewer's.", CITATION)
    return RetrospectiveItemClosed(reference=item.file, at=at, by=sitting.officer, seat=sitting.seat,
                                   retrospective=item.retrospective, outcome=outcome.value,
                                   because=worded(because, "The reason", CITATION))


def draw(among: Sequence[Reference], size: int, seed: str, *, reference: Reference, at: datetime, sitting: Sitting
         ) -> SampleDrawn:
    """Items found in order are drawn by lot: the seed is written down first, so that anybody can draw them again.

    Each item's lot is the hash of seed and reference; the lowest are drawn. Nobody can steer it by choosing an order.
    """
    seed = worded(seed, "The seed", CITATION)
    if not 1 <= size <= SAMPLE_AT_MOST:
        raise Refused(f"A sample has between 1 and {SAMPLE_AT_MOST} items.", CITATION)
    if not among:
        raise Refused("No item was found in order yet: there is nothing to draw from.", CITATION)
    return SampleDrawn(reference=reference, at=at, by=sitting.officer, seat=sitting.seat, seed=seed,
                       among=len(among), drawn=tuple(sorted(among, key=lambda each: lot(seed, each))[:size]))


def lot(seed: str, reference: Reference) -> str:
    """The lot of one item under a seed."""
    return hashlib.sha256(f"{seed}\n{reference}".encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far it is: counts, pace and what is left of time at that pace."""

    enrolled: int
    stands: int
    reopened: int
    ended: int
    sampled: int
    sample_open: int
    per_reviewer_day: float | None  # None: nobody has closed an item yet
    reviewers: int

    @property
    def left(self) -> int:
        """Items nobody has looked at."""
        return self.enrolled - self.stands - self.reopened - self.ended

    @property
    def weeks_left(self) -> float | None:
        """At five working days a week, with as many reviewers at the pace there was; None where that is not known."""
        if not self.per_reviewer_day or not self.reviewers:
            return None
        return self.left / (self.per_reviewer_day * self.reviewers * 5)
