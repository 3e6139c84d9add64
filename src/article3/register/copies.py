"""What holders of a record read, as content that travels; and a bureau's own copy of it among its own files.

The reading that travels is the one every member's page shows: content, mark and caveats as one, nothing of the review,
of who else has it, or of who is barred.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from django.db.models import Q

from article3 import keyring
from article3.access.outward import Mark
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.delivery.standing import Standing
from article3.lifecycle.diffusion import reached
from article3.lifecycle.life import Life
from article3.lifecycle.publication import Caveat, Retention
from article3.lifecycle.states import DELIVERED, ENDED, IN_FORCE, State
from article3.register import shown
from article3.register.files import Files, open_document
from article3.register.models import Denied, File
from article3.register.pages import LifeShown, PublishedNotice
from article3.terms.communication import BureauCode, Channel, Communication, CountryCode, Level, Reference
from article3.terms.sitting import MandateRole, OfficerId, SeatCode, Sitting

_STATES = {Mark.UNREVIEWED: State.SENT_UNREVIEWED, Mark.DELIVERED: State.SENT, Mark.SUSPENDED: State.SUSPENDED}
_UNKNOWN = {"colour": None, "communication": None, "valid_until": None}
_MEMBER = Sitting(officer=OfficerId(""), officer_name="", nationality=CountryCode(""), seat=SeatCode("bureau:--"),
                  role=MandateRole.BUREAU_OFFICER, clearance=Level.CONFIDENTIAL)  # fmt: skip
"""Any member, of no country: what it reads, every holder may; its own clearances narrow it further at home."""


def standing(
    reference: Reference, on: date, members: Callable[[], Iterable[BureauCode]], at: datetime | None = None
) -> tuple[Standing, dict[str, Any]] | None:
    """How a file stands towards its holders, and the content they read now: empty once it is to be removed.

    None for a file that reached nobody yet, or that is not there. `at`: the instant of the act that brought it there.
    """
    row = File.objects.filter(pk=reference, reached_at__isnull=False).first()
    if row is None:
        return None
    file = open_document(row.body)
    content = {} if file.state in ENDED else content_of(shown.notice(row, file, _MEMBER, on))
    now = Standing(
        item=reference, source=file.source, digest="", reviewed=file.state in IN_FORCE | {State.REVIEWED},
        leased=file.state is State.SENT_UNREVIEWED, audience=audience(file, members, on), barred=file.denied(on),
        narrowed=at is not None and any(
            life.ended_at == at and life.became.channel is Channel.DIFFUSION for life in file.former_lives),
    )  # fmt: skip
    return now, content


def audience(file: CaseFile, members: Callable[[], Iterable[BureauCode]], on: date) -> tuple[BureauCode, ...]:
    """The bureaus that are to hold the file as it stands, its source and those it bars apart."""
    denied = file.denied(on)
    if file.state in IN_FORCE or (file.state is State.BLOCKED and file.channel is Channel.NOTICE_REQUEST):
        told: Iterable[BureauCode] = members()
    else:
        told = reached(file) if file.state in DELIVERED | {State.SENT, State.BLOCKED} else ()
    return tuple(sorted(set(told) - denied - {file.source}))


def barred(items: Iterable[str], bureau: BureauCode, on: date) -> frozenset[str]:
    """Those items that their source keeps from this bureau on that day."""
    bars = Denied.objects.filter(Q(lifted_on=None) | Q(lifted_on__gt=on), file_id__in=set(items), bureau=bureau)
    return frozenset(bars.filter(since__lte=on).values_list("file_id", flat=True))


def hold(reading: PublishedNotice, bureau: BureauCode) -> None:
    """Keep a copy among this installation's own files, in the place of an older version: found, listed, read there."""
    sent = reading.communication
    assert sent is not None, "a copy has content"
    direct = sent.channel is not Channel.NOTICE_REQUEST
    former = File.objects.filter(pk=reading.reference).only("body").first()
    file = CaseFile(
        reference=reading.reference, received_at=reading.reached_at,
        state=_STATES.get(reading.mark, State.REVIEWED if direct else State.PUBLISHED),
        communication=replace(sent, recipients=(bureau,) if direct else ()),
        former_lives=tuple(_life(life, sent) for life in reading.formerly or ()),
        caveats=tuple(Caveat(id=str(number), kind=caveat.kind, text=caveat.text, added_on=caveat.since,
                             added_by=OfficerId("")) for number, caveat in enumerate(reading.caveats)),
        consultations=open_document(former.body).consultations if former else (),
        retention=Retention(recorded_on=reading.reached_at.date(), until=reading.valid_until or date.max),
    )  # fmt: skip
    _replace(file, reading.reached_at)


def _life(told: LifeShown, sent: Communication) -> Life:
    """What is known here of what the record was before: its kind and its days."""
    bare = Communication(reference=sent.reference, channel=told.channel, source=sent.source, colour=told.colour)
    days = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (told.since, told.until))
    return Life(began_at=next(days), ended_at=next(days), text=bare, became=replace(bare, channel=sent.channel))


def standing_here(reference: Reference) -> CaseFile | None:
    """The record as it stands in this installation; None where it never was, or its content went."""
    row = File.objects.filter(pk=reference).only("body").first()
    try:
        return None if row is None else open_document(row.body)
    except keyring.Erased:
        return None


def remove(reference: Reference) -> None:
    """The content of a copy goes; that there is an order to remove it stays to be read."""
    row = File.objects.filter(pk=reference).first()
    if row is None:
        return
    file = open_document(row.body)
    bare = Communication(
        reference=reference, channel=file.communication.channel, source=file.source, level=file.communication.level,
        colour=file.communication.colour, recipients=file.communication.recipients,
    )  # fmt: skip
    ended = replace(file, communication=bare, state=State.RECALLED, caveats=(), version=file.version + 1)
    _replace(ended, row.reached_at)


def _replace(file: CaseFile, reached_at: datetime | None) -> None:
    File.objects.filter(pk=file.reference).delete()
    Files(bureaus=tuple, order=None).add_copy(file, reached_at)


# --- the form in which a reading travels


def content_of(record: Any) -> dict[str, Any]:
    """A record as canonical content: yes is 1, no is 0, text in NFC, what is unknown is left out."""
    content = plain(msgspec.to_builtins(record))
    assert isinstance(content, dict)
    return content


def sending(document: dict[str, Any], officer: OfficerId) -> dict[str, Any]:
    """The text of a sending: the communication in our JSON form, word for word, and who sent it."""
    return {"document": plain(json.dumps(document, ensure_ascii=False)), "by": officer}


def reading_of(content: dict[str, Any]) -> PublishedNotice:
    """The reading in the content; raises msgspec.ValidationError when it is none."""
    return msgspec.convert(_UNKNOWN | content, PublishedNotice, strict=False)


def plain(value: Any) -> Any:
    """The value in the form that travels."""
    match value:
        case bool():
            return int(value)
        case str():
            return unicodedata.normalize("NFC", value)
        case dict():
            return {key: plain(part) for key, part in value.items() if part is not None}
        case list() | tuple():
            return [plain(part) for part in value]
    return value
