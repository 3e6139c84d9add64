"""The source ends its suspension in time (RPD 81(1))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, own_file, readers, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.events import NoticeResumed
from article3.lifecycle.notice import resume
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeNotice:
    """The file."""

    reference: Reference


def resume_notice(order: ResumeNotice, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> NoticeResumed:
    """Members are told."""
    file = own_file(register, order.reference, sitting)
    resumed = resume(file, at=at, sitting=sitting)
    kept = filed(file, resumed, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, readers(kept, register, day_of(at)), MessageKind.NOTICE_RESUMED, kept)
    return resumed
