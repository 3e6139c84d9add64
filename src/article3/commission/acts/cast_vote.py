"""A member votes on the draft; a vote against has reasons (Statute 38)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Shelf
from article3.commission.lifecycle.chamber import vote
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.lifecycle.ruling import Ballot
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVote:
    """A member votes on the draft; a vote against has reasons (Statute 38)."""

    reference: Reference
    ballot: Ballot
    reasons: str


def cast_vote(order: CastVote, *, at: datetime, sitting: Sitting, shelf: Shelf) -> CommissionRequest:
    """A member votes on the draft; a vote against has reasons (Statute 38)."""
    request = shelf.request(order.reference)
    kept = shelf.keep(vote(request, order.ballot, order.reasons, at=at, sitting=sitting))
    shelf.note("cast_vote", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
