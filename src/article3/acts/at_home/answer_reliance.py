"""A bureau says what was done about a file that relied on an item which was called back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.at_home.ports import Arrivals, Cabinet
from article3.lifecycle import frontline
from article3.lifecycle.frontline import Reliance, RelianceAnswered
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReliance:
    """The reliance and what was done: the court told, the visa decided anew, the person let go."""

    reliance: Reference
    said: str


def answer_reliance(order: AnswerReliance, *, at: datetime, sitting: Sitting, cabinet: Cabinet, arrivals: Arrivals
                    ) -> RelianceAnswered:  # fmt: skip
    """With the answer the file is closed; until then it is listed."""
    reliance = cabinet.one(Reliance, order.reliance)
    cabinet.keep(frontline.answer(reliance, order.said, at))
    event = RelianceAnswered(reference=reliance.item, at=at, by=sitting.officer, seat=sitting.seat,
                             reliance=reliance.id, answer=order.said)
    cabinet.write_down(event)
    return event
