"""The Secretariat cancels a notice, as two reviewers decided (RPD 81(3))."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.filing import filed, readers, tell, unchanged
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.events import NoticeCancelled
from article3.lifecycle.notice import cancel
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.reasons import CancellationCode
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelNotice:
    """The code; for inaction, the question by which the source was consulted."""

    reference: Reference
    version: int
    code: CancellationCode
    consulted: str = ""


def cancel_notice(order: CancelNotice, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> NoticeCancelled:
    """Members are told that it ended, in the words used for every ending."""
    file = unchanged(register.file(order.reference), order.version)
    cancelled = cancel(file, order.code, order.consulted, at=at, sitting=sitting)
    told = readers(replace(file, state=file.beneath), register, day_of(at))
    filed(file, cancelled, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, told, MessageKind.NOTICE_ENDED, file)
    return cancelled
