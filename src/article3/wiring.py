"""The only file that knows which adapter stands behind which port; it opens the transaction and checks the mandate.

Sites and commands call `perform` to change something and `reader` to see something, and nothing else.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from article3.access.decision import role_of
from article3.access.why import Why
from article3.access.words import Role
from article3.acts.facts_of_file import circumstances
from article3.acts.mandates import OfficialAct, official_act
from article3.acts.ports import Changed, NotFound
from article3.exchange import post
from article3.journal import pages as journal
from article3.law.brief import brief
from article3.law.review_order import review_order
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import IN_FORCE, State
from article3.officers import roll
from article3.register import attachments
from article3.register.columns import DeskPlace
from article3.register.files import Files
from article3.register.pages import Query
from article3.register.reader import Reader
from article3.terms.clocks import day_of
from article3.terms.communication import Attachment, BureauCode, CountryCode, Level, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting

__all__ = ["Query"]

TRIES = 2
"""An act that meets somebody else's change is read and tried anew once."""


def new_reference() -> Reference:
    """A fresh random reference (128 bit): says nothing about order, source or kind."""
    return Reference(secrets.token_hex(16))


def perform(order: Any, *, sitting: Sitting, at: datetime | None = None) -> Any:
    """Carry out one official act and return its event. Raises Refused when mandate or rules say no, NotFound when
    there is nothing for this sitting.

    Register, outbox and journal commit together or not at all.
    """
    act, at = official_act(order), at or timezone.now()
    if not act.allows(sitting):
        raise Refused("Your mandate does not cover this act.")
    for _ in range(TRIES):
        try:
            return _once(act, order, sitting, at)
        except Changed:
            continue
    raise Refused("Somebody else changed this file since you read it. Nothing was changed: read it again, then repeat.")


def reader(sitting: Sitting, why: Why | str, at: datetime | None = None) -> Reader:
    """The eyes of one sitting, for one stated reason. Raises ValueError for a reason that is not in the list."""
    why, at = Why(why), at or timezone.now()
    return Reader(sitting, why, at, partial(journal.Pages().note, sitting=sitting, why=why.value, at=at))


def clock() -> Sitting:
    """Who does what falls due by itself: no person, no nationality, nothing to read."""
    return Sitting(officer=OfficerId("0" * 32), officer_name="", nationality=CountryCode(""),
                   seat=SeatCode("secretariat"), role=MandateRole.CLOCK, clearance=Level.OFFICIAL_USE)  # fmt: skip


def keep_attachment(content: bytes, *, name: str, media_type: str, level: Level = Level.CONFIDENTIAL) -> Attachment:
    """Keep a paper; the record returned goes into a communication. Raises Refused when it is empty or too large."""
    return attachments.keep(content, name=name, media_type=media_type, level=level)


def deliver(bureau: BureauCode, *, at: datetime | None = None) -> tuple[post.Delivered, ...]:
    """The bureau takes in the messages it is still owed."""
    with transaction.atomic():
        return post.deliver(bureau, at=at or timezone.now())


def inbox(sitting: Sitting, *, after: int = 0) -> tuple[post.Delivered, ...]:
    """Messages this bureau has taken in, by number; nothing in any other seat."""
    return () if sitting.bureau is None else post.taken_in(sitting.bureau, after=after)


def journal_head() -> tuple[int, str, int]:
    """The journal computed anew from its stored bytes: entries, root hash, and how many entries do not agree."""
    size, root = journal.root()
    return size, root.hex(), len(journal.faults())


def bureaus() -> tuple[BureauCode, ...]:
    """Every member bureau, in order of code."""
    return roll.bureaus()


def officer_names(officers: Iterable[OfficerId], sitting: Sitting) -> dict[OfficerId, str]:
    """Names of officers, only for colleagues of the same seat; everybody else stays an opaque id."""
    return roll.names(officers, sitting.seat)


def take_over(files: Iterable[CaseFile]) -> None:
    """Fill an empty register with files from elsewhere. Raises Refused when it holds a file already."""
    register = _register()
    with transaction.atomic():
        if not register.is_empty():
            raise Refused("Files are taken over only into an empty register.")
        register.add_many(files)


def desk_place(file: CaseFile, on: date | None = None) -> DeskPlace:
    """Where a file stands in the task force's queue, by the law's review order; the key sorts as text."""
    on = on or day_of(timezone.now())
    place = review_order(
        brief(file.communication, circumstances(file, on), on), on, arrived_on=day_of(file.received_at),
        delivered_unreviewed=file.state is State.SENT_UNREVIEWED, reopened=file.state in IN_FORCE,
    )  # fmt: skip
    return DeskPlace(key="".join(f"{part + 50_000_000:08d}" for part in place.key), why=place.line)


def _register() -> Files:
    return Files(bureaus=roll.bureaus, order=desk_place)


def _once(act: OfficialAct, order: Any, sitting: Sitting, at: datetime) -> Any:
    with transaction.atomic():
        _require_in_sight(order, sitting, at)
        outbox = post.Post(at)
        event = act.perform(
            order, at=at, sitting=sitting, register=_register(), outbox=outbox, journal=journal.Pages()
        )
        outbox.close()
        return event


def _require_in_sight(order: Any, sitting: Sitting, at: datetime) -> None:
    """An officer acts on no file whose very line is hidden from them: of their own country, or one they left."""
    reference = getattr(order, "reference", None)
    reviews = role_of(sitting) is Role.REVIEWER
    if reviews and reference is not None and not Reader.in_sight(sitting, at, reference):
        raise NotFound
