"""Erasing what was in the register: keys first, then every trace of it, and again wherever an older copy is restored.

An act empties a file in its own transaction and leaves here what is still to be destroyed; nothing that is interrupted
is forgotten. The keys, and so every copy in every backup, are beyond recall once the ledger says so (docs/erasure.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db import connection
from django.db.models import Q

from article3 import keyring
from article3.access.words import Standing
from article3.lifecycle.case_file import CaseFile
from article3.register import attachments, heard, untold
from article3.register.content import bare_document, draft_form
from article3.register.known.models import Fact, FormerVersion
from article3.register.models import (
    BirthSpan,
    DocumentNumber,
    Draft,
    Extract,
    File,
    HeardWord,
    NameKey,
    Nationality,
    PaperOf,
    ToErase,
    WordSound,
)
from article3.terms.communication import Reference

FACT, PAPER = "fact:", "paper:"
OF_A_PERSON = (NameKey, HeardWord, Nationality, DocumentNumber, BirthSpan, Extract)
"""Tables in which a person can be found by name, number, day or country, by file."""
FOUND_BY = (*OF_A_PERSON, WordSound)
"""The same and the words of all names: no backup carries their rows."""


def expect(file: CaseFile, papers: Iterable[str], facts: Iterable[str]) -> None:
    """The file was emptied, with these papers and facts: their keys go as soon as the transaction is through."""
    records = [file.reference, *(f"{PAPER}{sha256}" for sha256 in papers), *(f"{FACT}{fact}" for fact in facts)]
    ToErase.objects.bulk_create([ToErase(record=record) for record in records], ignore_conflicts=True)


def ended_before(day: date) -> list[Reference]:
    """Files that ended before a day and whose content is still here, hidden: the time to appeal is over."""
    ended = Q(standing__in=(Standing.REMOVED.value, Standing.UNSEEN.value), ended_on__lt=day, emptied=False)
    return [Reference(found) for found in File.objects.filter(ended).order_by("ended_on", "reference")
            .values_list("reference", flat=True)]  # fmt: skip


def finish(at: datetime, because: str) -> list[str]:
    """Destroy the keys of everything that was emptied, enter it in the ledger, remove papers and extracts; which.

    Outside a transaction, one record after another: where it is cut off, the next call goes on. What the source of a
    file reads until the beat waits for it.
    """
    done: list[str] = []
    later = untold.erasable_later(at)
    for record in list(ToErase.objects.exclude(pk__in=later).order_by("record").values_list("record", flat=True)):
        if record.startswith(PAPER):
            _paper(record.removeprefix(PAPER), at, because)
        else:
            keyring.destroy(record, at=at, because=because, left=_left(record))
            Extract.objects.filter(file=record).delete()
        ToErase.objects.filter(pk=record).delete()
        done.append(record)
    return done


def compact() -> None:
    """Rewrite the tables and their indexes without free pages and without words of names that are gone, and empty the
    write-ahead log. Blocks writers."""
    heard.sweep()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for table in (*FOUND_BY, File, FormerVersion, Fact, Draft):
            cursor.execute(f'VACUUM FULL "{table._meta.db_table}"')


def _left(reference: str) -> bytes:
    row = File.objects.filter(pk=reference).only("body").first()
    return b"" if row is None else bare_document(row.body)


def _paper(sha256: str, at: datetime, because: str) -> None:
    """A paper goes with the last file that has it; one that an unsent form holds stays."""
    if PaperOf.objects.filter(sha256=sha256).exists() or any(sha256 in form for form in _forms()):
        return
    record = attachments.record_of(sha256)
    if record is not None:
        keyring.destroy(record, at=at, because=because)
    attachments.forget(sha256)


def _forms() -> Iterator[str]:
    for row in Draft.objects.only("id", "sealed").iterator():
        yield draft_form(row)[1]


def without_key(most: int) -> list[str]:
    """Among the latest files with content, so many of them: those whose key is not here."""
    latest = File.objects.filter(emptied=False).order_by("-received_at").values_list("reference", flat=True)[:most]
    return keyring.lacking(latest)


def waiting() -> int:
    """How many records wait for their keys to be destroyed."""
    return ToErase.objects.count()
