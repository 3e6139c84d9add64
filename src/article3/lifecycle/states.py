"""The states of a file: where a notice request, notice, diffusion or message stands."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """One state at a time; the review running on a file is a record of its own (`CaseFile.review`)."""

    RECEIVED = "received"
    UNDER_REVIEW = "under_review"
    RETURNED = "returned"
    REFUSED = "refused"
    PUBLISHED = "published"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    SENT_UNREVIEWED = "sent_unreviewed"
    REVIEWED = "reviewed"
    RECALLED = "recalled"
    BLOCKED = "blocked"  # by order of the Commission; the order keeps the state it returns to
    SENT = "sent"  # a free message: delivered as it was written


BEFORE_DECISION = frozenset({State.RECEIVED, State.UNDER_REVIEW, State.RETURNED})
"""A notice request that nobody but its source and the reviewers may know of (RPD 77)."""
IN_FORCE = frozenset({State.PUBLISHED, State.SUSPENDED})
"""A notice that was published and has not ended."""
DELIVERED = frozenset({State.SENT_UNREVIEWED, State.REVIEWED})
"""A diffusion standing at its recipients."""
ENDED = frozenset({State.REFUSED, State.WITHDRAWN, State.CANCELLED, State.EXPIRED, State.RECALLED})
"""Nothing more may happen, but that the data go when their time is over."""
