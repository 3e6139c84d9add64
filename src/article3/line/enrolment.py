"""Keys of the line: enrolled, replaced, revoked; each written into the journal with its change."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction

from article3.exchange import keys
from article3.exchange.keys import SECRETARIAT, Enrolled, enrolled, own_public
from article3.journal.pages import Pages
from article3.lifecycle.delivery.journalled import KeyEnded, KeyEnrolled
from article3.officers import roll
from article3.terms.communication import BureauCode, Reference
from article3.terms.sitting import OfficerId, SeatCode

__all__ = ["SECRETARIAT", "Enrolled", "enrolled", "own_public"]
_WHOEVER_RUNS_IT = {"reference": Reference(""), "by": OfficerId("0" * 32), "seat": SeatCode("")}


def enrol(seat: str, public: str, *, since: datetime, until: datetime | None = None) -> None:
    """The key speaks for the seat from then on. Raises Refused for no key and for one enrolled before."""
    with transaction.atomic():
        keys.enrol(seat, public, since=since, until=until)
        Pages().append(KeyEnrolled(**_WHOEVER_RUNS_IT, at=since.astimezone(UTC), public=public, holder=seat))


def end(public: str, *, at: datetime) -> None:
    """The key speaks for nobody from then on. Raises Refused when none such is in use."""
    with transaction.atomic():
        keys.end(public, at=at)
        Pages().append(KeyEnded(**_WHOEVER_RUNS_IT, at=at.astimezone(UTC), public=public))


def seated_here(at: datetime) -> tuple[BureauCode, ...]:
    """The bureaus that have no installation of their own: their enrolled key is made here."""
    return tuple(code for code in roll.bureaus() if keys.seat_of(own_public(f"bureau:{code}"), at))


def seat_everybody(since: datetime) -> None:
    """One installation for all: the Secretariat's key and every bureau's are enrolled here. Twice changes nothing."""
    for seat in (SECRETARIAT, *(f"bureau:{code}" for code in roll.bureaus())):
        if keys.seat_of(own_public(seat), since) is None:
            enrol(seat, own_public(seat), since=since)
