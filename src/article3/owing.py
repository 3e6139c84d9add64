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
from article3.exchange import centre, keys, orders, papers, seat, wire
from article3.exchange.papers import Paper
from article3.intake.reading import write_communication
from article3.law.parameters import parameter
from article3.lifecycle.bureau_letter import BureausWritten
from article3.lifecycle.delivery.bureau import send
from article3.lifecycle.delivery.standing import Standing
from article3.lifecycle.frontline import ResultTold
from article3.officers import roll
from article3.register import bureau_letters, copies, letters, results, untold
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Reference
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


def write_letters(reference: Reference, at: datetime) -> None:
    """The source of a file and whoever is consulted about it are told what they may know of it now.

    Only to installations of their own: who is seated here reads the file itself.
    """
    file, readers = letters.readers_of(reference)
    if file is not None and untold.since(reference, at) is not None:  # its source reads it at the beat
        readers = tuple(bureau for bureau in readers if bureau != file.source)
    away = keys.elsewhere([f"bureau:{bureau}" for bureau in readers], at) if file is not None else ()
    for reader in sorted(away):
        bureau = BureauCode(reader.removeprefix("bureau:"))
        assert file is not None
        content = letters.letter(file, bureau, centre.turned_back(reference, bureau))
        write(letters.item_of(reference, bureau), (bureau,), content, at, reference)


def write_turned_back(bureau: BureauCode, item: Reference, at: datetime) -> None:
    """What a bureau asked for had no effect: it reads why, in its letter on the file or in one of its own."""
    file, readers = letters.readers_of(item)
    if file is not None and bureau in readers:
        return write_letters(item, at)
    told: dict[str, Any] = {"letter": letters.TURNED_BACK, "file": {"reference": item},
                            "turned_back": centre.turned_back(item, bureau)}  # fmt: skip
    return write(letters.item_of(item, bureau), (bureau,), told, at, item)


def write(
    item: str, audience: tuple[BureauCode, ...], content: dict[str, Any], at: datetime, record: str = ""
) -> None:
    """A letter to these bureaus, in the place of the last one under this item; the same again is nothing."""
    now = Standing(item=item, source=BureauCode(""), digest="", reviewed=True, leased=False, audience=audience)
    centre.deliver(now, content, at=at, lease_s=0, record=record)


def _to_holders(happened: Any, at: datetime) -> None:
    """Whoever holds, held or is to hold the record is owed what it is now; no act can forget it."""
    events = happened if isinstance(happened, tuple) else (happened,)
    for told in (event for event in events if isinstance(event, BureausWritten)):
        write(told.letter, told.bureaus, bureau_letters.content_of(told), at)
    for told in (event for event in events if isinstance(event, ResultTold)):
        if keys.elsewhere([f"bureau:{told.source}"], at):
            write(results.item_of(told), (told.source,), results.content_of(told), at)
    for reference in sorted({event.reference for event in events}):
        found = copies.standing(reference, day_of(at), roll.bureaus, at)
        if found is not None:
            centre.deliver(*found, at=at, lease_s=lease_s(at))
        write_letters(reference, at)


def _to_the_secretariat(order: Any, sitting: Sitting, at: datetime) -> None:
    """What an officer did here is owed to the Secretariat: a sending as its document, any other act as its order."""
    if isinstance(order, SaveDraft | DiscardDraft):
        return
    if sitting.bureau is None:
        raise Refused("A bureau's own installation knows no seat but its bureau's.")
    sent = getattr(order, "communication", None)
    name = type(order).__name__
    if name in orders.CARRIED:
        item, to = order.reference, ()
        text = {"act": name, "order": orders.written(order, copies.plain), "by": sitting.officer}
    else:
        item, to = sent.reference, tuple(sorted(sent.recipients))
        text = copies.sending(write_communication(sent), sitting.officer)
    if sent is not None:
        named = [Paper(item=item, sha256=each.sha256, size_bytes=each.size_bytes) for each in sent.attachments]
        papers.owe(sitting.bureau, named, outgoing=True)
    report(sitting.bureau, item, text, at, to)


def report(bureau: BureauCode, item: str, text: dict[str, Any], at: datetime, to: tuple[BureauCode, ...] = ()) -> None:
    """One message to the Secretariat, durable with the transaction it is written in."""
    books = seat.Books(bureau, at)
    books.texts[item] = text
    books.carry_out(send(books, Sent(item, wire.digest_of(text), to)))
