"""The records of what goes to and fro beside items: papers brought, consultations, disputes."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from article3.terms.communication import Level
from article3.terms.disputes import DisputeAnswer, DisputeReason
from article3.terms.reasons import IfSilent


class Given(Struct, kw_only=True):
    """It was taken in; `reference` is what it is read by."""

    reference: str


class Paper(Struct, kw_only=True):
    """A paper as an item names it among its `attachments`."""

    name: str
    media_type: str
    size_bytes: int
    sha256: str
    level: Level


class Consultation(Struct, kw_only=True):
    """What this bureau was asked about a file it does not see."""

    reference: str
    id: str
    question: str
    asked_on: date
    deadline: date
    if_silent: IfSilent
    reply: str
    replied_on: date | None
    open: bool


class Consultations(Struct, kw_only=True):
    """A page of what this bureau was asked, the newest first."""

    consultations: list[Consultation]
    next: str | None


class DisputeRow(Struct, kw_only=True):
    """A dispute of this bureau; `answer` null: nobody has answered yet."""

    dispute: str
    reference: str
    reason: DisputeReason
    text: str
    raised_at: datetime
    answer_by: date
    answer: DisputeAnswer | None
    answered_at: datetime | None


class Disputes(Struct, kw_only=True):
    """What this bureau disputes, the latest first."""

    disputes: list[DisputeRow]
