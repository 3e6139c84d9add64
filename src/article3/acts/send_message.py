"""A bureau sends a free message to other bureaus, through the same intake as everything else."""

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
class SendMessage:
    """The message as the bureau sends it, and the draft it was written in, if it was."""

    communication: Communication
    draft: str = ""


def send_message(order: SendMessage, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                 journal: Journal) -> CommunicationReceived:
    """It goes on through the gateway as it was written; no officer there opens it without a case (RPD 22(6))."""
    if order.communication.channel is not Channel.MESSAGE:
        raise Refused("This is no message.", "RPD 22(6)")
    return enter(order.communication, order.draft, at=at, sitting=sitting,
                 register=register, outbox=outbox, journal=journal)
