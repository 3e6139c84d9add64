"""A reviewer takes a file up, or a lead takes it over (RPD 74, 86)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import review
from article3.lifecycle.review_events import ReviewOpened
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReview:
    """The file to take up."""

    reference: Reference


def open_review(order: OpenReview, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> ReviewOpened:
    """The file is linked to the other files that may be about the same person, and the rules are applied anew."""
    file = register.file(order.reference)
    opened = review.open_review(file, others=register.files_on_person(file), at=at, sitting=sitting,
                                disputed=register.is_disputed(file.reference))  # fmt: skip
    filed(file, opened, at=at, sitting=sitting, register=register, journal=journal)
    return opened
