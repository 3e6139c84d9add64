"""The beginning of a file: a request received, a diffusion or message sent. The source is the seat, never a field."""

from __future__ import annotations

from datetime import datetime

from article3.lifecycle.events import CommunicationReceived
from article3.lifecycle.publication import Restriction, Retention
from article3.lifecycle.states import State
from article3.terms.clocks import day_of, months_after
from article3.terms.communication import BureauCode, Channel, Communication
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

_BEGINS_AS = {Channel.NOTICE_REQUEST: State.RECEIVED, Channel.DIFFUSION: State.SENT_UNREVIEWED,
              Channel.MESSAGE: State.SENT, Channel.DOCUMENT_ENTRY: State.SENT}


def receive(communication: Communication, *, at: datetime, sitting: Sitting, longest_months: int
            ) -> CommunicationReceived:
    """A communication enters the files; retention starts at recording and is never longer than `longest_months`."""
    if sitting.bureau is None or sitting.bureau != communication.source:
        raise Refused("A bureau sends in its own name only.", "RPD 5")
    if communication.channel is not Channel.NOTICE_REQUEST and not _reached(communication):
        raise Refused("It names no recipient, so it would reach nobody.", "RPD 97")
    on = day_of(at)
    asked = communication.retention_months
    months = longest_months if asked is None else max(1, min(asked, longest_months))
    return CommunicationReceived(
        reference=communication.reference, at=at, by=sitting.officer, seat=sitting.seat, communication=communication,
        state=_BEGINS_AS[communication.channel],
        retention=Retention(recorded_on=on, until=months_after(on, months)),
        restrictions=tuple(Restriction(bureau=bureau, since=on) for bureau in sorted(set(communication.denied))))


def _reached(communication: Communication) -> set[BureauCode]:
    return set(communication.recipients) - set(communication.denied) - {communication.source}
