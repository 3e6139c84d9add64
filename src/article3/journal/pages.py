"""The append-only record of processing (RPD 126): what, when, who, which file, and a keyed digest of the rest.

The content itself is never here: without the installation's key the digests say nothing, and the tree still verifies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import msgspec
from django.conf import settings
from django.db import transaction
from django.db.models import F

from article3.journal import tree
from article3.journal.models import Entry, Head, Length
from article3.lifecycle.counted import counted
from article3.lifecycle.events import Event
from article3.terms.communication import Reference
from article3.terms.sitting import OfficerId, SeatCode, Sitting

MOST_ASKED = 900
"""Numbers in one question: databases take about a thousand."""
FILL = "fill"
"""Entries that say nothing: they fill a batch up, so that the size of a head does not tell how much was done."""
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
        for entry in Entry.objects.filter(**asked).exclude(what=FILL).order_by("sequence").iterator():
            yield _line(entry)

    def acts(self, *, after: int = -1, before: int | None = None) -> Iterator[Line]:
        """Entries of acts, in order, readings left out: after one sequence number and before another."""
        rows = Entry.objects.filter(sequence__gt=after).exclude(what__startswith="read:").exclude(what=FILL)
        for entry in (rows if before is None else rows.filter(sequence__lt=before)).order_by("sequence").iterator():
            yield _line(entry)

    def numbered(self, sequences: Sequence[int]) -> tuple[Line, ...]:
        """The entries with these sequence numbers that there are, in order."""
        found = []
        for start in range(0, len(sequences), MOST_ASKED):
            part = sequences[start : start + MOST_ASKED]
            found += [_line(entry) for entry in Entry.objects.filter(sequence__in=part).order_by("sequence")]
        return tuple(found)

    def _write(self, *, what: str, at: datetime, officer: str, seat: str, reference: str, **rest: object) -> None:
        with transaction.atomic():
            sequence = _next()
            head = {"sequence": sequence, "at": at.astimezone(UTC).isoformat(), "what": what, "officer": officer,
                    "seat": seat, "reference": reference}  # fmt: skip
            body = _encode(head | rest)
            Entry.objects.create(sequence=sequence, at=at, what=what, officer=officer, seat=seat, reference=reference,
                                 body=body, leaf=tree.leaf(body))  # fmt: skip


def fill_up(batch: int, at: datetime, chance: Callable[[int], bytes]) -> int:
    """Fill the journal up to the next whole batch with entries that say nothing; how many entries there are then.

    Without a new entry a whole batch is added: a quiet hour looks like a busy one.
    """
    with transaction.atomic():
        begun, first = begin_head(), _last_head()
        whole = max(-(-begun // batch) * batch, first + batch)
        rows = [_filling(number, at, chance(16)) for number in range(begun, whole)]
        Entry.objects.bulk_create(rows, batch_size=500)
        Length.objects.filter(id=1).update(entries=whole)
    return whole


def begin_head() -> int:
    """Nobody adds an entry until this transaction ends; how many there are."""
    Length.objects.filter(id=1).update(entries=F("entries"))
    return Length.objects.get(id=1).entries


def _last_head() -> int:
    return Head.objects.order_by("-size").values_list("size", flat=True).first() or 0


def _filling(sequence: int, at: datetime, said: bytes) -> Entry:
    body = _encode({"sequence": sequence, "at": at.astimezone(UTC).isoformat(), "what": FILL, "officer": "", "seat": "",
                    "reference": "", "digest": keyed(said)})  # fmt: skip
    return Entry(sequence=sequence, at=at, what=FILL, officer="", seat="", reference="", body=body,
                 leaf=tree.leaf(body))  # fmt: skip


def leaves(first: int | None = None) -> Iterator[bytes]:
    """The hash of each entry in order, computed anew from the stored bytes: of all, or of so many from the start."""
    entries = Entry.objects.all() if first is None else Entry.objects.filter(sequence__lt=first)
    for body in entries.order_by("sequence").values_list("body", flat=True).iterator(chunk_size=5_000):
        yield tree.leaf(bytes(body))


def stored(first: int) -> Iterator[tuple[bytes, bytes]]:
    """Hash as written and body of each of so many entries from the start: what an export is made of."""
    rows = Entry.objects.filter(sequence__lt=first).order_by("sequence").values_list("leaf", "body")
    for leaf, body in rows.iterator(chunk_size=5_000):
        yield bytes(leaf), bytes(body)


def keyed(content: bytes) -> str:
    """A digest that nobody can guess at without the installation's key."""
    return hashlib.blake2b(content, key=settings.JOURNAL_KEY, digest_size=32, person=b"article3.journal").hexdigest()


def length() -> int:
    """How many entries there are."""
    return Length.objects.values_list("entries", flat=True).get(id=1)


def last_at() -> datetime | None:
    """When the newest entry was written, as it says itself; None in an empty journal."""
    last = Entry.objects.order_by("-sequence").first()
    return None if last is None else last.at


def root(first: int | None = None) -> tuple[int, bytes]:
    """Length and root of the tree, computed anew from the stored bytes: of all, or of so many from the start."""
    hashes = list(leaves(first))
    return len(hashes), tree.root(hashes)


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
    if bytes(entry.leaf) != tree.leaf(bytes(entry.body)):
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
