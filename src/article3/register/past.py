"""The register as it was known at an instant, for one reading: put back inside a transaction that is always undone.

Rights, filter and projection are then the live ones, applied to the rows of then: nothing is shown by a second way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction

from article3 import keyring
from article3.acts.ports import NotFound
from article3.register import columns, content, untold
from article3.register.alike import candidates
from article3.register.files import _INDEX, Files, _beside
from article3.register.known import history
from article3.register.models import Assigned, File
from article3.terms.communication import Reference
from article3.terms.sitting import OfficerId

_encode = msgspec.json.Encoder(order="sorted").encode
_MINE = ("awaits", "first_nationality")  # columns that give a right to read


def in_bytes(record: Any) -> bytes:
    """A record that was shown, byte for byte the same whenever it is the same."""
    return _encode(record)


def digest_of(record: Any) -> str:
    """What the journal keeps of a record that was shown."""
    return hashlib.sha256(in_bytes(record)).hexdigest()


@contextmanager
def as_known_at(reference: Reference, at: datetime, *, rights_of_then: bool,
                beat: Callable[[datetime], datetime] | None = None) -> Iterator[None]:  # fmt: skip
    """Within, the file and those that may be on the same person are what they were at that instant.

    `rights_of_then`: who had a hand in the file is put back too; else whoever may read the file now reads it.
    `beat`: the beat after an instant, for a source that had not been told yet what came of it.
    Raises NotFound where there was no such file yet, Erased where its content is gone by order.
    """
    then = history.then(reference, at)
    with transaction.atomic():
        try:
            if beat is not None:
                untold.stood(reference, at, beat)
            _put_back(then, rights_of_then=rights_of_then)
            for other in candidates(then.file):
                _other_put_back(Reference(other), at)
            yield
        finally:
            transaction.set_rollback(True)


def _other_put_back(other: Reference, at: datetime) -> None:
    """Another file as it was; one that was not there yet, or whose content is gone, is not there."""
    try:
        then = history.then(other, at)
    except (NotFound, keyring.Erased):
        File.objects.filter(pk=other).delete()
    else:
        _put_back(then, rights_of_then=True)


def _put_back(then: history.Then, *, rights_of_then: bool) -> None:
    file = then.file
    rows = columns.index_rows(file)
    seal = content.seal_of(file, None if file.deleted_on else keyring.key(file.reference))
    row = Files(bureaus=tuple, order=None)._row(file, rows, content.text(file), seal, reached_at=then.reached_at)
    kept = () if rights_of_then else _MINE
    values = {field.attname: getattr(row, field.attname) for field in File._meta.fields
              if not field.primary_key and field.attname not in kept}  # fmt: skip
    File.objects.filter(pk=file.reference).update(**values)
    for name, made in _beside(file, rows).items():
        table = _INDEX[name][0]
        if table is Assigned and not rights_of_then:
            continue
        table.objects.filter(file_id=file.reference).delete()
        table.objects.bulk_create(made)


def asked_of(reference: Reference, bureau: str) -> list[str]:
    """The consultations of a bureau that stand in the file, put back or not, the latest first. Raises Erased."""
    row = File.objects.filter(pk=reference).only("body").first()
    asked = content.document(row.body).consultations if row is not None else ()
    return [each.id for each in reversed(asked) if each.bureau == bureau]


def hands_in(reference: Reference, at: datetime) -> list[OfficerId]:
    """Who had a hand in the file then, whoever works on it first. Raises NotFound, Erased."""
    file = history.then(reference, at).file
    reviews = [file.review, *reversed(file.former_reviews)]
    return list(dict.fromkeys(review.reviewer for review in reviews if review is not None))
