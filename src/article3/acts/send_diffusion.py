"""A bureau sends a diffusion: recorded at the Secretariat as it is sent, marked unreviewed (RPD 97-99)."""

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
class SendDiffusion:
    """The diffusion as the bureau sends it, and the draft it was written in, if it was."""

    communication: Communication
    draft: str = ""


def send_diffusion(order: SendDiffusion, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                   journal: Journal) -> CommunicationReceived:
    """It goes on through the gateway, at once and with the warning that it is not reviewed; the review follows."""
    if order.communication.channel is not Channel.DIFFUSION:
        raise Refused("This is no diffusion.", "RPD 97")
    return enter(order.communication, order.draft, at=at, sitting=sitting,
                 register=register, outbox=outbox, journal=journal)
