"""A reviewer puts a written question to another bureau, with a clock (RPD 128)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from article3.acts.filing import filed, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.consultation import consult
from article3.lifecycle.correspondence import Consultation
from article3.lifecycle.review_events import BureauConsulted
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Reference
from article3.terms.finding import Refused
from article3.terms.reasons import IfSilent
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultBureau:
    """The question, its deadline and the stated consequence of silence."""

    reference: Reference
    consultation: str
    bureau: BureauCode
    question: str
    deadline: date
    if_silent: IfSilent


def consult_bureau(order: ConsultBureau, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> BureauConsulted:
    """The bureau gets its question; it never learns who else was asked."""
    file = register.file(order.reference)
    if order.bureau not in register.bureaus():
        raise Refused("There is no such bureau.", "Constitution 32")
    asked = Consultation(id=order.consultation, bureau=order.bureau, question=order.question.strip(),
                         asked_by=sitting.officer, asked_on=day_of(at), deadline=order.deadline,
                         if_silent=order.if_silent)
    consulted = consult(file, asked, at=at, sitting=sitting)
    filed(file, consulted, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, (order.bureau,), MessageKind.CONSULTATION, file, about=asked.id)
    return consulted
