"""Whose key is whose, and since when: the sender of a message is its key, never a field in it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from nacl.signing import SigningKey

from article3.exchange.models import Key
from article3.terms.finding import Refused

SECRETARIAT = "secretariat"
_PUBLIC = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """One public key, the seat it speaks for, and from when until when."""

    public: str
    seat: str
    since: datetime
    until: datetime | None


def own(seat: str) -> SigningKey:
    """The signing key of a seat of this installation, made from the installation's own secret."""
    seed = hashlib.blake2b(seat.encode(), key=settings.EXCHANGE_KEY, digest_size=32, person=b"article3.key")
    return SigningKey(seed.digest())


def own_public(seat: str) -> str:
    """The public half of it, in hexadecimal: what is read out to the other side for enrolment."""
    return own(seat).verify_key.encode().hex()


def enrol(seat: str, public: str, *, since: datetime, until: datetime | None = None) -> None:
    """The key speaks for the seat from `since`. Raises Refused when it is no key or already enrolled."""
    if not _PUBLIC.fullmatch(public):
        raise Refused("A public key is 64 lower-case hexadecimal characters.")
    if Key.objects.filter(pk=public).exists():
        raise Refused("This key is enrolled already. A key that ended is never used again: make a new one.")
    Key.objects.create(public=public, seat=seat, since=since, until=until)


def end(public: str, *, at: datetime) -> None:
    """From `at` the key speaks for nobody: rotation and revocation alike. Raises Refused for an unknown key."""
    live = Key.objects.filter(Q(until=None) | Q(until__gt=at), pk=public)
    if not live.update(until=at):
        raise Refused("No such key is in use.")


def seat_of(public: str, at: datetime) -> str | None:
    """The seat the key speaks for at that instant; None for a stranger, a key not begun or ended."""
    live = Key.objects.filter(Q(until=None) | Q(until__gt=at), pk=public, since__lte=at)
    return live.values_list("seat", flat=True).first()


def enrolled() -> tuple[Enrolled, ...]:
    """Every key ever enrolled, by seat and beginning."""
    rows = Key.objects.order_by("seat", "since")
    return tuple(Enrolled(public=row.public, seat=row.seat, since=row.since, until=row.until) for row in rows)
