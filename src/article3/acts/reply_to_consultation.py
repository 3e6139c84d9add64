"""A consulted bureau replies to its question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.lifecycle import consultation
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.consultation import asked_of
from article3.lifecycle.knowledge_events import DecisionReopened
from article3.lifecycle.reopened import News
from article3.lifecycle.reopening import decided_at, decision_of, reopen
from article3.lifecycle.review_events import ConsultationReplied
from article3.terms.communication import Reference
from article3.terms.sitting import CLOCK, Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyToConsultation:
    """The reply, for reviewers and the Commission only."""

    reference: Reference
    consultation: str
    reply: str


def reply_to_consultation(order: ReplyToConsultation, *, at: datetime, sitting: Sitting, register: Register,
                          outbox: Outbox, journal: Journal) -> ConsultationReplied:
    """For a bureau that was not asked there is nothing here (NotFound)."""
    file = register.file(order.reference)
    if asked_of(file, order.consultation, sitting.bureau) is None:
        raise NotFound
    replied = consultation.reply(file, order.consultation, order.reply, at=at, sitting=sitting)
    events = (replied, *_reopened(file, order.consultation, at=at))
    filed(file, *events, at=at, sitting=sitting, register=register, journal=journal)
    return replied


def _reopened(file: CaseFile, consultation: str, *, at: datetime) -> tuple[DecisionReopened, ...]:
    """A reply to a question whose silence the decision had counted brings the decision back; by the clock, so that no
    entry of the replying bureau tells of it."""
    decision = decision_of(file) if decided_at(file) is not None else None
    rested = decision.rests_on.silences if decision and decision.rests_on else ()
    if consultation not in rested:
        return ()
    return (reopen(file, news=News.SILENCE_BROKEN, about=consultation, shifts=(), public=False, at=at,
                   sitting=CLOCK),)
