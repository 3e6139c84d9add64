"""Which fields of a record a reading holds. What is not named here is not shown: a new field must be given a kind."""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from article3.access.words import Extent, Kind, Reading
from article3.terms.communication import Attachment, BureauCode, Communication, Level, Person
from article3.terms.dates import PartialDate

Record = TypeVar("Record")

CONTENT = "content"
"""The kind of the record's content: D1 or D2, by its standing."""

CASE_FILE: dict[str, Kind | str] = {
    "reference": CONTENT,
    "communication": CONTENT,
    "state": CONTENT,
    "received_at": CONTENT,
    "version": CONTENT,
    "established": Kind.REVIEW,
    "assessed": Kind.REVIEW,
    "answers": Kind.REVIEW,
    "questions": Kind.CONSULTATION,
    "consultations": Kind.CONSULTATION,
    "research": Kind.REVIEW, "searches": Kind.REVIEW, "excerpts": Kind.REVIEW,
    "review": Kind.REVIEW,
    "former_reviews": Kind.REVIEW,
    "recusals": Kind.REVIEW,
    "published": Kind.REVIEW,  # it holds the decision and the findings beside the text
    "caveats": CONTENT,
    "suspensions": CONTENT,
    "ending": Kind.DECISION_TEXT,
    "deleted_on": CONTENT, "retention": CONTENT,
    "restrictions": Kind.RESTRICTIONS,
    "links": Kind.REVIEW,
    "gateway": Kind.REVIEW,
    "amendments": CONTENT,
    "consents": Kind.REVIEW, "openings": Kind.REVIEW,
    "reopened": Kind.REVIEW, "orders": Kind.REVIEW,
    "stands_as": CONTENT, "former_lives": Kind.REVIEW,  # a former life holds its decision
    "timeline": Kind.REVIEW,
}
"""Kind of each field of a case file. The register checks at import that none is missing."""

HIDDEN_FROM_RECIPIENTS = frozenset({"denied", "recipients", "extra"})
"""Fields of a communication its recipients never see: who is barred, who else has it, fields nobody vouches for."""

NAMELESS_TEXT = frozenset({
    "reference", "source", "bureau", "country", "language", "un_reference", "sha256", "kind", "script",
    "rule", "rules", "outcomes", "instrument", "article", "edition", "event", "seat", "code", "id", "fact",
    "by", "officer", "reviewer", "asked_by", "answered_by", "replied_by", "added_by",
    "nationality", "reviewer_nationality", "rests_on", "missing", "asked", "penalty_worse", "recipients", "denied",
})  # fmt: skip
"""Text fields that can hold no name: codes and opaque ids. Every other text is left out of a nameless reading."""


def fields_read(readings: dict[Kind | str, Reading]) -> frozenset[str]:
    """Names of the fields of a case file that may be read at all under these readings."""
    return frozenset(name for name, kind in CASE_FILE.items() if readings.get(kind))


def without_blank(file: Record, readings: dict[Kind | str, Reading]) -> Record:
    """The case file with every field the reader may not read set to its default, and reduced ones without names."""
    kept = {}
    for field in fields(file):  # type: ignore[arg-type]
        reading = readings.get(CASE_FILE[field.name])
        value = getattr(file, field.name)
        if not reading:
            kept[field.name] = default(field)
        elif reading.extent is Extent.REDUCED:
            kept[field.name] = nameless(value, field.name)
    return replace(file, **kept)  # type: ignore[type-var]


def for_recipient(sent: Communication, bureau: BureauCode, clearance: frozenset[Level]) -> Communication:
    """A communication as one recipient reads it; attachments above its clearance are not there."""
    shown = replace(sent, denied=(), recipients=(), extra=(), attachments=cleared(sent.attachments, clearance))
    return replace(shown, recipients=(bureau,) if bureau in sent.recipients else ())


def cleared(attachments: tuple[Attachment, ...], clearance: frozenset[Level]) -> tuple[Attachment, ...]:
    """The attachments the reader is cleared for: each has its own level beside the record's."""
    return tuple(attachment for attachment in attachments if attachment.level in clearance)


def nameless(value: Any, name: str = "") -> Any:
    """The same record without persons and without any text that could hold a name."""
    if isinstance(value, Person):
        return None
    if isinstance(value, Enum | bool | int | float | date | datetime | PartialDate) or value is None:
        return value
    if isinstance(value, str):
        return value if name in NAMELESS_TEXT else ""
    if isinstance(value, tuple | frozenset):
        return _nameless_many(value, name)
    assert is_dataclass(value) and not isinstance(value, type), f"no nameless form of {type(value)}"
    return replace(value, **{field.name: nameless(getattr(value, field.name), field.name) for field in fields(value)})


def default(field: Field[Any]) -> Any:
    """What a field holds when nothing is shown."""
    if field.default is not MISSING:
        return field.default
    assert field.default_factory is not dataclasses.MISSING, f"{field.name} is always shown and must have a reading"
    return field.default_factory()


def _nameless_many(value: tuple[Any, ...] | frozenset[Any], name: str) -> Any:
    if name == "attachments":
        return ()
    return type(value)(nameless(item, name) for item in value)
