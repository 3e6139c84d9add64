"""Whose key is whose, and since when: the sender of a message is its key, never a field in it.

A seat has a key to sign with and a key to be sealed to. Both are made from the installation's own secret and a
generation, so that a new one can be made before the old one ends.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db.models import Q
from nacl.public import PrivateKey
from nacl.signing import SigningKey

from article3.exchange.models import Generation, Key
from article3.terms.finding import Refused

SECRETARIAT = "secretariat"
GUARD = "guard"
"""The program at the gateway, whose key opens sealed messages to be compared, and for a person only by an act."""
MOST_GENERATIONS = 64
_PUBLIC = re.compile(r"[0-9a-f]{64}")


class Use(StrEnum):
    """What a key is for."""

    SIGN = "sign"
    SEAL = "seal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """One public key, the seat it speaks for or is read by, and from when until when."""

    public: str
    seat: str
    since: datetime
    until: datetime | None
    use: Use = Use.SIGN


def own(seat: str, generation: int | None = None) -> SigningKey:
    """The signing key of a seat of this installation: of its current generation, or of another."""
    return SigningKey(_secret(seat, Use.SIGN, generation_of(seat, Use.SIGN) if generation is None else generation))


def own_public(seat: str, use: Use = Use.SIGN, generation: int | None = None) -> str:
    """The public half of an own key, in hexadecimal: what is read out to the other side for enrolment."""
    if use is Use.SIGN:
        return own(seat, generation).verify_key.encode().hex()
    number = generation_of(seat, Use.SEAL) if generation is None else generation
    return bytes(_sealing(seat, number).public_key).hex()


def opening(seat: str, publics: Iterable[str]) -> PrivateKey | None:
    """The seat's own key that one of these public keys belongs to, of whatever generation; None when none is ours."""
    wanted = set(publics)
    for number in range(generation_of(seat, Use.SEAL), -1, -1):
        key = _sealing(seat, number)
        if bytes(key.public_key).hex() in wanted:
            return key
    return None


def generation_of(seat: str, use: Use) -> int:
    """How often the seat's own key was replaced."""
    return Generation.objects.filter(seat=seat, use=use).values_list("number", flat=True).first() or 0


def renew(seat: str, use: Use) -> str:
    """From now on the seat's next own key is the one it uses; its public half. Raises Refused after too many."""
    number = generation_of(seat, use) + 1
    if number >= MOST_GENERATIONS:
        raise Refused("This seat had too many keys: give the installation a new secret.")
    Generation.objects.update_or_create(seat=seat, use=use, defaults={"number": number})
    return own_public(seat, use)


def enrol(seat: str, public: str, *, since: datetime, until: datetime | None = None, use: Use = Use.SIGN) -> None:
    """The key is the seat's from `since`. Raises Refused when it is no key or already enrolled."""
    if not _PUBLIC.fullmatch(public):
        raise Refused("A public key is 64 lower-case hexadecimal characters.")
    if Key.objects.filter(pk=public).exists():
        raise Refused("This key is enrolled already. A key that ended is never used again: make a new one.")
    Key.objects.create(public=public, seat=seat, since=since, until=until, use=use)


def end(public: str, *, at: datetime) -> None:
    """From `at` the key is nobody's: rotation and revocation alike. Raises Refused for an unknown key."""
    live = Key.objects.filter(Q(until=None) | Q(until__gt=at), pk=public)
    if not live.update(until=at):
        raise Refused("No such key is in use.")


def seat_of(public: str, at: datetime) -> str | None:
    """The seat the key speaks for at that instant; None for a stranger, a key not begun or ended."""
    live = Key.objects.filter(Q(until=None) | Q(until__gt=at), pk=public, since__lte=at, use=Use.SIGN)
    return live.values_list("seat", flat=True).first()


def ever_of(seat: str) -> frozenset[str]:
    """Every key that ever signed for the seat; where none was enrolled and it sits here, its own."""
    known = frozenset(Key.objects.filter(seat=seat, use=Use.SIGN).values_list("public", flat=True))
    mine = range(generation_of(seat, Use.SIGN) + 1)
    return known or frozenset(own_public(seat, Use.SIGN, number) for number in mine)


def sealed_to(seats: Iterable[str], at: datetime) -> dict[str, str]:
    """By seat: the newest key it is sealed to at that instant; a seat without one is left out."""
    live = Key.objects.filter(Q(until=None) | Q(until__gt=at), since__lte=at, use=Use.SEAL, seat__in=set(seats))
    return dict(live.order_by("since").values_list("seat", "public"))


def elsewhere(seats: Iterable[str], at: datetime) -> frozenset[str]:
    """Those seats that have an installation of their own: no live signing key of theirs is made here."""
    found = _live_publics(seats, at)
    return frozenset(found) - _made_here(found)


def at_home(seats: Iterable[str], at: datetime) -> frozenset[str]:
    """Those seats whose live signing key is made here."""
    return _made_here(_live_publics(seats, at))


def _live_publics(seats: Iterable[str], at: datetime) -> dict[str, set[str]]:
    live = Key.objects.filter(Q(until=None) | Q(until__gt=at), since__lte=at, use=Use.SIGN, seat__in=set(seats))
    found: dict[str, set[str]] = {}
    for seat, public in live.values_list("seat", "public"):
        found.setdefault(seat, set()).add(public)
    return found


def _made_here(found: Mapping[str, set[str]]) -> frozenset[str]:
    if not found:
        return frozenset()
    numbers = dict(Generation.objects.filter(use=Use.SIGN, seat__in=found).values_list("seat", "number"))
    return frozenset(
        seat for seat, publics in found.items() if own_public(seat, Use.SIGN, numbers.get(seat, 0)) in publics
    )


def directory() -> list[dict[str, str | int]]:
    """Whose key is whose, as every bureau is told: bureaus and the gateway's program; instants in seconds."""
    rows = Key.objects.exclude(seat=SECRETARIAT).order_by("seat", "use", "since")
    told: list[dict[str, str | int]] = [{"public": own_public(GUARD, Use.SEAL), "seat": GUARD, "use": Use.SEAL.value,
                                         "since_s": 0}]  # fmt: skip
    for row in rows:
        line: dict[str, str | int] = {"public": row.public, "seat": row.seat, "use": row.use,
                                      "since_s": int(row.since.timestamp())}  # fmt: skip
        told.append(line | ({"until_s": int(row.until.timestamp())} if row.until else {}))
    return told


def learn(told: Iterable[dict[str, Any]], own_seat: str) -> None:
    """Take over what the Secretariat says of others' keys; nothing of its own key or ours is taken from it."""
    for line in told:
        seat, public = str(line["seat"]), str(line["public"])
        if seat == own_seat or not (seat == GUARD or seat.startswith("bureau:")) or not _PUBLIC.fullmatch(public):
            continue
        if Key.objects.filter(pk=public, seat=SECRETARIAT).exists():
            continue
        until = datetime.fromtimestamp(line["until_s"], UTC) if "until_s" in line else None
        since = datetime.fromtimestamp(line["since_s"], UTC)
        values = {"seat": seat, "use": Use(line["use"]).value, "since": since, "until": until}
        Key.objects.update_or_create(public=public, defaults=values)


def announced(seat: str) -> bool:
    """Whether this installation's current sealing key of the seat was told to the Secretariat."""
    return Key.objects.filter(pk=own_public(seat, Use.SEAL), seat=seat).exists()


def enrolled() -> tuple[Enrolled, ...]:
    """Every key ever enrolled, by seat and beginning."""
    rows = Key.objects.order_by("seat", "use", "since")
    return tuple(
        Enrolled(public=row.public, seat=row.seat, since=row.since, until=row.until, use=Use(row.use)) for row in rows
    )


def _sealing(seat: str, generation: int) -> PrivateKey:
    return PrivateKey(_secret(seat, Use.SEAL, generation))


def _secret(seat: str, use: Use, generation: int) -> bytes:
    """The first signing key of a seat is made as it always was; every other from its use and generation too."""
    named = seat if (use, generation) == (Use.SIGN, 0) else f"{seat}/{use.value}/{generation}"
    secret = settings.GUARD_KEY if seat == GUARD else settings.EXCHANGE_KEY
    return hashlib.blake2b(named.encode(), key=secret, digest_size=32, person=b"article3.key").digest()
