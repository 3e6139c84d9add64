"""The source suspends its notice, with a reason, for six months in all at most (RPD 81(1))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.filing import filed, own_file, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.law.parameters import parameter
from article3.lifecycle.events import NoticeSuspended
from article3.lifecycle.notice import suspend
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendNotice:
    """The last day of the suspension at most, and why."""

    reference: Reference
    until: date
    because: str


def suspend_notice(order: SuspendNotice, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> NoticeSuspended:
    """Members are told; nobody reads it as a valid notice meanwhile."""
    file = own_file(register, order.reference, sitting)
    on = day_of(at)
    longest = parameter("endings.suspension_max_months", on)
    suspended = suspend(file, order.until, order.because, longest_months=longest, at=at, sitting=sitting)
    kept = filed(file, suspended, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, readers(kept, register, on), MessageKind.NOTICE_SUSPENDED, kept)
    return suspended
