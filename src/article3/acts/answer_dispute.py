"""The reviewer of a disputed file answers the bureau that disputed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.messages import Message, MessageKind
from article3.acts.ports import Journal, NotFound, Outbox, Register
from article3.lifecycle.dispute import DisputeAnswered, after_dispute, answer
from article3.lifecycle.review import own_review
from article3.lifecycle.states import ENDED
from article3.terms.communication import Reference
from article3.terms.disputes import DisputeAnswer
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDispute:
    """The file, the dispute, the answer the bureau reads, and the reason that stays inside."""

    reference: Reference
    dispute: Reference
    answer: DisputeAnswer
    because: str


def answer_dispute(order: AnswerDispute, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> DisputeAnswered:
    """What follows for the record is decided like any other matter, by two; the answer alone changes nothing."""
    known = register.dispute(order.dispute)
    if known.file != order.reference:
        raise NotFound
    file = register.file(order.reference)
    if file.state not in ENDED:
        own_review(file, sitting)
    elif all(review.reviewer != sitting.officer for review in file.former_reviews):
        raise Refused("The file has ended; who reviewed it answers the dispute.")
    answered = answer(known, order.answer, order.because, at=at, sitting=sitting)
    register.keep_dispute(after_dispute(known, answered))
    journal.append(answered)
    outbox.post(to=known.bureau, message=Message(kind=MessageKind.DISPUTE_ANSWERED, reference=known.file,
                                                 about=known.reference))
    return answered
