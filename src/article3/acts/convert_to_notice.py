"""The source of a diffusion asks that it become a notice: reviewed as any request, the diffusion goes on (RPD 97)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.conversion import ask_for
from article3.acts.filing import own_file
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.conversion import to_notice
from article3.lifecycle.events import ConversionAsked
from article3.terms.communication import Communication, Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertToNotice:
    """The diffusion, and the request for a notice as it should be examined."""

    reference: Reference
    communication: Communication


def convert_to_notice(order: ConvertToNotice, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                      journal: Journal) -> ConversionAsked:
    """Recorded and receipted like a request. Whoever holds the diffusion hears of it when two reviewers have decided.
    """
    file = own_file(register, order.reference, sitting)
    asked = to_notice(file, order.communication, at=at, sitting=sitting)
    return ask_for(asked, file, at=at, sitting=sitting, register=register, outbox=outbox, journal=journal)
