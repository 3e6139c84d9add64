"""Idempotency keys: a change asked for twice under one key is made once, and its answer is given again.

After the IETF's draft on the Idempotency-Key header. Only answers to changes that were made are kept: what was refused
changed nothing and is asked anew. The row is written in the transaction of the change, so there is never one without
the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from article3.programs.models import KeptAnswer

KEPT_DAYS = 7


class OtherQuestion(Exception):
    """The key was used for another request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said of a change that was made. `again`: it was made before, and this is the answer of then."""

    status: int
    body: str
    location: str = ""
    again: bool = False


def once(asker: str, token: str, asked: str, at: datetime, change: Callable[[], Answer]) -> Answer:
    """Make the change, or give the answer of the time it was made. Raises OtherQuestion, and what the change raises."""
    kept = _kept(asker, token, asked)
    if kept is not None:
        return kept
    try:
        with transaction.atomic():
            claimed = KeptAnswer.objects.create(asker=asker, token=token, asked=asked, status=0, at=at)
            made = change()
            claimed.status, claimed.body, claimed.location = made.status, made.body, made.location
            claimed.save(update_fields=["status", "body", "location"])
    except IntegrityError:
        kept = _kept(asker, token, asked)  # the same request, made at the same moment
        if kept is None:
            raise
        return kept
    return made


def drop_old(at: datetime) -> int:
    """Let go of answers older than a week; how many."""
    return KeptAnswer.objects.filter(at__lt=at - timedelta(days=KEPT_DAYS)).delete()[0]


def _kept(asker: str, token: str, asked: str) -> Answer | None:
    row = KeptAnswer.objects.filter(asker=asker, token=token).first()
    if row is None:
        return None
    if row.asked != asked:
        raise OtherQuestion
    return Answer(status=row.status, body=row.body, location=row.location, again=True)
