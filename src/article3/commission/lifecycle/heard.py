"""What the applicant writes after the request was sent: messages, answers, papers, and what a country has not done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from article3.commission.lifecycle.application import Paper


class MessageKind(StrEnum):
    """What a message of the applicant is."""

    MESSAGE = "message"
    ANSWER = "answer"
    NOT_UPDATED = "not_updated"
    RULING_WANTED = "ruling_wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of the applicant. `about` is the question it answers or the country it names."""

    id: str
    at: datetime
    kind: MessageKind
    text: str = ""
    about: str = ""
    papers: tuple[Paper, ...] = ()
    may_not_be_passed_on: bool = False
