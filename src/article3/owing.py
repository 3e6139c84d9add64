"""The last line of every act: what it leaves owed on the line, in the act's own transaction.

At the Secretariat, holders are owed what the record is now. In a bureau's own installation, what it sends is owed to
the Secretariat, and durable here before the officer is told so.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings

from article3.acts.discard_draft import DiscardDraft
from article3.acts.save_draft import SaveDraft
from article3.acts.update_notice import UpdateNotice
from article3.exchange import centre, seat, wire
from article3.intake.reading import write_communication
from article3.law.parameters import parameter
from article3.lifecycle.delivery.bureau import send
from article3.officers import roll
from article3.register import copies
from article3.terms.clocks import day_of
from article3.terms.delivery import Sent
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

DAY_S = 24 * 60 * 60


def leave_owed(order: Any, happened: Any, sitting: Sitting, at: datetime) -> None:
    """Raises Refused, in a bureau's own installation, for an act the exchange does not carry."""
    if settings.SEAT:
        _to_the_secretariat(order, sitting, at)
    else:
        _to_holders(happened, at)


def lease_s(at: datetime) -> int:
    """How long what is delivered before its review may be held, in seconds."""
    return int(parameter("diffusion.lease_days", day_of(at))) * DAY_S


def _to_holders(happened: Any, at: datetime) -> None:
    """Whoever holds, held or is to hold the record is owed what it is now; no act can forget it."""
    events = happened if isinstance(happened, tuple) else (happened,)
    for reference in sorted({event.reference for event in events}):
        found = copies.standing(reference, day_of(at), roll.bureaus)
        if found is not None:
            centre.deliver(*found, at=at, lease_s=lease_s(at))


def _to_the_secretariat(order: Any, sitting: Sitting, at: datetime) -> None:
    if isinstance(order, SaveDraft | DiscardDraft):
        return
    sent = getattr(order, "communication", None)
    if sent is None or sitting.bureau is None or isinstance(order, UpdateNotice):
        raise Refused("This is done on your bureau's page at the Secretariat: the exchange does not carry it yet.")
    books = seat.Books(sitting.bureau, at)
    text = copies.sending(write_communication(sent), sitting.officer)
    books.texts[sent.reference] = text
    books.carry_out(send(books, Sent(sent.reference, wire.digest_of(text), tuple(sorted(sent.recipients)))))
