"""What comes in and goes out: papers kept, messages delivered, who has taken in what."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from article3.access.decision import role_of
from article3.access.why import Why
from article3.access.words import Form, Role
from article3.acts.messages import TO_MEMBERS
from article3.exchange import centre, post
from article3.register import attachments, untold
from article3.terms.communication import Attachment, BureauCode, Level, Reference
from article3.terms.sitting import Sitting
from article3.wiring import arrival_room
from article3.wiring.performing import open_gateway, reader


def keep_attachment(content: bytes, *, name: str, media_type: str, level: Level = Level.CONFIDENTIAL) -> Attachment:
    """Keep a paper; the record returned goes into a communication. Raises Refused when it is empty or too large."""
    return attachments.keep(content, name=name, media_type=media_type, level=level)


def deliver(bureau: BureauCode, *, at: datetime | None = None) -> tuple[post.Delivered, ...]:
    """The bureau takes in the messages it is still owed."""
    open_gateway(at, apart_from=bureau)
    with transaction.atomic():
        return post.deliver(bureau, at=at or timezone.now())


def inbox(sitting: Sitting, *, after: int = 0) -> tuple[post.Delivered, ...]:
    """Messages this bureau has taken in, by number; nothing in any other seat."""
    if sitting.bureau is None or role_of(sitting) is not Role.BUREAU:
        return ()
    found = post.taken_in(sitting.bureau, after=after)
    kept = arrival_room.kept_back(sitting.bureau, (one.message.reference for one in found))
    return tuple(one for one in found if one.message.reference not in kept)


def turned_back(sitting: Sitting, reference: Reference) -> tuple[str, ...]:
    """Why what this bureau asked for on its file had no effect at the Secretariat, in order."""
    found = centre.turned_back(reference, sitting.bureau) if sitting.bureau is not None else []
    return tuple(str(each["because"]) for each in found)


def deliveries(sitting: Sitting, reference: Reference) -> post.Deliveries:
    """What went out about a file and came in: sums for its source, its own for a recipient, all for a reviewer.

    Raises NotFound where the sitting has nothing to read of it.
    """
    at = timezone.now()
    eyes = reader(sitting, Why.DELIVERY, at)
    read, sent = eyes.delivery(reference), post.deliveries(reference)
    if read.form is Form.SUMS:  # what went to members; a consultation of somebody else is none of the source's business
        addressed = eyes.addressed(reference)
        if addressed is not None:
            return post.Deliveries(sent=addressed, taken_in=0, each=())
        sent = tuple(one for one in sent if one.kind in TO_MEMBERS and one.bureau != sitting.bureau)
        since = untold.since(reference, at)
        sent = tuple(one for one in sent if since is None or one.posted_at < since)
    elif sitting.bureau is not None:
        sent = tuple(one for one in sent if one.bureau == sitting.bureau)
    each = () if read.form is Form.SUMS else sent
    return post.Deliveries(sent=len(sent), taken_in=sum(one.taken_in_at is not None for one in sent), each=each)
