"""A lead draws items that were found in order by lot, for a second look by somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import retrospective
from article3.lifecycle.knowledge_events import SampleDrawn
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawSample:
    """How many, and the seed: it stands in the journal, so that anybody can draw the same again."""

    retrospective: Reference
    size: int
    seed: str


def draw_sample(order: DrawSample, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> SampleDrawn:
    """From everything that was found in order so far and not drawn yet."""
    review = register.retrospective(order.retrospective)
    drawn = retrospective.draw(register.found_in_order(review), order.size, order.seed, reference=review.id, at=at,
                               sitting=sitting)
    register.sampled(review, drawn.drawn, at)
    journal.append(drawn)
    return drawn
