"""The roll of officers: seat them, revoke them, and say under which mandates one may sit today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone

from article3.officers.models import Mandate, Officer, Seat
from article3.terms.communication import BureauCode, CountryCode, Level
from article3.terms.sitting import OF_A_BUREAU, MandateRole, OfficerId, SeatCode, Sitting

_SHOWN = ("seat_id", "role", "clearance", *(f"officer__{name}" for name in (
    "opaque_id", "username", "first_name", "last_name", "nationality")))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """One mandate an officer may choose to sit under."""

    mandate: int
    seat: SeatCode
    seat_name: str
    role: MandateRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One account, for whoever runs the installation."""

    name: str
    nationality: CountryCode
    active: bool
    chairs: tuple[Chair, ...]


def open_seat(code: str, name: str) -> None:
    """Make a seat, or give it another name."""
    Seat.objects.update_or_create(code=code, defaults={"name": name})


def open_seat_if_new(code: str) -> None:
    """Make a seat under its own code. Raises ValueError for a code that is none."""
    kind, _, bureau = code.partition(":")
    of_a_country = kind in (*OF_A_BUREAU, "protection") and len(bureau) == 2 and bureau.isupper()
    if code not in ("secretariat", "oversight", "custodian", "commission") and not of_a_country:
        raise ValueError(
            f"{code!r} is no seat: secretariat, oversight, custodian, commission, bureau:XA, desk:XA, "
            "front:XA, protection:XA"
        )
    Seat.objects.get_or_create(code=code, defaults={"name": code})


def enrol(username: str, *, nationality: str, full_name: str = "", password: str | None = None) -> OfficerId:
    """A new account. Without a password nobody can sign in with one. Raises IntegrityError if the name is taken."""
    given, _, family = full_name.rpartition(" ")
    officer = Officer.objects.create(
        username=username,
        nationality=nationality,
        first_name=given,
        last_name=family,
        password=make_password(password),
    )
    return OfficerId(officer.opaque_id)


def give_mandate(
    officer: OfficerId, seat: str, role: MandateRole, *, clearance: Level, since: date, until: date | None = None
) -> None:
    """From `since` until the day before `until` the officer may sit there."""
    Mandate.objects.create(
        officer=Officer.objects.get(opaque_id=officer),
        seat=Seat.objects.get(code=seat),
        role=role,
        clearance=clearance,
        since=since,
        until=until,
    )


def revoke(officer: OfficerId) -> None:
    """The account and every session of it end with the next request: rights are read anew each time."""
    Officer.objects.filter(opaque_id=officer).update(is_active=False)


def end_mandates(officer: OfficerId, seat: str, *, on: date) -> None:
    """From `on` the officer no longer sits there; a mandate that had not begun is struck out."""
    held = Mandate.objects.filter(Q(until__isnull=True) | Q(until__gt=on), officer__opaque_id=officer, seat=seat)
    held.filter(since__gte=on).delete()
    held.filter(since__lt=on).update(until=on)


def chairs(officer: OfficerId, at: datetime) -> tuple[Chair, ...]:
    """Every mandate the officer holds at that instant, in the order of seats."""
    return tuple(
        Chair(mandate=m.pk, seat=SeatCode(m.seat_id), seat_name=m.seat.name, role=MandateRole(m.role))
        for m in _held(at).filter(officer__opaque_id=officer).order_by("seat_id", "pk")
    )


def sitting(officer_pk: int, mandate: int, at: datetime) -> Sitting | None:
    """The sitting under that mandate, or None when the officer or the mandate no longer holds. One query."""
    return _sitting(_held(at).filter(pk=mandate, officer_id=officer_pk))


def sitting_by_key(digest: str, at: datetime) -> Sitting | None:
    """The sitting a program has by a key that is neither ended nor over, as far as its mandate holds. One query."""
    key = {"keys__digest": digest, "keys__ended_at": None, "keys__until__gte": at.date()}
    return _sitting(_held(at).filter(**key))


def sitting_of(officer: OfficerId, seat: str, at: datetime | None = None) -> Sitting:
    """The sitting of an officer in a seat, for commands and tests. Raises LookupError without a mandate."""
    held = _held(at or timezone.now()).filter(officer__opaque_id=officer, seat=seat).first()
    if held is None:
        raise LookupError(f"officer {officer} holds no mandate in {seat}")
    return _seated(held)


def seated(seat: SeatCode, at: datetime | None = None) -> tuple[OfficerId, ...]:
    """Who holds a mandate in that seat, the longest there first."""
    held = _held(at or timezone.now()).filter(seat=seat).order_by("since", "pk")
    return tuple(OfficerId(mandate.officer.opaque_id) for mandate in held)


def _held(at: datetime) -> QuerySet[Mandate]:
    on = at.date()
    return Mandate.objects.select_related("officer", "seat").filter(
        Q(until__isnull=True) | Q(until__gt=on), since__lte=on, officer__is_active=True
    )


def _sitting(held: QuerySet[Mandate]) -> Sitting | None:
    """Asked at every request: no column is fetched that a sitting does not show."""
    found = held.select_related(None).select_related("officer").only(*_SHOWN).order_by("pk")[:1]
    return next((_seated(each) for each in found), None)


def _seated(held: Mandate) -> Sitting:
    officer = held.officer
    return Sitting(
        officer=OfficerId(officer.opaque_id),
        officer_name=officer.shown_name,
        nationality=CountryCode(officer.nationality),
        seat=SeatCode(held.seat_id),
        role=MandateRole(held.role),
        clearance=Level(held.clearance),
    )


def problems(name: str, nationality: str, password: str) -> list[str]:
    """Why an account cannot be made like this, in sentences; empty when it can."""
    found = []
    if len(nationality) != 2 or not nationality.isalpha():
        found.append("A nationality is a country code of two letters.")
    if not name or Officer.objects.filter(username__iexact=name).exists():
        found.append("The name is taken or empty.")
    try:
        validate_password(password, Officer(username=name))
    except ValidationError as weak:
        found += weak.messages
    return found


def known(name: str) -> OfficerId | None:
    """The officer with that name to sign in with, or None."""
    found = Officer.objects.filter(username=name).values_list("opaque_id", flat=True).first()
    return OfficerId(found) if found else None


def everybody(at: datetime) -> tuple[Entry, ...]:
    """Every account with its mandates of that day, by name."""
    return tuple(
        Entry(name=one.username, nationality=CountryCode(one.nationality), active=one.is_active,
              chairs=chairs(OfficerId(one.opaque_id), at))
        for one in Officer.objects.order_by("username")
    )  # fmt: skip


def bureaus() -> tuple[BureauCode, ...]:
    """Every member bureau, in order of code: those that have a seat."""
    codes = Seat.objects.filter(code__startswith="bureau:").order_by("code").values_list("code", flat=True)
    return tuple(BureauCode(code.removeprefix("bureau:")) for code in codes)


def names(officers: Iterable[OfficerId], seat: SeatCode) -> dict[OfficerId, str]:
    """The names of those among the officers who hold or held a mandate in that seat."""
    found = Officer.objects.filter(opaque_id__in=set(officers), mandates__seat=seat).distinct()
    return {OfficerId(officer.opaque_id): officer.shown_name for officer in found}
