"""A bureau replies to what its own record or a measure says (right of reply)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.lifecycle.bureau_reply import ANSWER_WITHIN_DAYS, RecordReplied, RecordReply, reply
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyToRecord:
    """The reply; `reply` is its own reference, `to` a figure and its year, or a measure on this bureau."""

    reply: Reference
    to: str
    text: str


def reply_to_record(order: ReplyToRecord, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                    journal: Journal) -> RecordReplied:  # fmt: skip
    """It is kept word for word beside the record and read with it."""
    if sitting.bureau is None:
        raise NotFound
    given = RecordReply(reference=order.reply, bureau=sitting.bureau, to=order.to, text=order.text.strip(), at=at,
                        by=sitting.officer, due_on=day_of(at) + timedelta(days=ANSWER_WITHIN_DAYS))
    replied = reply(given, sitting=sitting)
    register.keep_page(given)
    journal.append(replied)
    return replied
