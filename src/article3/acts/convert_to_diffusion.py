"""The source of a notice keeps it to fewer bureaus: it becomes a diffusion, the others remove it (RPD 97-99, 101)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from article3.acts.conversion import ask_for
from article3.acts.filing import own_file
from article3.acts.ports import Journal, Outbox, Register
from article3.lifecycle.conversion import CITATION, to_diffusion
from article3.lifecycle.events import ConversionAsked
from article3.lifecycle.possible import worded
from article3.terms.communication import Aim, BureauCode, Channel, Reference
from article3.terms.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertToDiffusion:
    """The notice, the bureaus that keep it, what is asked of them, and why it is a diffusion from now on (RPD 99)."""

    reference: Reference
    recipients: tuple[BureauCode, ...]
    aim: Aim
    reason_for_diffusion: str


def convert_to_diffusion(order: ConvertToDiffusion, *, at: datetime, sitting: Sitting, register: Register,
                         outbox: Outbox, journal: Journal) -> ConversionAsked:
    """The same text for fewer readers. It goes through the gateway first; until then the notice stands."""
    file = own_file(register, order.reference, sitting)
    why = worded(order.reason_for_diffusion, "Why it is a diffusion and no notice", CITATION)
    text = replace(file.communication, channel=Channel.DIFFUSION, colour=None, aim=order.aim, reason_for_diffusion=why,
                   recipients=tuple(sorted(set(order.recipients))), public_extract_consent=False)
    asked = to_diffusion(file, text, at=at, sitting=sitting)
    return ask_for(asked, file, at=at, sitting=sitting, register=register, outbox=outbox, journal=journal)
