"""The Secretariat publishes an accepted request, or the accepted update of a notice (RPD 74, 79)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.conversion import converted, tell_of_conversion
from article3.acts.filing import current, filed, readers, tell, unchanged
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.events import NoticePublished
from article3.lifecycle.notice import accept, publish
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishNotice:
    """The file, on the version that was read."""

    reference: Reference
    version: int


def publish_notice(order: PublishNotice, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> NoticePublished:
    """The rules of today are applied once more; one message goes to every member the source does not bar. A diffusion
    that becomes a notice changes its kind for whoever holds it."""
    file = unchanged(register.file(order.reference), order.version)
    on = day_of(at)
    today = current(file, at=at, sitting=sitting)
    published = publish(accept(today, on), at=at, sitting=sitting)
    kind = MessageKind.NOTICE_UPDATED if today.published else MessageKind.NOTICE_PUBLISHED
    kept = filed(today, published, at=at, sitting=sitting, register=register, journal=journal)
    if converted(today, kept):
        tell_of_conversion(today, kept, register, outbox, on)
    else:
        tell(outbox, readers(kept, register, on), kind, kept)
    return published
