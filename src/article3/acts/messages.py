"""Messages to bureaus. A message names a file and a kind; its content is drawn by `register.reader` on delivery.

So a message can never carry what its recipient may not read on the day it is read, and it never holds inside words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from article3.terms.communication import Reference
from article3.terms.reasons import ToRequester


class MessageKind(StrEnum):
    """What the message tells its recipient."""

    RECEIPT = "receipt"
    QUESTIONS = "questions"
    MORE_TIME_ANSWERED = "more_time_answered"
    CONSULTATION = "consultation"
    NOTICE_PUBLISHED = "notice_published"
    NOTICE_UPDATED = "notice_updated"
    CAVEAT_ADDED = "caveat_added"
    CAVEAT_LIFTED = "caveat_lifted"
    NOTICE_SUSPENDED = "notice_suspended"
    NOTICE_RESUMED = "notice_resumed"
    NOTICE_ENDED = "notice_ended"
    REQUEST_REFUSED = "request_refused"
    UPDATE_REFUSED = "update_refused"
    RETENTION_QUESTION = "retention_question"
    RETENTION_EXTENDED = "retention_extended"
    DIFFUSION_UNREVIEWED = "diffusion_unreviewed"
    DIFFUSION_REVIEWED = "diffusion_reviewed"
    DIFFUSION_RECALLED = "diffusion_recalled"
    DIFFUSION_WITHDRAWN = "diffusion_withdrawn"
    CONVERTED = "converted"
    CONVERSION_REFUSED = "conversion_refused"
    MESSAGE = "message"
    DOCUMENT_REPORTED = "document_reported"
    DISPUTE_ANSWERED = "dispute_answered"
    POSITIVE_RESULT = "positive_result"
    REMOVAL_REMINDER = "removal_reminder"
    COMMISSION_WROTE = "commission_wrote"


TO_MEMBERS = frozenset(MessageKind) - {
    MessageKind.RECEIPT, MessageKind.QUESTIONS, MessageKind.MORE_TIME_ANSWERED, MessageKind.CONSULTATION,
    MessageKind.REQUEST_REFUSED, MessageKind.UPDATE_REFUSED, MessageKind.CONVERSION_REFUSED,
    MessageKind.RETENTION_QUESTION,
    MessageKind.RETENTION_EXTENDED, MessageKind.POSITIVE_RESULT, MessageKind.DISPUTE_ANSWERED,
    MessageKind.REMOVAL_REMINDER, MessageKind.COMMISSION_WROTE,
}  # fmt: skip
"""What members get because a record reached them; the rest passes between the Secretariat and one bureau."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message. `texts` are outward codes only; `about` is the id of the question or consultation meant."""

    kind: MessageKind
    reference: Reference
    about: str = ""
    texts: tuple[ToRequester, ...] = ()
