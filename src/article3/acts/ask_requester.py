"""A reviewer returns a request with questions, each with a deadline (RPD 78)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.filing import filed, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import questions as questions_to_requester
from article3.lifecycle.correspondence import Question
from article3.lifecycle.review_events import RequesterAsked
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One question with its id; `rule` and `field` say what it is about."""

    id: str
    text: str
    deadline: date
    rule: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRequester:
    """The questions, with their ids."""

    reference: Reference
    questions: tuple[Asking, ...]


def ask_requester(order: AskRequester, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> RequesterAsked:
    """The questions go to the source; nothing is published meanwhile."""
    file = register.file(order.reference)
    on = day_of(at)
    questions = tuple(Question(id=each.id, text=each.text.strip(), asked_by=sitting.officer, asked_on=on,
                               deadline=each.deadline, rule=each.rule, field=each.field) for each in order.questions)
    asked = questions_to_requester.ask_requester(file, questions, at=at, sitting=sitting)
    filed(file, asked, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, (file.source,), MessageKind.QUESTIONS, file)
    return asked
