"""The append-only record of processing (RPD 126): what, when, who, which file, and a keyed digest of the rest.

The content itself is never here: without the installation's key the digests say nothing, and the tree still verifies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import msgspec
from django.conf import settings
from django.db import transaction
from django.db.models import F

from article3.journal import tree
from article3.journal.models import Entry, Length
from article3.lifecycle.counted import counted
from article3.lifecycle.events import Event
from article3.terms.communication import Reference
from article3.terms.sitting import OfficerId, SeatCode, Sitting

_encode = msgspec.json.Encoder(order="sorted").encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry as it is read back: `why` for a reading, empty for an act."""

    sequence: int
    at: datetime
    what: str
    officer: OfficerId
    seat: SeatCode
    reference: Reference
    why: str
    codes: dict[str, str] = field(default_factory=dict)  # of closed lists: what is counted


class Pages:
    """The journal's adapter: it appends, and it is read; there is no other verb."""

    def append(self, event: Event) -> None:
        """Write down kind, reference, time, officer and seat of an event, what of it is counted, and a keyed digest."""
        self._write(what=type(event).__name__, at=event.at, officer=event.by, seat=event.seat,
                    reference=event.reference, digest=keyed(_encode(event)), codes=counted(event))  # fmt: skip

    def note(self, what: str, *, sitting: Sitting, why: str, at: datetime, references: Sequence[str], about: str = ""
             ) -> None:  # fmt: skip
        """Write down a reading: of one file by its reference, of a list by a digest of its references."""
        single = references[0] if len(references) == 1 else ""
        self._write(what=f"read:{what}", at=at, officer=sitting.officer, seat=sitting.seat, reference=single, why=why,
                    digest=keyed(_encode([list(references), about])), files=len(references))  # fmt: skip

    def lines(self, *, reference: str = "", officer: str = "", seat: str = "", after: int = -1) -> Iterator[Line]:
        """Entries in order, of one file, one officer, one seat, or all; those after a sequence number."""
        given = {"reference": reference, "officer": officer, "seat": seat}
        asked = {name: value for name, value in given.items() if value} | {"sequence__gt": after}
        for entry in Entry.objects.filter(**asked).order_by("sequence").iterator():
            yield _line(entry)

    def _write(self, *, what: str, at: datetime, officer: str, seat: str, reference: str, **rest: object) -> None:
        with transaction.atomic():
            sequence = _next()
            head = {"sequence": sequence, "at": at.astimezone(UTC).isoformat(), "what": what, "officer": officer,
                    "seat": seat, "reference": reference}  # fmt: skip
            Entry.objects.create(sequence=sequence, at=at, what=what, officer=officer, seat=seat, reference=reference,
                                 body=_encode(head | rest))  # fmt: skip


def keyed(content: bytes) -> str:
    """A digest that nobody can guess at without the installation's key."""
    return hashlib.blake2b(content, key=settings.JOURNAL_KEY, digest_size=32, person=b"article3.journal").hexdigest()


def root() -> tuple[int, bytes]:
    """Length and root of the tree, computed anew from the stored bytes."""
    bodies = Entry.objects.order_by("sequence").values_list("body", flat=True).iterator(chunk_size=5_000)
    count = 0

    def leaves() -> Iterator[bytes]:
        nonlocal count
        for body in bodies:
            count += 1
            yield tree.leaf(bytes(body))

    found = tree.root(leaves())
    return count, found


def faults() -> list[str]:
    """What is wrong with the stored entries: numbers with a gap, columns that do not say what the body says."""
    found = []
    expected = 0
    for entry in Entry.objects.order_by("sequence").iterator(chunk_size=5_000):
        if entry.sequence != expected:
            found.append(f"entry {expected} is missing before entry {entry.sequence}")
            expected = entry.sequence
        expected += 1
        if not _agrees(entry):
            found.append(f"entry {entry.sequence} does not agree with its own body")
    length = Length.objects.values_list("entries", flat=True).first() or 0
    if length != expected:
        found.append(f"the journal should have {length} entries and has {expected}")
    return found


def _agrees(entry: Entry) -> bool:
    try:
        body = msgspec.json.decode(bytes(entry.body))
        at = datetime.fromisoformat(body["at"])
    except (msgspec.DecodeError, KeyError, TypeError, ValueError):
        return False
    columns = (entry.sequence, entry.at, entry.what, entry.officer, entry.seat, entry.reference)
    return columns == (body["sequence"], at, body["what"], body["officer"], body["seat"], body["reference"])


def _next() -> int:
    """The next number; the row stays locked until the transaction ends, so nobody else takes it."""
    Length.objects.filter(id=1).update(entries=F("entries") + 1)
    return Length.objects.get(id=1).entries - 1


def _line(entry: Entry) -> Line:
    body = msgspec.json.decode(bytes(entry.body))
    return Line(sequence=entry.sequence, at=entry.at, what=entry.what, officer=OfficerId(entry.officer),
                seat=SeatCode(entry.seat), reference=Reference(entry.reference), why=body.get("why", ""),
                codes=body.get("codes", {}))  # fmt: skip
