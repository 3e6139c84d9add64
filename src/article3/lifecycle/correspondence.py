"""Letters in a file: questions to the requester (RPD 78) and consultations of other bureaus, each with a clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.terms.communication import BureauCode
from article3.terms.reasons import IfSilent
from article3.terms.sitting import OfficerId


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreTime:
    """The requester's wish for a later deadline, with its reason; `granted` is None until a reviewer answers."""

    until: date
    because: str
    asked_on: date
    asked_by: OfficerId
    granted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question to the requester. Answered by `deadline` (that day included) or the request is refused."""

    id: str
    text: str
    asked_by: OfficerId
    asked_on: date
    deadline: date
    rule: str = ""  # the rule whose finding waits for the answer
    field: str = ""  # the field of the form the question is about, if it is about one
    answer: str = ""
    answered_on: date | None = None
    answered_by: OfficerId | None = None
    more_time: MoreTime | None = None

    @property
    def open(self) -> bool:
        """Still without an answer."""
        return self.answered_on is None

    @property
    def more_time_pending(self) -> bool:
        """The requester asked for time and no reviewer has answered: the clock waits for us, not for them."""
        return self.more_time is not None and self.more_time.granted is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """A written question to another bureau. It sees its own question and reply, never who else was asked."""

    id: str
    bureau: BureauCode
    question: str
    asked_by: OfficerId
    asked_on: date
    deadline: date
    if_silent: IfSilent
    reply: str = ""
    replied_on: date | None = None
    replied_by: OfficerId | None = None
    silent_since: date | None = None  # the day the silence was written down

    @property
    def open(self) -> bool:
        """Neither answered nor closed as silence."""
        return self.replied_on is None and self.silent_since is None
