"""What officers of a bureau do with its copies: pass them on, act on them, answer for them when they are recalled."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from article3.exchange import home, seat
from article3.exchange.home import CopyShown, PlaceKind
from article3.journal.pages import Pages
from article3.lifecycle.delivery import bureau as decisions
from article3.lifecycle.delivery.journalled import CopyAnswered, CopyGiven, CopyUsed
from article3.terms.communication import BureauCode, Reference
from article3.terms.delivery import Copy, CopyAnswer
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole, Sitting
from article3.wiring import arrival_room

__all__ = ["CopyAnswer", "CopyShown", "PlaceKind"]
_OFFICERS = (MandateRole.BUREAU_OFFICER, MandateRole.BUREAU_LEAD)
LONGEST_NAME = 400


def of(sitting: Sitting) -> tuple[CopyShown, ...]:
    """The bureau's register of copies: what is called back and not signed for first; nothing its desk keeps back."""
    bureau = _bureau(sitting)
    found = home.copies(bureau)
    kept = arrival_room.kept_back(bureau, (copy.item for copy in found))
    return tuple(copy for copy in found if copy.item not in kept or (copy.open and copy.places))


def give(sitting: Sitting, item: str, kind: PlaceKind, name: str, at: datetime | None = None) -> None:
    """A copy goes to a system, an agency or a file at home, or by hand to another bureau: the Secretariat is told.

    Raises Refused for a copy that is not held any more.
    """
    bureau, at, name = _bureau(sitting), at or timezone.now(), _named(name)
    with transaction.atomic():
        _require_let_on(bureau, item)
        books = seat.Books(bureau, at)
        if kind is PlaceKind.BUREAU:
            books.carry_out(decisions.pass_on(books, item, BureauCode(name)))
        elif (held := books.copy(item)) is None or held.lapsed:
            raise Refused("This item is not held any more and may not be passed on.", "RPD-66")
        home.give(bureau, item, kind, name, at)
        Pages().append(CopyGiven(**_journalled(sitting, item, at), kind=kind.value, name=name))


def take_by_hand(sitting: Sitting, item: str, giver: BureauCode, at: datetime | None = None) -> None:
    """Another bureau gave us a copy outside the exchange: from now on a recall finds it here too.

    Its text comes with the next pull: what was handed over is not believed.
    """
    bureau, at = _bureau(sitting), at or timezone.now()
    with transaction.atomic():
        books = seat.Books(bureau, at)
        paper = Copy(item, 0, "", reviewed=False, lease_until_s=int(at.timestamp()))
        books.carry_out(decisions.take_by_hand(books, paper, giver, at_s=int(at.timestamp())))


def use(sitting: Sitting, item: str, done: str, at: datetime | None = None) -> None:
    """Something is done on the strength of a copy: what and where. Raises Refused unless it is reviewed and live."""
    bureau, at, done = _bureau(sitting), at or timezone.now(), _named(done)
    with transaction.atomic():
        _require_let_on(bureau, item)
        books = seat.Books(bureau, at)
        books.carry_out(decisions.act_on(books, item))
        home.give(bureau, item, PlaceKind.USE, done, at)
        Pages().append(CopyUsed(**_journalled(sitting, item, at), done=done))


def answer(sitting: Sitting, item: str, name: str, given: CopyAnswer, done: str = "", at: datetime | None = None
           ) -> bool:  # fmt: skip
    """What was done with the copy at one place. With the last answer the bureau signs: True then.

    Raises Refused when nothing was called back, or no such place is open.
    """
    bureau, at = _bureau(sitting), at or timezone.now()
    with transaction.atomic():
        books = seat.Books(bureau, at)
        if books.unsigned(item) is None:
            raise Refused("No removal of this item waits for an answer.", "RPD-99-N")
        if not home.answer(bureau, item, name, given, done.strip()[:4000], at):
            raise Refused("No such place is open.", "RPD-99-N")
        Pages().append(CopyAnswered(**_journalled(sitting, item, at), name=name, answer=given, done=done))
        if books.at_home(item):
            return False
        books.carry_out(decisions.sign(books, item, *home.worst(bureau, item)))
        return True


def _bureau(sitting: Sitting) -> BureauCode:
    if sitting.bureau is None or sitting.role not in _OFFICERS:
        raise Refused("Your mandate does not cover this act.")
    return sitting.bureau


def _require_let_on(bureau: BureauCode, item: str) -> None:
    """What the protective desk keeps back is as if it were not held."""
    if arrival_room.kept_back(bureau, [item]):
        raise Refused("This item is not held any more and may not be passed on.", "RPD-66")


def _named(text: str) -> str:
    text = " ".join(text.split())
    if not 0 < len(text) <= LONGEST_NAME:
        raise Refused(f"Say it in 1 to {LONGEST_NAME} characters.")
    return text


def _journalled(sitting: Sitting, item: str, at: datetime) -> dict[str, Any]:
    return {"reference": Reference(item), "at": at.astimezone(UTC), "by": sitting.officer, "seat": sitting.seat}
