"""Keys of the line: enrolled, replaced, revoked; each written into the journal with its change."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3 import owing
from article3.exchange import keys
from article3.exchange.keys import SECRETARIAT, Enrolled, Use, enrolled, own_public
from article3.journal.pages import Pages
from article3.lifecycle.delivery.journalled import KeyEnded, KeyEnrolled
from article3.officers import roll
from article3.register import letters
from article3.terms.communication import BureauCode, Reference
from article3.terms.sitting import OfficerId, SeatCode

__all__ = ["SECRETARIAT", "Enrolled", "Use", "enrolled", "own_public"]
DIRECTORY = "d" * 32
"""The item under which the list of keys travels."""
_WHOEVER_RUNS_IT = {"reference": Reference(""), "by": OfficerId("0" * 32), "seat": SeatCode("")}


def enrol(seat: str, public: str, *, since: datetime, until: datetime | None = None, use: Use = Use.SIGN) -> None:
    """The key is the seat's from then on. Raises Refused for no key and for one enrolled before.

    A bureau that gets its first key of an installation of its own is told everything it may know of its files.
    """
    with transaction.atomic():
        keys.enrol(seat, public, since=since, until=until, use=use)
        Pages().append(KeyEnrolled(**_WHOEVER_RUNS_IT, at=since.astimezone(UTC), public=public, holder=seat))
        at = timezone.now()
        _tell_everybody(at)
        if use is Use.SIGN and seat.startswith("bureau:") and keys.elsewhere([seat], at):
            for reference in letters.about(BureauCode(seat.removeprefix("bureau:"))):
                owing.write_letters(reference, at)


def end(public: str, *, at: datetime) -> None:
    """The key is nobody's from then on. Raises Refused when none such is in use."""
    with transaction.atomic():
        keys.end(public, at=at)
        Pages().append(KeyEnded(**_WHOEVER_RUNS_IT, at=at.astimezone(UTC), public=public))
        _tell_everybody(at)


def renew(seat: str, use: Use) -> str:
    """The seat's own next key takes the place of its current one, here and now; its public half.

    A key to seal to is told to the Secretariat by the next round; a key to sign with is enrolled there first.
    """
    with transaction.atomic():
        public = keys.renew(seat, use)
        Pages().append(KeyEnrolled(**_WHOEVER_RUNS_IT, at=timezone.now().astimezone(UTC), public=public, holder=seat))
        return public


def next_public(seat: str, use: Use) -> str:
    """The public half of the key that `renew` will begin to use."""
    return own_public(seat, use, keys.generation_of(seat, use) + 1)


def take_over_sealing(seat: str, public: str, at: datetime) -> None:
    """A bureau said, signed, that it is sealed to this key from now on. Raises Refused for one known before."""
    enrol(seat, public, since=at, use=Use.SEAL)


def seated_here(at: datetime) -> tuple[BureauCode, ...]:
    """The bureaus that have no installation of their own: their enrolled key is made here."""
    members = {f"bureau:{code}": code for code in roll.bureaus()}
    return tuple(members[seat] for seat in sorted(keys.at_home(members, at)))


def seat_everybody(since: datetime) -> None:
    """One installation for all: the Secretariat's key and every bureau's are enrolled here. Twice changes nothing."""
    for seat in (SECRETARIAT, *(f"bureau:{code}" for code in roll.bureaus())):
        if keys.seat_of(own_public(seat), since) is None:
            enrol(seat, own_public(seat), since=since)


def _tell_everybody(at: datetime) -> None:
    """Every bureau with an installation of its own is told whose key is whose, so that it can seal and check."""
    if settings.SEAT:
        return
    away = keys.elsewhere([f"bureau:{code}" for code in roll.bureaus()], at)
    if away:
        audience = tuple(BureauCode(seat.removeprefix("bureau:")) for seat in sorted(away))
        content: dict[str, Any] = {"letter": "directory", "keys": keys.directory()}
        owing.write(DIRECTORY, audience, content, at)
