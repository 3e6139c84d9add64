"""A bureau requests a notice of any colour (RPD 76). The file begins; nobody else can know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from article3.acts.arrival import enter
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.events import CommunicationReceived
from article3.terms.communication import Channel, Communication
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestNotice:
    """The request as the bureau sends it, and the draft it was written in, if it was."""

    communication: Communication
    draft: str = ""


def request_notice(order: RequestNotice, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> CommunicationReceived:
    """The request is recorded and its receipt posted, always the same way; reviewers look at it later."""
    if order.communication.channel is not Channel.NOTICE_REQUEST:
        raise Refused("This is no request for a notice.", "RPD 76")
    return enter(order.communication, order.draft, at=at, sitting=sitting,
                 register=register, outbox=outbox, journal=journal)
