"""Secret links to an officer's clocks: long, random, looked up by digest, ended at will."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from article3.programs.models import CalendarLink
from article3.terms.sitting import OfficerId, SeatCode


def make(officer: OfficerId, seat: SeatCode, at: datetime) -> str:
    """A new link for the officer in that seat; the ones before show nothing any more."""
    end(officer, seat, at)
    secret = secrets.token_hex(32)
    CalendarLink.objects.create(digest=_digest(secret), officer=officer, seat=seat, made_at=at)
    return secret


def end(officer: OfficerId, seat: SeatCode, at: datetime) -> int:
    """End the officer's links in that seat; how many there were."""
    return CalendarLink.objects.filter(officer=officer, seat=seat, ended_at=None).update(ended_at=at)


def made_at(officer: OfficerId, seat: SeatCode) -> datetime | None:
    """Since when there is a link that holds."""
    rows = CalendarLink.objects.filter(officer=officer, seat=seat, ended_at=None)
    return rows.values_list("made_at", flat=True).first()


def whose(secret: str) -> tuple[OfficerId, SeatCode] | None:
    """Whose clocks a link shows; None for one that shows nothing."""
    found = CalendarLink.objects.filter(digest=_digest(secret), ended_at=None).first()
    return None if found is None else (OfficerId(found.officer), SeatCode(found.seat))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
