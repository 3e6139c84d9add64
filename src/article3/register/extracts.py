"""What the public reads: the extracts of one day, fixed for that day, each under an id of that day only.

A new day brings fresh ids in a fresh order, and the day before is forgotten: comparing editions tells neither which
record left nor why (abuse case A23).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import msgspec
from django.db import IntegrityError, transaction

from article3.access.words import Standing
from article3.lifecycle.case_file import CaseFile
from article3.register.columns import read_by_members
from article3.register.files import open_document
from article3.register.models import Edition, File
from article3.terms.communication import BureauCode, Channel, Colour, Communication, CountryCode, Level, Sex
from article3.terms.reasons import CaveatKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicExtract:
    """The part of a notice its source agreed to show everybody."""

    id: str
    colour: Colour
    source: BureauCode
    names: tuple[str, ...]
    latin_names: tuple[str, ...]
    sex: Sex | None
    birth_dates: tuple[str, ...]
    birth_place: str
    nationalities: tuple[CountryCode, ...]
    charges: tuple[str, ...]


_decode = msgspec.json.Decoder(tuple[PublicExtract, ...]).decode


def edition(on: date) -> tuple[PublicExtract, ...]:
    """The extracts of that day, in the order of their ids; drawn up once, when they are first asked for."""
    stored = Edition.objects.filter(day=on).first()
    if stored is None:
        _draw_up(on)
        stored = Edition.objects.get(day=on)
    return _decode(bytes(stored.body))


def _draw_up(on: date) -> None:
    drawn = sorted((made for file in _agreed(on) if (made := _extract(file, on)) is not None), key=lambda made: made.id)
    try:
        with transaction.atomic():
            Edition.objects.all().delete()
            Edition.objects.create(day=on, body=msgspec.json.encode(drawn))
    except IntegrityError:  # somebody else asked in the same moment: theirs is the edition
        return


def _agreed(on: date) -> list[CaseFile]:
    """Notices in force before the day began, of the lowest level, with their source's consent."""
    midnight = datetime.combine(on, time(), UTC)
    rows = File.objects.filter(
        standing=Standing.IN_FORCE.value, channel=Channel.NOTICE_REQUEST.value, level=Level.OFFICIAL_USE.value,
        extract_agreed=True, reached_at__lt=midnight,
    )  # fmt: skip
    return [open_document(row.body) for row in rows.only("body").iterator(chunk_size=500)]


def _extract(file: CaseFile, on: date) -> PublicExtract | None:
    """None for a notice without a person and for one that is being examined anew."""
    shown = read_by_members(file)
    examined = any(caveat.kind is CaveatKind.UNDER_EXAMINATION for caveat in file.caveats_on(on))
    if shown is None or shown.person is None or shown.colour is None or examined:
        return None
    return _of(shown)


def _of(shown: Communication) -> PublicExtract:
    person = shown.person
    assert person is not None and shown.colour is not None
    return PublicExtract(
        id=secrets.token_hex(16), colour=shown.colour, source=shown.source, sex=person.sex,
        names=tuple(f"{name.family} {name.given}".strip() for name in person.names),
        latin_names=tuple(f"{name.latin_family} {name.latin_given}".strip() for name in person.names),
        birth_dates=tuple(str(day) for day in person.birth_dates), birth_place=person.birth_place,
        nationalities=person.nationalities, charges=tuple(charge.text for charge in shown.charges),
    )  # fmt: skip
