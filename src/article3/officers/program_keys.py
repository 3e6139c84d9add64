"""Keys by which programs sit for officers: long, random, dated, under one mandate; looked up by digest, never stored.

A key grants what its mandate grants and no more, and ends with the mandate, the officer or its own last day.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime

from article3.officers import roll
from article3.officers.models import Mandate, ProgramKey
from article3.terms.sitting import OfficerId, Sitting

PREFIX = "a3k_"
"""So that a key that leaked is recognised for what it is."""
LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A key that was made, for the officer it sits for; the key itself is known to its program alone."""

    digest: str
    label: str
    made_at: datetime
    until: date


def make(officer: OfficerId, seat: str, *, at: datetime, until: date, label: str = "") -> str:
    """A new key for the officer's mandate in that seat. Raises LookupError without one."""
    mandate = Mandate.objects.filter(officer__opaque_id=officer, seat=seat).order_by("-since").first()
    if mandate is None or roll.sitting(mandate.officer_id, mandate.pk, at) is None:
        raise LookupError(f"no mandate in {seat}")
    key = PREFIX + secrets.token_urlsafe(32)
    ProgramKey.objects.create(digest=digest(key), mandate=mandate, made_at=at, until=until, label=label)
    return key


def end(officer: OfficerId, at: datetime) -> int:
    """End every key of an officer; how many there were."""
    return ProgramKey.objects.filter(mandate__officer__opaque_id=officer, ended_at=None).update(ended_at=at)


def held(officer: OfficerId, seat: str, on: date) -> tuple[Made, ...]:
    """The keys that sit for an officer in a seat, the newest first."""
    rows = ProgramKey.objects.filter(mandate__officer__opaque_id=officer, mandate__seat=seat, ended_at=None,
                                     until__gte=on).order_by("-made_at", "digest")  # fmt: skip
    return tuple(Made(digest=row.digest, label=row.label, made_at=row.made_at, until=row.until) for row in rows)


def end_one(officer: OfficerId, seat: str, digest: str, at: datetime) -> bool:
    """End one key of an officer in a seat; False when there is none such."""
    rows = ProgramKey.objects.filter(mandate__officer__opaque_id=officer, mandate__seat=seat, ended_at=None)
    return bool(rows.filter(digest=digest).update(ended_at=at))


def sitting(key: str, at: datetime) -> Sitting | None:
    """Who sits by that key; None for one that is unknown, over or ended, or whose mandate no longer holds."""
    return roll.sitting_by_key(digest(key), at)


def digest(key: str) -> str:
    """256 random bits need no slow digest."""
    return hashlib.sha256(key.encode()).hexdigest()
