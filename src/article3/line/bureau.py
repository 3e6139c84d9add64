"""A bureau's end of the line: one round sends what is owed, then pulls what waits, until there is nothing new.

What arrives is taken in message by message, each in a transaction of its own with its place in the bureau's files and
its journal entry, and acknowledged by the next pull only. Cut off, nothing here waits for the line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3 import owing
from article3.acts.messages import Message, MessageKind
from article3.exchange import keys, post, seat, signing, wire
from article3.exchange.canonical import Content, from_bytes
from article3.exchange.papers import Paper, dropped, owe
from article3.journal.pages import Pages
from article3.lifecycle.delivery import bureau as decisions
from article3.lifecycle.delivery.journalled import CopyLapsed, CopyTakenIn, CopyTakenOut
from article3.lifecycle.events import Event
from article3.line import enrolment, news, papers
from article3.line.problems import NoLine
from article3.register import bureau_letters, copies, letters, results
from article3.terms.communication import BureauCode, Reference
from article3.terms.delivery import Copy, Lane, Numbered
from article3.terms.sitting import OfficerId, SeatCode
from article3.wiring import front_room, hosting

Transport = Callable[[str, bytes], bytes]
"""Carries a request to one of the Secretariat's doors and brings its answer; raises NoLine."""
MACHINE = OfficerId("0" * 32)
MOST_TURNS = 400
REPORT_BYTES = wire.LARGEST_BYTES // 2


@dataclass(slots=True)
class Round:
    """What one round did."""

    sent: int = 0
    taken_in: int = 0
    removed: int = 0
    lapsed: int = 0


def deliver(bureau: BureauCode, transport: Transport, at: datetime | None = None) -> Round:
    """One round. Raises NoLine; what was taken in until then stays."""
    done = Round(lapsed=lapse(bureau, at))
    _say_our_key(bureau, at)
    ask = partial(_asks, bureau, transport, at)
    for _ in range(MOST_TURNS):
        papers.bring(bureau, ask)
        if not _send(bureau, transport, at, done) and not _pull(bureau, transport, at, done):
            break
    papers.fetch(bureau, ask)
    _hear_whom_we_protect(bureau, ask)
    return done


def _hear_whom_we_protect(bureau: BureauCode, ask: papers.Ask) -> None:
    """The next page of what our own country attests, to our sealed files: in every round, whether there is any."""
    box = hosting.own_box()
    if box is None:
        return
    told = wire.exact(ask("host", {"public": box.public, "place": box.place}, "hosted"), {"request", "page"})
    if told["page"]:
        hosting.keep_page(bureau, str(told["page"]))


def _say_our_key(bureau: BureauCode, at: datetime | None) -> None:
    """What others seal to is told once, signed, and again after it was replaced; not where one house seats all."""
    own = f"bureau:{bureau}"
    if own != settings.SEAT or keys.announced(own):
        return
    at, public = at or timezone.now(), keys.own_public(own, keys.Use.SEAL)
    with transaction.atomic():
        enrolment.enrol(own, public, since=at, use=keys.Use.SEAL)
        owing.report(bureau, public[:32], {"key": public}, at)


def _asks(
    bureau: BureauCode, transport: Transport, at: datetime | None, kind: str, body: dict[str, Content], answer: str
) -> dict[str, Content]:
    return _ask(bureau, kind, body, answer, transport, at or timezone.now())


def lapse(bureau: BureauCode, at: datetime | None = None) -> int:
    """Leases that ended by this installation's own clock end here, whether there is a line or not."""
    at = at or timezone.now()
    with transaction.atomic():
        books = seat.Books(bureau, at)
        books.carry_out(decisions.lapse(books, at_s=int(at.timestamp())))
        for item in books.kept:
            if settings.SEAT:
                copies.remove(Reference(item))
            Pages().append(CopyLapsed(**_journalled(item, bureau, at)))
        return len(books.kept)


def _send(bureau: BureauCode, transport: Transport, at: datetime | None, done: Round) -> int:
    """Send the oldest messages the Secretariat has not confirmed; how many it has now and had not before."""
    at = at or timezone.now()
    with transaction.atomic():
        owed = seat.Books(bureau, at).unreached(wire.MOST_MESSAGES, REPORT_BYTES)
    if not owed:
        return 0
    body = _ask(bureau, "take", {"messages": [from_bytes(content) for _, content in owed]}, "taken", transport, at)
    reached = wire.whole(wire.exact(body, {"request", "reached"}), "reached")
    with transaction.atomic():
        books = seat.Books(bureau, at)
        before = books.reached()
        books.carry_out(decisions.reports_reached(books, reached))
        done.sent += books.reached() - before
        return books.reached() - before


def _pull(bureau: BureauCode, transport: Transport, at: datetime | None, done: Round) -> int:
    """Ask for what waits and take it in; how many messages had their effect."""
    at = at or timezone.now()
    with transaction.atomic():
        books = seat.Books(bureau, at)
        have = {lane.value: number for lane, number in decisions.have(books).items()}
        pull = books.next_pull()
    asked: dict[str, Content] = {"have": dict(have), "pull": pull}
    body = _ask(bureau, "hand_out", asked, "handed", transport, at)
    if "pulls" in body:  # a restored backup counts from an older number
        with transaction.atomic():
            seat.Books(bureau, at).pulls_reached(wire.whole(body, "pulls"))
        return 1
    fields = wire.exact(body, {"request", "messages", "texts", "head", "heard"})
    taken = 0
    for content in fields["messages"]:
        message = wire.read_handed(content)
        taken += _taken_in(bureau, message, fields["texts"], at, done)
    done.taken_in += taken
    return taken


def _taken_in(bureau: BureauCode, message: Numbered, texts: dict[str, Any], at: datetime, done: Round) -> int:
    """One message with all it brings about, or nothing of it."""
    payload = message.payload
    text = texts.get(payload.digest) if isinstance(payload, Copy) else None
    if isinstance(payload, Copy) and text is not None and wire.digest_of(text) != payload.digest:
        raise wire.Malformed(f"the text of {payload.item} is not what its digest says")
    with transaction.atomic():
        books = seat.Books(bureau, at)
        books.letter = payload.item if text is not None and "letter" in text else ""
        before = books.last_taken_in(message.lane)
        books.carry_out(decisions.take_in(books, message, at_s=int(at.timestamp())))
        for item, held in books.kept.items():
            _file(bureau, item, held, text, at)
            Pages().append(_entry(bureau, item, held, message, at))
        done.removed += message.lane is Lane.RECALL and bool(books.kept)
        if any(held is None or held.lapsed for held in books.kept.values()):
            front_room.find_reliances(bureau, at)  # what relied on it at home stands open from now on
        return books.last_taken_in(message.lane) - before


def _file(bureau: BureauCode, item: str, held: decisions.Held | None, text: Any, at: datetime) -> None:
    """Put the copy among this installation's files; where one installation seats all, they read the same files."""
    if not settings.SEAT:
        return
    about = Reference(str(text["file"]["reference"])) if text is not None and "file" in text else Reference(item)
    former = copies.standing_here(about)
    _file_here(bureau, item, held, text, at)
    news.told_of(bureau, about, former, at)


def _file_here(bureau: BureauCode, item: str, held: decisions.Held | None, text: Any, at: datetime) -> None:
    if held is None or held.lapsed:
        copies.remove(Reference(item))
        dropped(bureau, item)
    elif text is not None and text.get("letter") == "directory":
        keys.learn(text["keys"], f"bureau:{bureau}")
    elif text is not None and text.get("letter") == bureau_letters.COMMISSION:
        bureau_letters.hold(text, bureau)
        outbox = post.Post(at)
        outbox.post(to=bureau, message=Message(kind=MessageKind.COMMISSION_WROTE, reference=Reference(text["record"])))
        outbox.close()
    elif text is not None and text.get("letter") == results.RESULT:
        outbox = post.Post(results.told_at(text))
        outbox.post(to=bureau, message=Message(kind=MessageKind.POSITIVE_RESULT, reference=Reference(text["record"])))
        outbox.close()
    elif text is not None and "letter" in text:
        letters.hold(text, bureau)
        seat.keep_turned_back(bureau, str(text["file"]["reference"]), text["turned_back"])
    elif text is not None:
        reading = copies.reading_of(text)
        copies.hold(reading, bureau)
        named = reading.communication.attachments if reading.communication else ()
        owe(
            bureau, [Paper(item=item, sha256=each.sha256, size_bytes=each.size_bytes) for each in named], outgoing=False
        )


def _entry(bureau: BureauCode, item: str, held: decisions.Held | None, message: Numbered, at: datetime) -> Event:
    details = _journalled(item, bureau, at)
    if held is None:
        return CopyTakenOut(**details, order=getattr(message.payload, "order", ""))
    return CopyTakenIn(**details, version=held.version, reviewed=held.reviewed)


def _ask(
    bureau: BureauCode, kind: str, body: dict[str, Content], answer: str, transport: Transport, at: datetime
) -> dict[str, Content]:
    """One signed request and the body of the Secretariat's signed answer to exactly this request."""
    data = signing.sign(kind, body, keys.own(f"bureau:{bureau}"))
    try:
        signed = signing.check(transport(kind, data))
    except signing.Forged as forged:
        raise NoLine(f"the answer is not signed as it should be: {forged}") from forged
    if keys.seat_of(signed.key, at) != keys.SECRETARIAT or signed.kind not in {answer, "behind"}:
        raise NoLine("the answer is not the Secretariat's")
    if signed.body.get("request") != hashlib.sha256(data).hexdigest():
        raise NoLine("the answer is to another request")
    return signed.body


def _journalled(item: str, bureau: BureauCode, at: datetime) -> dict[str, Any]:
    return {"reference": Reference(item), "at": at.astimezone(UTC), "by": MACHINE, "seat": SeatCode(f"bureau:{bureau}")}
