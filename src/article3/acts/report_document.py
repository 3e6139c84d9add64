"""A bureau reports an identity paper lost, stolen or revoked, through the same intake as everything else."""

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
class ReportDocument:
    """The entry as the bureau sends it, and the draft it was written in, if it was."""

    communication: Communication
    draft: str = ""


def report_document(order: ReportDocument, *, at: datetime, sitting: Sitting, register: Register, outbox: Outbox,
                    journal: Journal) -> CommunicationReceived:
    """It goes on through the gateway: a refused person's passport, revoked, is the refused request again."""
    sent = order.communication
    if sent.channel is not Channel.DOCUMENT_ENTRY:
        raise Refused("This is no entry of a document.", "RPD 97")
    if sent.person is None or not any(paper.number for paper in sent.person.documents):
        raise Refused("It names no document: give its number.", "RPD 97")
    return enter(sent, order.draft, at=at, sitting=sitting, register=register, outbox=outbox, journal=journal)
