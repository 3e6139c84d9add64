"""Requests that are being written: saved at each step, readable with the receipt code and with nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

import msgspec
import nacl.secret

from article3.commission.lifecycle.application import Paper, PaperRole
from article3.commission.lifecycle.receipt_code import key_of, lookup_of
from article3.commission.register.papers import models

KEPT_DAYS = 180
"""An unsent request nobody has touched for so long is deleted."""


def begin(code: str, on: date) -> None:
    """Open an empty request under a fresh code."""
    models.Unsent.objects.create(lookup=lookup_of(code), sealed=_seal(code, b"{}"), saved_on=on)


def exists(lookup: str) -> bool:
    """An unsent request is found by that digest of a code."""
    return models.Unsent.objects.filter(pk=lookup).exists()


def answers(code: str) -> dict[str, Any] | None:
    """What was written so far; None when no unsent request has this code."""
    row = models.Unsent.objects.filter(pk=lookup_of(code)).first()
    return None if row is None else dict(json.loads(_open(code, bytes(row.sealed))))


def save(code: str, written: dict[str, Any], on: date) -> None:
    """Keep what was written."""
    models.Unsent.objects.filter(pk=lookup_of(code)).update(sealed=_seal(code, json.dumps(written).encode()),
                                                            saved_on=on)


def attach(code: str, paper: Paper, content: bytes) -> None:
    """Keep a file with an unsent request; the same file in the same role is kept once."""
    models.UnsentPaper.objects.get_or_create(
        lookup=lookup_of(code), digest=paper.digest, role=paper.role,
        defaults={"record": _seal(code, msgspec.json.encode(paper)), "content": _seal(code, content)})


def detach(code: str, digest: str, role: PaperRole) -> None:
    """Take a file away again."""
    models.UnsentPaper.objects.filter(lookup=lookup_of(code), digest=digest, role=role).delete()


def papers(code: str) -> tuple[Paper, ...]:
    """The attached files, in the order they came; annexes are numbered in that order. Reads no file."""
    rows = models.UnsentPaper.objects.filter(lookup=lookup_of(code)).order_by("pk").values_list("record", flat=True)
    found = [msgspec.json.decode(_open(code, bytes(sealed)), type=Paper) for sealed in rows]
    numbers = count(1)
    return tuple(replace(paper, exhibit=next(numbers)) if paper.role is PaperRole.ANNEX else paper for paper in found)


def contents(code: str) -> Iterator[tuple[str, bytes]]:
    """Digest and bytes of every attached file, one after the other."""
    for row in models.UnsentPaper.objects.filter(lookup=lookup_of(code)).order_by("pk").iterator(chunk_size=1):
        yield row.digest, _open(code, bytes(row.content))


def end(code: str) -> None:
    """Remove an unsent request and its files: it was sent, or given up."""
    models.UnsentPaper.objects.filter(lookup=lookup_of(code)).delete()
    models.Unsent.objects.filter(pk=lookup_of(code)).delete()


def forget(on: date) -> int:
    """Delete what nobody has touched for long; the number of requests deleted."""
    old = models.Unsent.objects.filter(saved_on__lt=on - timedelta(days=KEPT_DAYS))
    lookups = list(old.values_list("lookup", flat=True))
    models.UnsentPaper.objects.filter(lookup__in=lookups).delete()
    old.delete()
    return len(lookups)


def _seal(code: str, content: bytes) -> bytes:
    return bytes(nacl.secret.SecretBox(key_of(code)).encrypt(content))


def _open(code: str, sealed: bytes) -> bytes:
    return bytes(nacl.secret.SecretBox(key_of(code)).decrypt(sealed))
