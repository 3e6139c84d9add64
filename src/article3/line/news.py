"""What a bureau is told in its own installation when something arrives: the messages its seat at the Secretariat has.

What travels is the record as it stands, never what changed. What changed is seen here, beside what stood here before:
so inbox, programs and hooks hear of it in the transaction in which it is taken in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from article3.acts.messages import Message, MessageKind
from article3.exchange import post
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.states import ENDED, IN_FORCE, State
from article3.register.copies import standing_here
from article3.terms.communication import BureauCode, Channel, Reference

_TURNED = {
    State.PUBLISHED: MessageKind.NOTICE_PUBLISHED, State.SUSPENDED: MessageKind.NOTICE_SUSPENDED,
    State.REFUSED: MessageKind.REQUEST_REFUSED, State.WITHDRAWN: MessageKind.NOTICE_ENDED,
    State.CANCELLED: MessageKind.NOTICE_ENDED, State.EXPIRED: MessageKind.NOTICE_ENDED,
    State.SENT_UNREVIEWED: MessageKind.DIFFUSION_UNREVIEWED, State.REVIEWED: MessageKind.DIFFUSION_REVIEWED,
    State.BLOCKED: MessageKind.NOTICE_SUSPENDED, State.SENT: MessageKind.MESSAGE,
}  # fmt: skip
"""What a bureau is told when a record stands otherwise than before."""


def told_of(bureau: BureauCode, reference: Reference, former: CaseFile | None, at: datetime) -> None:
    """Post what is new of a record to its bureau's own inbox here; nothing where nothing is new."""
    now = standing_here(reference)
    if now is None:
        return
    outbox = post.Post(at)
    for kind in dict.fromkeys(news(former, now, own=now.source == bureau)):
        outbox.post(to=bureau, message=Message(kind=kind, reference=reference))
    outbox.close()


def news(former: CaseFile | None, now: CaseFile, *, own: bool) -> Iterator[MessageKind]:
    """The messages that tell a record as it stands to who knew it as it stood before. `own`: this bureau sent it."""
    if _asked(now) - _asked(former):
        yield MessageKind.CONSULTATION
    if now.consultations and not own and now.state is State.RECEIVED:
        return  # a consulted bureau knows nothing else of the file
    if former is not None and former.channel is not now.channel:
        yield MessageKind.CONVERTED
    elif former is None or former.state is not now.state:
        yield from _stands_otherwise(former, now, own)
    else:
        yield from _says_otherwise(former, now)
    if own:
        yield from _to_its_source(former, now)


def _stands_otherwise(former: CaseFile | None, now: CaseFile, own: bool) -> Iterator[MessageKind]:
    direct = now.channel is not Channel.NOTICE_REQUEST
    if now.state is State.RECALLED or (direct and now.state in ENDED):
        yield MessageKind.DIFFUSION_RECALLED if direct else MessageKind.NOTICE_ENDED
    elif former is not None and former.state is State.SUSPENDED and now.state is State.PUBLISHED:
        yield MessageKind.NOTICE_RESUMED
    elif now.state is State.SENT and now.channel is Channel.DOCUMENT_ENTRY:
        yield MessageKind.DOCUMENT_REPORTED
    elif now.state in _TURNED and not (own and former is None):  # what it sent itself is no news
        yield _TURNED[now.state]


def _says_otherwise(former: CaseFile, now: CaseFile) -> Iterator[MessageKind]:
    before, after = len(_in_force(former)), len(_in_force(now))
    if after > before:
        yield MessageKind.CAVEAT_ADDED
    elif after < before:
        yield MessageKind.CAVEAT_LIFTED
    elif now.communication != former.communication and now.state in IN_FORCE:
        yield MessageKind.NOTICE_UPDATED
    elif now.communication != former.communication and now.state is State.SENT_UNREVIEWED:
        yield MessageKind.DIFFUSION_UNREVIEWED


def _to_its_source(former: CaseFile | None, now: CaseFile) -> Iterator[MessageKind]:
    known = {each.id: each for each in former.questions} if former else {}
    if any(each.id not in known for each in now.open_questions):
        yield MessageKind.QUESTIONS
    if any(_granted(each) is not None and _granted(known.get(each.id)) is None for each in now.questions):
        yield MessageKind.MORE_TIME_ANSWERED
    if now.retention.asked_on and not (former and former.retention.asked_on):
        yield MessageKind.RETENTION_QUESTION
    if former and former.stands_as is not None and now.stands_as is None and former.channel is now.channel:
        yield MessageKind.CONVERSION_REFUSED


def _granted(question: object) -> bool | None:
    more = getattr(question, "more_time", None)
    return None if more is None else more.granted


def _in_force(file: CaseFile) -> tuple[object, ...]:
    return tuple(caveat for caveat in file.caveats if caveat.lifted_on is None)


def _asked(file: CaseFile | None) -> set[str]:
    return {each.id for each in file.consultations if each.open} if file else set()
