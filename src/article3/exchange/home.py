"""Where a bureau's copies went at home and abroad, what was done on them, and what was answered: its own register."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from article3.exchange.models import Held, Intake, Place, Removed
from article3.terms.communication import BureauCode
from article3.terms.delivery import CopyAnswer


class PlaceKind(StrEnum):
    """Where a copy may go, or that something was done on its strength."""

    SYSTEM = "system"
    AGENCY = "agency"
    FILE = "file"
    BUREAU = "bureau"
    USE = "use"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceShown:
    """One place a copy went to; `answer` once it was asked back there."""

    kind: PlaceKind
    name: str
    given_at: datetime
    answer: CopyAnswer | None
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyShown:
    """One copy a bureau holds or held. `order`: removed by it; `signed_at`: and signed for."""

    item: str
    version: int
    reviewed: bool
    lapsed: bool
    lease_until_s: int | None
    at: datetime
    places: tuple[PlaceShown, ...]
    order: str = ""
    signed_at: datetime | None = None

    @property
    def open(self) -> bool:
        """An order to remove that is not signed for."""
        return bool(self.order) and self.signed_at is None


def last_round_at(bureau: BureauCode) -> datetime | None:
    """When the bureau last asked the Secretariat what is new; None before the first time."""
    return Intake.objects.filter(pk=bureau).values_list("last_round_at", flat=True).first()


def unanswered(bureau: BureauCode, item: str) -> list[str]:
    """Names of the places at home that still have a copy as far as we know."""
    at_home = (PlaceKind.SYSTEM, PlaceKind.AGENCY, PlaceKind.FILE)
    rows = Place.objects.filter(bureau=bureau, item=item, answer="", kind__in=at_home)
    return list(rows.values_list("name", flat=True))


def used(bureau: BureauCode, item: str) -> list[str]:
    """What was done on the strength of a copy: what, where, when."""
    rows = Place.objects.filter(bureau=bureau, item=item, kind=PlaceKind.USE).order_by("given_at", "pk")
    return [f"{row.name} ({row.given_at:%Y-%m-%d})" for row in rows]


def give(bureau: BureauCode, item: str, kind: PlaceKind, name: str, at: datetime) -> None:
    """Write down that a copy went there; a second time changes nothing."""
    Place.objects.get_or_create(bureau=bureau, item=item, kind=kind, name=name, defaults={"given_at": at})


def answer(bureau: BureauCode, item: str, name: str, given: CopyAnswer, done: str, at: datetime) -> bool:
    """What was done with the copy at a place; False when there is no such place or it answered before."""
    rows = Place.objects.filter(bureau=bureau, item=item, name=name, answer="")
    return bool(rows.update(answer=given.value, done=done, answered_at=at))


def worst(bureau: BureauCode, item: str) -> tuple[CopyAnswer, str]:
    """What a receipt says for all places together: acted before, else suspended, else purged; and what was done."""
    rows = list(Place.objects.filter(bureau=bureau, item=item).exclude(answer=""))
    found = {CopyAnswer(row.answer) for row in rows}
    order = (CopyAnswer.ACTED_BEFORE, CopyAnswer.SUSPENDED)
    done = [f"{row.name}: {row.done}" for row in rows if row.done]
    return next((one for one in order if one in found), CopyAnswer.PURGED), "; ".join([*used(bureau, item), *done])


def copies(bureau: BureauCode) -> tuple[CopyShown, ...]:
    """Every copy held, and every one removed: what is not signed for first, then the newest."""
    places = defaultdict(list)
    for row in Place.objects.filter(bureau=bureau).order_by("given_at", "pk"):
        given = CopyAnswer(row.answer) if row.answer else None
        places[row.item].append(PlaceShown(kind=PlaceKind(row.kind), name=row.name, given_at=row.given_at,
                                           answer=given, done=row.done))  # fmt: skip
    held = [
        CopyShown(item=row.item, version=row.version, reviewed=row.reviewed, lapsed=row.lapsed, at=row.taken_in_at,
                  lease_until_s=row.lease_until_s, places=tuple(places[row.item]))
        for row in Held.objects.filter(bureau=bureau, letter=False)
    ]  # fmt: skip
    gone = [
        CopyShown(item=row.item, version=0, reviewed=False, lapsed=False, lease_until_s=None, at=row.removed_at,
                  places=tuple(places[row.item]), order=row.order, signed_at=row.signed_at)
        for row in Removed.objects.filter(bureau=bureau)
    ]  # fmt: skip
    return tuple(sorted(held + gone, key=lambda copy: (not copy.open, -copy.at.timestamp(), copy.item)))
