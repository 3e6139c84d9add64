"""Free messages between bureaus: sealed before they are kept anywhere, opened for their readers and by acts only.

What the register keeps and the line carries of a message is its head and a sealed paper. The program at the gateway
opens it in memory to compare it with what was refused (security design A02) and keeps nothing of it; an officer of the
Secretariat reads it by the act `OpenMessage` and in no other way.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from article3.access.decision import role_of
from article3.access.words import Role
from article3.acts.ports import NotFound
from article3.acts.send_message import SendMessage
from article3.exchange import keys, sealing, signing
from article3.exchange.canonical import Content
from article3.intake.problems import Unreadable
from article3.intake.reading import read_communication, write_communication
from article3.journal.pages import Pages
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.consent import Consent, Opening
from article3.reentry.weighing import Likeness
from article3.register import attachments
from article3.register.arrivals import book as arrivals
from article3.register.copies import plain
from article3.register.files import Files
from article3.register.reader import Reader
from article3.terms.circumstances import RefusedOn
from article3.terms.communication import Attachment, BureauCode, Channel, Communication, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

MEDIA_TYPE = "application/vnd.article3.sealed"
SEALED_TEXT = "Sealed to its recipients."
"""What stands in the place of the text wherever the message is not opened."""
KIND = "message"


class Guarded(Files):
    """The register's adapter whose comparisons look into sealed messages, in memory only."""

    def repeats(self, file: CaseFile) -> tuple[Likeness, ...]:
        """The refused files this one may repeat, read as its recipients read it."""
        return super().repeats(for_the_guard(file))

    def remember(self, file: CaseFile, grounds: tuple[RefusedOn, ...]) -> None:
        """Keep what the file is known again by."""
        super().remember(for_the_guard(file), grounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageShown:
    """What an officer of the Secretariat may see of a free message: its head, who was asked, who opened it."""

    reference: Reference
    source: BureauCode
    received_at: datetime
    consents: tuple[Consent, ...]
    openings: tuple[Opening, ...]


def before_the_act(order: Any, sitting: Sitting, at: datetime) -> Any:
    """The same order, its message sealed. Raises Refused when a recipient has no key to be sealed to."""
    if not isinstance(order, SendMessage) or order.communication.channel is not Channel.MESSAGE:
        return order
    sent = order.communication
    if sitting.bureau is not None and sitting.bureau != sent.source:
        return order  # the act itself says that this is not its own
    if is_sealed(sent):
        _require_form(sent)
        return order
    return replace(order, communication=_sealed(sent, at))


def is_sealed(sent: Communication | None) -> bool:
    """Whether a communication is the head of a sealed message."""
    return sent is not None and bool(sent.attachments) and sent.attachments[0].media_type == MEDIA_TYPE


def for_the_guard(file: CaseFile) -> CaseFile:
    """The file as the program at the gateway compares it: in memory, kept and shown nowhere."""
    found = _opened(file.communication, keys.GUARD)
    return file if found is None else replace(file, communication=found)


def opened_for(sitting: Sitting, sent: Communication | None) -> Communication | None:
    """A message as the sitting's bureau reads it: its own or one sealed to it; anything else as it is."""
    if sent is None or sitting.bureau is None or not is_sealed(sent):
        return sent
    found = _opened(sent, f"bureau:{sitting.bureau}")
    if found is None:
        return sent
    return replace(found, attachments=arrivals.papers_let_on(sitting, sent.reference, found.attachments))


def opened_paper(sitting: Sitting, reference: Reference, sent: Communication | None, sha256: str
                 ) -> tuple[Attachment, bytes]:  # fmt: skip
    """A paper that came inside a sealed message. Raises NotFound when there is none such for this bureau."""
    found = None if sent is None or sitting.bureau is None else _opened(sent, f"bureau:{sitting.bureau}")
    if sent is None or found is None:
        raise NotFound
    open_to_all = arrivals.papers_let_on(sitting, reference, found.attachments)
    for paper, sealed in zip(found.attachments, sent.attachments[1:], strict=False):
        if paper.sha256 == sha256 and paper in open_to_all:
            Pages().note("sealed_paper", sitting=sitting, why="incoming", at=timezone.now(), references=[reference],
                         about=sha256)  # fmt: skip
            return paper, _unsealed(sealed, f"bureau:{sitting.bureau}")
    raise NotFound


def with_papers(sitting: Sitting, sent: Communication) -> tuple[Communication, tuple[bytes | None, ...]] | None:
    """What a bureau's program at home looks through before anybody there reads it: the communication as it opens for
    the bureau, and its papers, None for one that is not kept here. None while a sealed message does not open yet."""
    if not is_sealed(sent):
        return sent, tuple(_bytes_here(paper) for paper in sent.attachments)
    seat = f"bureau:{sitting.bureau}"
    found = _opened(sent, seat)
    if found is None:
        return None
    return found, tuple(_unsealed(sealed, seat) for sealed in sent.attachments[1:])


def _bytes_here(paper: Attachment) -> bytes | None:
    try:
        return attachments.read(paper.sha256)
    except FileNotFoundError:
        return None


def message_shown(sitting: Sitting, reference: Reference, at: datetime | None = None) -> MessageShown:
    """The head of a free message for an officer of the Secretariat. Raises NotFound for absent and forbidden alike."""
    at = at or timezone.now()
    if role_of(sitting) is not Role.REVIEWER or not Reader.in_sight(sitting, at, reference):
        raise NotFound
    file = _file(reference)
    if file.communication.channel is not Channel.MESSAGE:
        raise NotFound
    Pages().note("message", sitting=sitting, why="examination", at=at, references=[reference])
    return MessageShown(reference=reference, source=file.source, received_at=file.received_at,
                        consents=file.consents, openings=file.openings)  # fmt: skip


def opened_by_act(sitting: Sitting, opened: Any) -> Communication:
    """The content of a message, for the officer whose `MessageOpened` this is, now. Raises NotFound otherwise."""
    file = _file(opened.reference)
    if opened.by != sitting.officer or not file.openings or file.openings[-1] != opened.opening:
        raise NotFound
    return for_the_guard(file).communication


def _file(reference: Reference) -> CaseFile:
    with transaction.atomic():
        return Files(bureaus=tuple, order=None).file(reference)


# --- sealing


def _sealed(sent: Communication, at: datetime) -> Communication:
    """The head of a message, its content and papers in sealed ones."""
    readers = _readers(sent, at)
    document = plain(json.dumps(write_communication(sent), ensure_ascii=False))
    signed = signing.sign(KIND, {"item": sent.reference, "document": document}, keys.own(f"bureau:{sent.source}"))
    papers = [_paper(sent, "message", signed, readers)]
    papers += [_paper(sent, f"paper-{number}", attachments.read(paper.sha256), readers)
               for number, paper in enumerate(sent.attachments, 1)]  # fmt: skip
    return Communication(
        reference=sent.reference, channel=sent.channel, source=sent.source, recipients=sent.recipients,
        denied=sent.denied, level=sent.level, language=sent.language, retention_months=sent.retention_months,
        text=SEALED_TEXT, attachments=tuple(papers),
    )  # fmt: skip


def _paper(sent: Communication, name: str, content: bytes, readers: set[str]) -> Attachment:
    sealed = sealing.seal(content, _head(sent, name), readers)
    return attachments.keep(sealed, name=f"{name}.sealed", media_type=MEDIA_TYPE, level=sent.level)


def _head(sent: Communication, name: str) -> dict[str, Content]:
    """What a sealed content is bound to: moved elsewhere it opens for nobody."""
    return {"item": sent.reference, "from": sent.source, "to": [*sorted(sent.recipients)], "part": name}


def _readers(sent: Communication, at: datetime) -> set[str]:
    """The keys a message is sealed to: recipients, its own bureau, and the program at the gateway."""
    seats = {*(f"bureau:{code}" for code in (*sent.recipients, sent.source)), keys.GUARD}
    known = keys.sealed_to(seats, at)
    missing = seats - set(known)
    here = missing - keys.elsewhere(missing, at) if not settings.SEAT else missing & {settings.SEAT}
    known |= {seat: keys.own_public(seat, keys.Use.SEAL) for seat in here}
    if unknown := sorted(seats - set(known)):
        raise Refused(f"No key to seal to is known here for {', '.join(unknown)}. It comes with the next round on the "
                      "line once that seat has enrolled one.", "RPD 22(6)")  # fmt: skip
    return set(known.values())


def _require_form(sent: Communication) -> None:
    """A message that comes sealed must be what its head says, and be sealed to the gateway's program too."""
    try:
        found = sealing.read(attachments.read(sent.attachments[0].sha256))
    except (FileNotFoundError, sealing.NotSealed) as wrong:
        raise Refused(f"The message is not sealed as it should be: {wrong}.", "RPD 22(6)") from wrong
    if found.head != _head(sent, "message") or keys.opening(keys.GUARD, found.boxes) is None:
        raise Refused("The message is sealed for others than it says, or not to the gateway.", "RPD 22(6)")
    if _opened(sent, keys.GUARD) is None:
        raise Refused("The message does not open as a communication of its source.", "RPD 22(6)")


# --- opening


def _opened(sent: Communication, seat: str) -> Communication | None:
    """What its source wrote, for a seat whose key opens it; None where it is not for that seat or not here (yet)."""
    if not is_sealed(sent):
        return None
    try:
        signed = signing.check(_unsealed(sent.attachments[0], seat, _head(sent, "message")))
        body = signed.body
        written = read_communication(str(body["document"]), reference=sent.reference)
    except (FileNotFoundError, sealing.NotSealed, signing.Forged, Unreadable, KeyError):
        return None
    genuine = signed.kind == KIND and body["item"] == sent.reference and _is_of(signed.key, sent.source)
    return written if genuine and written.source == sent.source else None


def _unsealed(paper: Attachment, seat: str, head: dict[str, Content] | None = None) -> bytes:
    found = sealing.read(attachments.read(paper.sha256))
    key = keys.opening(seat, found.boxes)
    if key is None or (head is not None and not _is_head(found.head, head)):
        raise sealing.NotSealed("it is not for this seat, or not this message")
    return sealing.unseal(found, key)


def _is_head(kept: dict[str, Content], read: dict[str, Content]) -> bool:
    """A recipient reads a head that names itself alone among the recipients; all else is the same."""
    others = {name: value for name, value in kept.items() if name != "to"}
    named, among = read["to"], kept.get("to")
    return others == {name: value for name, value in read.items() if name != "to"} and (
        isinstance(named, list) and isinstance(among, list) and all(bureau in among for bureau in named))


def _is_of(public: str, bureau: BureauCode) -> bool:
    """Whether a key is or was the bureau's: a message stays readable when its key was replaced."""
    return public in keys.ever_of(f"bureau:{bureau}")
