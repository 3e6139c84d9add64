"""Results that wait for the beat: until then the source of a file reads it as it stood, in every list, page and sum.

Everybody else reads the file as it is. A result that takes the content away leaves it to its source, to read and to
find, until the beat; then its keys are destroyed (`erasing.finish`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from article3 import keyring
from article3.lifecycle.beat import told_at
from article3.lifecycle.case_file import CaseFile
from article3.register import columns, content
from article3.register.known import history
from article3.register.models import File, PaperOf, Untold
from article3.terms.communication import BureauCode, Reference

_LONGEST = timedelta(days=1)  # beats are never further apart


def hold_back(former: bytes, now: CaseFile, at: datetime, beat: datetime | None
              ) -> dict[Reference, tuple[BureauCode, datetime]]:  # fmt: skip
    """Keep what the source goes on reading, if it is to read the new state later: whose, and when; else empty."""
    if beat is None:
        return {}
    row = Untold.objects.filter(pk=now.reference).first()
    waits = row.told_at if row is not None and row.told_at > at else None
    told = told_at(content.document(former), now, beat=beat, waits=waits)
    if told is None:
        Untold.objects.filter(pk=now.reference).delete()
        return {}
    if waits is None:
        kept = {"source": now.source, "since": at, "told_at": told, "body": former}
        Untold.objects.update_or_create(file_id=now.reference, defaults=kept)
    return {now.reference: (now.source, told)}


def kept_findable(file: CaseFile, rows: dict[str, tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    """The index rows of a file whose content went before its source was told: its source alone still finds it."""
    if file.deleted_on is None:
        return rows
    row = Untold.objects.get(pk=file.reference)
    own = columns.index_rows(content.document(row.body))
    hidden = {name: tuple(sorted({(*value[:-1], False) for value in own[name]}, key=repr))
              for name in columns.OF_A_PERSON}  # fmt: skip
    return {**rows, **hidden, "papers": own["papers"]}


def as_told(rows: Iterable[File], source: BureauCode | None, at: datetime) -> list[Any]:
    """These rows as the source reads them now: its own as they stood, where a result still waits for the beat."""
    found = list(rows)
    own = [row.pk for row in found if row.source == source]
    waiting = {one.pk: one for one in of(source, at).filter(pk__in=own)} if own else {}
    return [_as_it_stood(row, waiting[row.pk]) if row.pk in waiting else row for row in found]


def of(source: BureauCode | None, at: datetime) -> Any:
    """The results of this source's files that it does not know of yet."""
    return Untold.objects.filter(source=source or "", told_at__gt=at)


def since(reference: Reference, at: datetime) -> datetime | None:
    """When the result took effect that its source does not know of yet; None where it knows all."""
    return Untold.objects.filter(pk=reference, told_at__gt=at).values_list("since", flat=True).first()


def due(at: datetime) -> list[Reference]:
    """Files whose beat has come."""
    found = Untold.objects.filter(told_at__lte=at).order_by("told_at", "file")
    return [Reference(reference) for reference in found.values_list("file_id", flat=True)]


def erasable_later(at: datetime) -> frozenset[str]:
    """Files whose sources are told later, and their papers: no key of theirs is destroyed before."""
    waiting = Untold.objects.filter(told_at__gt=at)
    papers = PaperOf.objects.filter(file__in=waiting.values("file_id"))
    return frozenset({*waiting.values_list("file_id", flat=True),
                      *(f"paper:{sha256}" for sha256 in papers.values_list("sha256", flat=True))})


def forget(reference: Reference) -> None:
    """The source reads the file as it is from now on."""
    Untold.objects.filter(pk=reference).delete()


def stood(reference: Reference, at: datetime, beat: Callable[[datetime], datetime]) -> None:
    """Put back what its source did not know yet at an instant; within a transaction that is undone (`past`)."""
    Untold.objects.filter(pk=reference).delete()
    for former, later, changed_at in history.steps(reference, at, at - _LONGEST):
        waiting = Untold.objects.filter(pk=reference, told_at__gt=changed_at).first()
        before, now = history.decoded(former), history.decoded(later)
        told = told_at(before, now, beat=beat(changed_at), waits=waiting and waiting.told_at)
        if told is None:
            Untold.objects.filter(pk=reference).delete()
        elif waiting is None:
            body = keyring.seal(reference, content.BODY, content.packed(former))
            kept = {"source": now.source, "since": changed_at, "told_at": told, "body": body}
            Untold.objects.update_or_create(file_id=reference, defaults=kept)


def _as_it_stood(row: File, waiting: Untold) -> File:
    """The row as it would be made of the former document; what it knows of its reader stays."""
    values = columns.columns(content.document(waiting.body), reached_at=row.reached_at, order=None)
    values |= {part: keyring.bare(values[part]) for part in (content.INSIDE, content.SHOWN)}
    stood = File(**values, body=waiting.body, index_digest=b"")
    for name, value in vars(row).items():
        if name.startswith(("tie_", "holds_")):
            setattr(stood, name, value)
    return stood
