"""The Secretariat's end of the line: two questions, each one signed request and one signed answer.

Nothing of an unsigned request is looked at beyond its envelope. One request is one transaction: what is answered is
durable, and the same request asked again gets the same answer and has no second effect.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from article3 import owing, wiring
from article3.acts.ports import NotFound
from article3.acts.report_document import ReportDocument
from article3.acts.request_notice import RequestNotice
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.exchange import centre, keys, orders, signing, wire
from article3.exchange.canonical import Content, from_bytes
from article3.exchange.papers import not_brought
from article3.intake.problems import Unreadable
from article3.intake.reading import read_communication
from article3.journal.pages import Pages
from article3.lifecycle.delivery import secretariat
from article3.lifecycle.delivery.journalled import (
    HolderReported,
    MessageContradicted,
    RemovalSigned,
    SendingTurnedBack,
)
from article3.line import enrolment, papers
from article3.line.problems import Contradicted, Stranger
from article3.register import copies
from article3.terms.clocks import day_of
from article3.terms.communication import BureauCode, Channel, CountryCode, Level, Reference
from article3.terms.delivery import Lane, Numbered, PassedOn, Receipt, Sent, TakenByHand
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting
from article3.wiring import hosting

MACHINE = OfficerId("0" * 32)
ROOM_BYTES = wire.LARGEST_BYTES - 64 * 1024
_ORDERS: dict[Channel, Callable[..., Any]] = {
    Channel.NOTICE_REQUEST: RequestNotice, Channel.DIFFUSION: SendDiffusion, Channel.MESSAGE: SendMessage,
    Channel.DOCUMENT_ENTRY: ReportDocument,
}  # fmt: skip


def take(data: bytes, at: datetime | None = None) -> bytes:
    """Take in a bureau's messages in order; the answer says up to which number of them they are here for good.

    Raises Forged, Stranger, Malformed, Contradicted: then none of them had an effect.
    """
    at = at or timezone.now()
    bureau, body = _opened(data, "take", at)
    sent = wire.exact(body, {"messages"})["messages"]
    if not isinstance(sent, list) or len(sent) > wire.MOST_MESSAGES:
        raise wire.Malformed(f"messages is not a list of at most {wire.MOST_MESSAGES}")
    messages = [(*wire.read_report(content), wire.digest_of(content)) for content in sent]
    try:
        with transaction.atomic():
            reached = [_taken(bureau, message, text, digest, at) for message, text, digest in messages]
    except Contradicted as contradicted:
        Pages().append(MessageContradicted(**_journalled("", bureau, at), number=contradicted.number,
                                           digest=contradicted.digest))  # fmt: skip
        raise
    return _answer("taken", data, {"reached": max(reached, default=0)})


def hand_out(data: bytes, at: datetime | None = None) -> bytes:
    """What waits for a bureau, recalls first; while it has not signed for a removal, that alone.

    A pull that is not newer than the last one seen gets no messages, only that number: a copied request tells nothing.
    """
    at = at or timezone.now()
    bureau, body = _opened(data, "hand_out", at)
    wiring.open_gateway(at, apart_from=bureau)
    fields = wire.exact(body, {"have", "pull"})
    stated = wire.exact(fields["have"], {lane.value for lane in Lane})
    have = {lane: wire.whole(stated, lane.value) for lane in Lane}
    pull = wire.whole(fields, "pull", least=1)
    with transaction.atomic():
        books = centre.Books(at)
        known = books.correspondent(bureau)
        if pull <= known.pulls:
            return _answer("behind", data, {"pulls": known.pulls})
        known.pulls, known.seen_at = pull, at
        books.carry_out(secretariat.acknowledge(books, bureau, have))
        messages = secretariat.hand_out(books, bureau, have, wire.MOST_MESSAGES)
        handed, texts = _fitting(messages, bureau, at)
        head = {lane.value: books.last_posted(bureau, lane) for lane in Lane}
        books.close()
    return _answer("handed", data, {"messages": handed, "texts": texts, "head": head, "heard": known.heard})


def bring(data: bytes, at: datetime | None = None) -> bytes:
    """Take in a part of a paper that a message of the bureau will name."""
    at = at or timezone.now()
    bureau, body = _opened(data, "bring", at)
    return _answer("brought", data, papers.bring_in(bureau, body, at))


def fetch(data: bytes, at: datetime | None = None) -> bytes:
    """Hand out a part of a paper of an item the bureau holds."""
    at = at or timezone.now()
    bureau, body = _opened(data, "fetch", at)
    return _answer("fetched", data, papers.hand(bureau, body, at))


def host(data: bytes, at: datetime | None = None) -> bytes:
    """Hand out a bureau's next page of what its own country attests: of one length, sealed, read by nobody here."""
    at = at or timezone.now()
    bureau, body = _opened(data, "host", at)
    fields = wire.exact(body, {"public", "place"})
    page = hosting.page_for(bureau, str(fields["public"])[:64], str(fields["place"])[:96])
    return _answer("hosted", data, {"page": page})


def public_key() -> str:
    """What bureaus enrol for the Secretariat."""
    return keys.own_public(keys.SECRETARIAT)


def _opened(data: bytes, kind: str, at: datetime) -> tuple[BureauCode, dict[str, Content]]:
    """The sender and the body of a request: who it is from is said by its key alone."""
    if len(data) > wire.LARGEST_BYTES:
        raise wire.Malformed("the request is too large")
    signed = signing.check(data)
    seat = keys.seat_of(signed.key, at) or ""
    if not seat.startswith("bureau:"):
        raise Stranger
    if signed.kind != kind:
        raise wire.Malformed(f"this is the door for {kind}")
    return BureauCode(seat.removeprefix("bureau:")), signed.body


def _answer(kind: str, data: bytes, body: dict[str, Content]) -> bytes:
    asked: dict[str, Content] = {"request": hashlib.sha256(data).hexdigest()}
    return signing.sign(kind, asked | body, keys.own(keys.SECRETARIAT))


def _fitting(messages: list[Numbered], bureau: BureauCode, at: datetime) -> tuple[list[Content], dict[str, Content]]:
    """The messages with what may be read of them, as many as one answer holds."""
    found = centre.bodies(messages)
    for item in copies.barred(found, bureau, day_of(at)):
        del found[item]
    handed: list[Content] = []
    texts: dict[str, Content] = {}
    room = ROOM_BYTES
    for message in messages:
        digest, text = getattr(message.payload, "digest", ""), found.get(message.payload.item, b"")
        fits = hashlib.sha256(text).hexdigest() == digest  # an older version comes without its text
        room -= 400 + (len(text) if fits else 0)
        if handed and room < 0:
            break
        handed.append(wire.handed(message))
        if fits:
            texts[digest] = from_bytes(text)
    return handed, texts


# --- one message of a bureau


def _taken(bureau: BureauCode, message: Numbered, text: Mapping[str, Any], digest: str, at: datetime) -> int:
    """The last number here for good after this message: its own, or where the gap before it begins."""
    books = centre.Books(at)
    heard = books.last_heard(bureau)
    if message.number <= heard:
        if not centre.same_as_before(bureau, message.number, digest):
            raise Contradicted(message.number, digest)
        return message.number
    if message.number > heard + 1:
        return heard
    if isinstance(message.payload, Sent):  # what it sends is owed to its recipients once the gateway let it on
        _record(bureau, message, text, at)
        books.carry_out([secretariat.Heard(bureau, message.number)])
    else:
        at_s = int(at.timestamp())
        for event in secretariat.take_in(books, bureau, message, at_s=at_s, lease_s=owing.lease_s(at)):
            books.carry_out([event])
            _write_down(event, message, bureau, at)
    books.remember(bureau, message.number, digest)
    books.close()
    return message.number


def _record(bureau: BureauCode, message: Numbered, text: Mapping[str, Any], at: datetime) -> None:
    """Carry out the act the message asks for, through the one intake; its bureau reads why when it is turned back."""
    item = Reference(message.payload.item)
    try:
        with transaction.atomic():
            if "key" in text:
                fields = wire.exact(dict(text), {"key"})
                enrolment.take_over_sealing(f"bureau:{bureau}", wire.digest(fields, "key"), at)
                return
            order, officer = _asked_for(bureau, item, text)
            wiring.perform(order, sitting=_correspondent(bureau, OfficerId(officer)), at=at)
    except (Refused, Unreadable, orders.Unknown, NotFound) as refused:
        because = refused.because if isinstance(refused, Refused) else str(refused) or "There is no such file."
        Pages().append(SendingTurnedBack(**_journalled(item, bureau, at), because=because))
        centre.turn_back(bureau, item, message.number, because, at)
        owing.write_turned_back(bureau, item, at)


def _asked_for(bureau: BureauCode, item: Reference, text: Mapping[str, Any]) -> tuple[Any, str]:
    """The order in a message and the officer it names. Raises Malformed, Unknown, Unreadable, Refused."""
    if "act" in text:
        fields = wire.exact(dict(text), {"act", "order", "by"})
        order = orders.read(str(fields["act"]), dict(fields["order"]), item)
    else:
        fields = wire.exact(dict(text), {"document", "by"})
        communication = read_communication(str(fields["document"]), reference=item)
        order = _ORDERS[communication.channel](communication=communication)
    sent = getattr(order, "communication", None)
    named = {paper.sha256 for paper in sent.attachments} if sent is not None else set()
    if missing := not_brought(bureau, named):
        raise Refused(f"{len(missing)} of its papers did not come with it. Attach them again and send it anew.")
    return order, str(fields["by"])


def _write_down(event: secretariat.SecretariatEvent, message: Numbered, bureau: BureauCode, at: datetime) -> None:
    """Into the journal: a signed removal, and a holder one did not know of."""
    payload = message.payload
    if isinstance(event, secretariat.DebtSettled) and isinstance(payload, Receipt):
        Pages().append(RemovalSigned(**_journalled(payload.item, bureau, at), order=payload.order,
                                     answer=payload.answer, done=payload.done))  # fmt: skip
    if isinstance(event, secretariat.HolderLearned) and isinstance(payload, PassedOn | TakenByHand):
        Pages().append(HolderReported(**_journalled(payload.item, bureau, at), to=event.bureau))


def _correspondent(bureau: BureauCode, officer: OfficerId) -> Sitting:
    """The bureau as it writes: its installation vouches for the officer, whom it names by an opaque id only."""
    return Sitting(officer=officer, officer_name="", nationality=CountryCode(""), seat=SeatCode(f"bureau:{bureau}"),
                   role=MandateRole.BUREAU_LEAD, clearance=Level.CONFIDENTIAL)  # fmt: skip


def _journalled(item: str, bureau: BureauCode, at: datetime) -> dict[str, Any]:
    return {"reference": Reference(item), "at": at.astimezone(UTC), "by": MACHINE, "seat": SeatCode(f"bureau:{bureau}")}
