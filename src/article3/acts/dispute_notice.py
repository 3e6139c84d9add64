"""A bureau disputes a notice, diffusion or message that reached it, with a reason; the task force answers by a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.filing import readers
from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.law.parameters import parameter
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.diffusion import reached
from article3.lifecycle.dispute import Dispute, NoticeDisputed, answer_by, dispute
from article3.lifecycle.states import State
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Channel, Reference
from article3.terms.disputes import DisputeReason
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeNotice:
    """The record, why, and what is wrong with it; `dispute` is the dispute's own reference."""

    reference: Reference
    dispute: Reference
    reason: DisputeReason
    text: str


def dispute_notice(order: DisputeNotice, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> NoticeDisputed:
    """Its source is not told, nor is anybody else; the record stands as it stood. Not there for who does not hold it.
    """
    file, on = register.file(order.reference), day_of(at)
    if sitting.bureau is None or sitting.bureau == file.source or sitting.bureau not in _holders(file, register, on):
        raise NotFound
    new = Dispute(reference=order.dispute, file=file.reference, source=file.source, bureau=sitting.bureau,
                  by=sitting.officer, at=at, reason=order.reason, text=order.text.strip(),
                  answer_by=answer_by(at, parameter("disputes.answer_within_days", on)))
    before = register.open_disputes(sitting.bureau, file.source)
    disputed = dispute(new, before=before, most_open=parameter("disputes.most_open", on), at=at, sitting=sitting)
    register.keep_dispute(new)
    journal.append(disputed)
    return disputed


def _holders(file: CaseFile, register: Register, on: date) -> tuple[BureauCode, ...]:
    """Who reads it, or was sent it: a message too is disputed by those that it reached."""
    if file.state is not State.SENT or file.channel is not Channel.MESSAGE:
        return readers(file, register, on)
    return tuple(bureau for bureau in reached(file) if bureau not in file.denied(on))
