"""A reviewer sets an excerpt of a public text aside, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import research
from article3.lifecycle.research_events import ExcerptSettled
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsideExcerpt:
    """The excerpt says nothing to the case, because of this."""

    reference: Reference
    excerpt: str
    because: str


def set_aside_excerpt(
    order: SetAsideExcerpt, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox, journal: Journal
) -> ExcerptSettled:
    """It stays beside the case with the reason: whoever comes later sees that it was read."""
    file = register.file(order.reference)
    settled = research.set_aside(file, order.excerpt, because=order.because, at=at, sitting=sitting)
    filed(file, settled, at=at, sitting=sitting, register=register, journal=journal)
    return settled
