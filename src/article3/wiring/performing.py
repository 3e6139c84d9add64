"""An official act in one transaction: mandate, sight, register, outbox, journal; and what the calendar brings."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3 import owing
from article3.access.decision import role_of
from article3.access.why import Why
from article3.access.words import Role
from article3.acts.ask_retention import AskRetention
from article3.acts.examine_arrival import ExamineArrival
from article3.acts.expire_notice import ExpireNotice
from article3.acts.facts_of_file import circumstances
from article3.acts.lapse_unanswered import LapseUnanswered
from article3.acts.mandates import OfficialAct, official_act
from article3.acts.ports import Changed, NotFound
from article3.acts.tell_result import TellResult
from article3.exchange import post
from article3.journal import pages as journal
from article3.law.brief import brief
from article3.law.parameters import parameter
from article3.law.review_order import review_order
from article3.lifecycle.beat import beat_after, beat_before
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import IN_FORCE, State
from article3.officers import roll
from article3.register import untold
from article3.register.columns import DeskPlace
from article3.register.files import Files
from article3.register.reader import Reader
from article3.register.waiting import before as waiting_before
from article3.terms.clocks import day_of, months_after
from article3.terms.communication import BureauCode, CountryCode, Level, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting
from article3.wiring import arrival_room, sealed_files, sealing_room

_WAITS = "Nothing can be changed in this item before the next hour at which results are given out. Look again then."
TRIES = 2  # an act that meets somebody else's change is read and tried anew once


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
    sealed_files.before_the_act(order, sitting, at)
    order = sealing_room.before_the_act(order, sitting, at)
    if sitting.bureau is None and sitting.role is not MandateRole.CLOCK:
        open_gateway(at)
    for _ in range(TRIES):
        try:
            return _once(act, order, sitting, at)
        except Changed:
            continue
        except Refused:
            _until_the_beat(order, sitting, at)
            raise
    raise Refused("Somebody else changed this file since you read it. Nothing was changed: read it again, then repeat.")


def reader(sitting: Sitting, why: Why | str, at: datetime | None = None) -> Reader:
    """The eyes of one sitting, for one stated reason. Raises ValueError for a reason that is not in the list."""
    why, at = Why(why), at or timezone.now()
    open_gateway(at, apart_from=sitting.bureau)
    if sitting.bureau is not None:
        arrival_room.look_through(sitting.bureau, at)
    note = arrival_room.noter(sitting) or partial(journal.Pages().note, sitting=sitting)
    return Reader(sitting, why, at, partial(note, why=why.value, at=at))


def open_gateway(at: datetime | None = None, *, apart_from: BureauCode | None = None, most: int = 20) -> int:
    """Look at what arrived, each in a transaction of its own, and let on what may go on; how many were looked at.

    Done whenever somebody comes to read or to fetch, before they do; their own bureau's items are left to the next, so
    that nothing is read before it was looked at and no sender ever waits for it.
    """
    waiting = [] if settings.SEAT else _register().arriving(apart_from=apart_from, most=most)
    looked_at = 0
    for reference in waiting:
        with suppress(Refused):  # somebody else looked at it meanwhile
            perform(ExamineArrival(reference=reference), sitting=clock(), at=at)
            looked_at += 1
    return looked_at


def clock() -> Sitting:
    """Who does what falls due by itself: no person, no nationality, nothing to read."""
    return Sitting(officer=OfficerId("0" * 32), officer_name="", nationality=CountryCode(""),
                   seat=SeatCode("secretariat"), role=MandateRole.CLOCK, clearance=Level.OFFICIAL_USE)  # fmt: skip


def do_what_falls_due(at: datetime | None = None) -> dict[str, int]:
    """What the calendar brings: ends, silences, questions about retention; each file in a transaction of its own.

    Returns how often each kind of event happened; doing it twice on one day does nothing the second time.
    """
    at = at or timezone.now()
    on, done = day_of(at), Counter[str]()
    while open_gateway(at, most=500):
        pass
    arrival_room.look_through_all(at)
    ask_until = months_after(on, parameter("retention.ask_before_months", on))
    for reference in _register().due(on, ask_until):
        for order in (ExpireNotice(reference=reference), LapseUnanswered(reference=reference),
                      AskRetention(reference=reference)):  # fmt: skip
            try:
                events = perform(order, sitting=clock(), at=at)
            except Refused:  # it does not fall due by this order
                continue
            done.update(type(event).__name__ for event in (events if isinstance(events, tuple) else (events,)))
    return dict(done)


def take_over(files: Iterable[CaseFile]) -> None:
    """Fill an empty register with files from elsewhere. Raises Refused when it holds a file already."""
    register = _register()
    with transaction.atomic():
        if not register.is_empty():
            raise Refused("Files are taken over only into an empty register.")
        register.add_many(files)


def next_beat(at: datetime) -> datetime:
    """When sources read next what came of their files."""
    return beat_after(at, str(parameter("beat.hours", day_of(at))))


def last_beat(at: datetime) -> datetime:
    """When sources last read what came of their files."""
    return beat_before(at, str(parameter("beat.hours", day_of(at))))


def desk_place(file: CaseFile, on: date | None = None) -> DeskPlace:
    """Where a file stands in the task force's queue, by the law's review order; the key sorts as text."""
    on = on or day_of(timezone.now())
    ordered = partial(
        review_order, brief(file.communication, circumstances(file, on), on), on, arrived_on=day_of(file.received_at),
        delivered_unreviewed=file.state is State.SENT_UNREVIEWED, reopened=file.state in IN_FORCE,
    )  # fmt: skip
    before = waiting_before(file, key_of(ordered().key))
    place = ordered(before=before)
    return DeskPlace(key=key_of(place.key), why=place.line, in_turn=not place.later_days)


def key_of(place: Iterable[int]) -> str:
    """The law's place as text: the same length and the same order."""
    return "".join(f"{part + 50_000_000:08d}" for part in place)


def _register() -> Files:
    return sealing_room.Guarded(bureaus=roll.bureaus, order=desk_place)


def _once(act: OfficialAct, order: Any, sitting: Sitting, at: datetime) -> Any:
    with transaction.atomic():
        _require_in_sight(order, sitting, at)
        outbox = post.Post(at)
        register = _register()
        register.at, register.beat = at, None if settings.SEAT else next_beat(at)
        order = sealed_files.informed(order, sitting, at, register)
        event = act.perform(order, at=at, sitting=sitting, register=register, outbox=outbox, journal=journal.Pages())
        outbox.close(register.untold, secrets.token_hex)
        owing.leave_owed(order, event, sitting, at)
        return event


def _until_the_beat(order: Any, sitting: Sitting, at: datetime) -> None:
    """A source whose file can no longer be acted on reads one sentence until it is told what came of it."""
    waiting = untold.of(sitting.bureau, at).filter(pk=getattr(order, "reference", ""))
    if sitting.bureau is not None and waiting.exists():
        raise Refused(_WAITS) from None


def _require_in_sight(order: Any, sitting: Sitting, at: datetime) -> None:
    """An officer acts on no file whose very line is hidden from them: of their own country, or one they left. A bureau
    that claims a result is answered by the same question whether there is no record or one kept from it, and no file is
    opened for it before: the time would tell."""
    reference = getattr(order, "reference", None)
    asked = role_of(sitting) is Role.REVIEWER or isinstance(order, TellResult)
    if asked and reference is not None and not Reader.in_sight(sitting, at, reference):
        raise NotFound
