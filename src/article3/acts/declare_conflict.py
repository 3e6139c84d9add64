"""A reviewer declares a tie with the case and stands aside for good (Constitution 30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.review import recuse
from article3.lifecycle.review_events import ReviewerRecused
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareConflict:
    """The file, and the tie in the reviewer's words."""

    reference: Reference
    because: str


def declare_conflict(order: DeclareConflict, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                     journal: Journal) -> ReviewerRecused:
    """A file of theirs goes back to the queue; what they proposed or signed no longer stands."""
    file = register.file(order.reference)
    recused = recuse(file, because=order.because, at=at, sitting=sitting, disputed=register.is_disputed(file.reference))
    filed(file, recused, at=at, sitting=sitting, register=register, journal=journal)
    return recused
