"""A reviewer asks the owner of a free message whether the Secretariat may open it (RPD 22(6))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle import opening
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConsent:
    """Which message, and why: its owner reads the reason."""

    reference: Reference
    because: str


def ask_consent(order: AskConsent, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                journal: Journal) -> opening.ConsentAsked:
    """The question is put to the owner; nothing is opened by it."""
    file = register.file(order.reference)
    asked = opening.ask_consent(file, order.because, at=at, sitting=sitting)
    kept = filed(file, asked, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, (kept.source,), MessageKind.QUESTIONS, kept)
    return asked
