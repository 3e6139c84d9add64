"""Who is silent past the day is reminded, and the silence is recorded (Statute 34)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.commission.acts.ports import Post, Shelf
from article3.commission.lifecycle.procedure import remind
from article3.commission.lifecycle.request import Asked, CommissionRequest
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindParty:
    """Who is silent past the day is reminded, and the silence is recorded (Statute 34)."""

    reference: Reference
    question: str


def remind_party(order: RemindParty, *, at: datetime, sitting: Sitting, shelf: Shelf, post: Post) -> CommissionRequest:
    """Who is silent past the day is reminded, and the silence is recorded (Statute 34)."""
    request = shelf.request(order.reference)
    kept = shelf.keep(remind(request, order.question, at=at, sitting=sitting))
    asked = next(each for each in kept.questions if each.id == order.question)
    if asked.of in (Asked.SOURCE, Asked.TASK_FORCE):
        post.send("reminder", {"question": order.question}, id=f"{len(asked.reminded_on):02d}{order.question[2:]}",
                  about=order.reference, at=at)
    shelf.note("remind_party", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
