"""The clock asks the source whether the data are still needed, six months before the end (RPD 50)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.filing import filed, tell
from article3.acts.messages import MessageKind
from article3.acts.ports import Journal, Outbox, Register
from article3.law.parameters import parameter
from article3.lifecycle import retention
from article3.lifecycle.events import RetentionAsked
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRetention:
    """The file that falls due."""

    reference: Reference


def ask_retention(order: AskRetention, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                  journal: Journal) -> RetentionAsked:
    """Asked once; silence means that the data go."""
    file = register.file(order.reference)
    months = parameter("retention.ask_before_months", day_of(at))
    asked = retention.ask_retention(file, ask_months=months, at=at, sitting=sitting)
    filed(file, asked, at=at, sitting=sitting, register=register, journal=journal)
    tell(outbox, (file.source,), MessageKind.RETENTION_QUESTION, file)
    return asked
