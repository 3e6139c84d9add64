"""The Secretariat carries out what the Commission ordered, on the day the order comes (Statute 37, 41)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.filing import filed, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.orders_beyond import BEYOND, carry_beyond
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import ordered
from article3.lifecycle.after import after
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.diffusion import reached
from article3.lifecycle.events import Event
from article3.lifecycle.states import IN_FORCE, State
from article3.terms.circumstances import RefusedOn
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Channel
from article3.terms.redress import CommissionOrder, Measured
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ImplementDecision:
    """One order, as the letter of the Commission says it."""

    order: CommissionOrder


def implement_decision(order: ImplementDecision, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                       journal: Journal) -> Event | tuple[Event, ...]:
    """No reviewer decides anything here: the order is binding, and whoever reads the record is told at once."""
    given = order.order
    file = register.file(given.file)
    told = _readers(file, register, at)
    if given.measure is Measured.DELETE:
        return _deleted(file, given, told, at=at, sitting=sitting, register=register, outbox=outbox, journal=journal)
    if given.measure in BEYOND:
        return carry_beyond(file, given, told, at=at, sitting=sitting, register=register, outbox=outbox,
                            journal=journal)
    event, kind = _event(file, given, at, sitting)
    kept = filed(file, event, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, told, kind, kept, about=given.id if kind is MessageKind.CAVEAT_ADDED else "")
    return event


def _event(file: CaseFile, given: CommissionOrder, at: datetime, sitting: Sitting) -> tuple[Event, MessageKind]:
    if given.measure is Measured.BLOCK:
        return ordered.block(file, given, at=at, sitting=sitting), MessageKind.NOTICE_SUSPENDED
    if given.measure is Measured.UNBLOCK:
        return ordered.unblock(file, given, at=at, sitting=sitting), MessageKind.NOTICE_RESUMED
    if given.measure is Measured.LEAVE:
        return ordered.give_leave(file, given, at=at, sitting=sitting), MessageKind.RECEIPT
    return ordered.note(file, given, at=at, sitting=sitting), MessageKind.CAVEAT_ADDED


def _deleted(file: CaseFile, given: CommissionOrder, told: tuple[BureauCode, ...], *, at: datetime, sitting: Sitting,
             register: Register, outbox: Outbox, journal: Journal) -> tuple[Event, ...]:
    """Known again by its trace before its content goes; then gone, here and at every member."""
    gone, emptied = ordered.delete(file, given, at=at, sitting=sitting)
    if file.deleted_on is None:
        register.remember(after(file, gone), (RefusedOn.OTHER,))
    kept = filed(file, gone, at=at, sitting=sitting, register=register, journal=journal)
    if emptied is not None:
        filed(replace(kept, version=file.version + 1), emptied, at=at, sitting=sitting, register=register,
              journal=journal)
    notice = file.channel is Channel.NOTICE_REQUEST
    tell(outbox, told, MessageKind.NOTICE_ENDED if notice else MessageKind.DIFFUSION_RECALLED, file)
    return (gone,) if emptied is None else (gone, emptied)


def _readers(file: CaseFile, register: Register, at: datetime) -> tuple[BureauCode, ...]:
    """Who reads it now; behind a block, who read it before."""
    standing = ordered.blocked(file)
    stood = standing.before if standing and standing.before else file.state
    if stood is State.SENT:
        return tuple(bureau for bureau in reached(file) if bureau not in file.denied(day_of(at)))
    return readers(replace(file, state=stood), register, day_of(at)) if stood in IN_FORCE or file.state in (
        State.BLOCKED, State.SENT_UNREVIEWED, State.REVIEWED) else ()
