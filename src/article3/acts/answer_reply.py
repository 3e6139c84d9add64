"""A lead answers what a bureau said about its record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.ports import Changed, Journal, Outbox, Register
from article3.lifecycle.bureau_reply import RecordReply, ReplyAnswered, answered
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReply:
    """The answer, on the version that was read."""

    reply: Reference
    version: int
    text: str


def answer_reply(order: AnswerReply, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                 journal: Journal) -> ReplyAnswered:  # fmt: skip
    """Once; the bureau reads it beside its own words."""
    given = register.ledger_page(RecordReply, order.reply)
    if given.version != order.version:
        raise Changed
    event, kept = answered(given, order.text, at=at, sitting=sitting)
    register.keep_page(kept)
    journal.append(event)
    return event
