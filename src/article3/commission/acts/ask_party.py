"""The Commission asks applicant, source, task force or others, with a day (Statute 34)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.commission.acts.letters import question_letter
from article3.commission.acts.ports import Post, Shelf
from article3.commission.lifecycle.procedure import ask
from article3.commission.lifecycle.request import Asked, CommissionRequest, Question
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AskParty:
    """The Commission asks applicant, source, task force or others, with a day (Statute 34)."""

    reference: Reference
    id: str
    of: Asked
    about: Reference | None
    text: str
    due_on: date


def ask_party(order: AskParty, *, at: datetime, sitting: Sitting, shelf: Shelf, post: Post) -> CommissionRequest:
    """The Commission asks applicant, source, task force or others, with a day (Statute 34)."""
    request = shelf.request(order.reference)
    question = Question(id=order.id, of=order.of, about=order.about, text=order.text.strip(), asked_on=day_of(at),
                        due_on=order.due_on)
    kept = shelf.keep(ask(request, question, at=at, sitting=sitting))
    if order.of in (Asked.SOURCE, Asked.TASK_FORCE):
        post.send("question", question_letter(question), id=order.id, about=order.reference, at=at)
    shelf.note("ask_party", officer=sitting.officer, reference=order.reference, at=at, of=order)
    return kept
