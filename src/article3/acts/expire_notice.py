"""The clock ends a file whose time is over: the data go (RPD 50)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.events import DataDeleted, FileExpired
from article3.lifecycle.retention import expire
from article3.lifecycle.states import DELIVERED
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireNotice:
    """The file that falls due."""

    reference: Reference


def expire_notice(order: ExpireNotice, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> FileExpired | DataDeleted:
    """Of a live file readers and source are told; what is left is that it was there and how it ended."""
    file = register.file(order.reference)
    expired = expire(file, at=at, sitting=sitting)
    if isinstance(expired, DataDeleted):
        filed(file, expired, at=at, sitting=sitting, register=register, journal=journal)
        return expired
    told = readers(file, register, day_of(at))
    filed(file, expired, at=at, sitting=sitting, register=register, journal=journal)
    kind = MessageKind.DIFFUSION_WITHDRAWN if file.state in DELIVERED else MessageKind.NOTICE_ENDED
    tell(outbox, dict.fromkeys((file.source, *told)), kind, file)
    return expired
