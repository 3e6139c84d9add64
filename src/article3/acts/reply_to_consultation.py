"""A consulted bureau replies to its question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed
from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.lifecycle import consultation
from article3.lifecycle.consultation import asked_of
from article3.lifecycle.review_events import ConsultationReplied
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


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
    filed(file, replied, at=at, sitting=sitting, register=register, journal=journal)
    return replied
