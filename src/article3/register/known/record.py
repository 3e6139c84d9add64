"""Facts and rulings on record, and the inverted index from news to the decisions it could change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec
from django.conf import settings

from article3 import keyring
from article3.acts.ports import NotFound
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.reopening import keys_of, person_keys
from article3.register.known.models import Fact, Rests, Ruling
from article3.register.models import File
from article3.terms.communication import Reference
from article3.terms.knowledge import KnownFact, KnownRuling

_encode = msgspec.json.Encoder(order="sorted").encode
_fact = msgspec.json.Decoder(KnownFact).decode
_AT_ONCE = 500  # keys in one question


def digest(key: str) -> bytes:
    """A key as the index holds it: without this installation's key nobody can try names on it."""
    return hashlib.blake2b(key.encode(), key=settings.CONTENT_KEY, digest_size=12, person=b"article3.about").digest()


def rests(file: CaseFile) -> set[tuple[Any, ...]]:
    """The rows of the index for one file."""
    return {(digest(key),) for key in keys_of(file)}


def found_by(keys: Iterable[str]) -> list[str]:
    """References of the files that news with one of these keys finds, in order."""
    found: set[str] = set()
    for some in _some(map(digest, keys)):
        found.update(Rests.objects.filter(key__in=some).values_list("file_id", flat=True))
    return sorted(found)


def keep_fact(fact: KnownFact) -> None:
    """Keep a new fact, or the instant at which one on record fell; nothing else of it ever changes."""
    if fact.withdrawn_at is None:
        Fact.objects.create(id=fact.id, about=digest(_about(fact)), learned_at=fact.learned_at, body=_sealed(fact))
    else:
        Fact.objects.filter(pk=fact.id).update(body=_sealed(fact))


def fact(known: str) -> KnownFact:
    """A fact on record, locked for this transaction; raises NotFound, also for one that was erased."""
    row = Fact.objects.select_for_update().filter(pk=known).first()
    if row is None or not row.body:
        raise NotFound
    return _opened(row.body)


def about(body: bytes | memoryview) -> bytes:
    """What a fact's row is found by, from its document."""
    return digest(_about(_opened(body)))


def facts_about(keys: Iterable[str]) -> tuple[KnownFact, ...]:
    """Every fact on record about these files or persons, withdrawn or not, in the order they were learned."""
    rows = Fact.objects.filter(about__in=[digest(key) for key in keys]).exclude(body=b"").order_by("learned_at", "id")
    return tuple(_opened(row.body) for row in rows)


def file_key(reference: Reference) -> str:
    """What facts about a file are found by."""
    return f"file:{reference}"


def keep_ruling(ruling: KnownRuling) -> None:
    """Keep a ruling."""
    Ruling.objects.create(id=ruling.id, learned_at=ruling.learned_at, body=_encode(ruling))


def forget(former: CaseFile) -> list[str]:
    """Erase the facts about a file whose content goes, and about its person where no other live file shares them;
    the ids of those that went."""
    gone = [file_key(former.reference)]
    gone += [key for key in person_keys(former)
             if not Rests.objects.filter(key=digest(key)).exclude(file=former.reference).exists()]  # fmt: skip
    rows = Fact.objects.filter(about__in=[digest(key) for key in gone])
    ids = list(rows.order_by("id").values_list("id", flat=True))
    rows.update(body=b"", about=b"")
    return ids


def rows_found_by(keys: Iterable[str]) -> Iterator[File]:
    """The files that news with one of these keys finds, locked, in order of reference."""
    for some in _some(found_by(keys)):
        yield from File.objects.select_for_update().filter(pk__in=some).only("body").order_by("reference")


def _sealed(fact: KnownFact) -> bytes:
    return keyring.seal(f"fact:{fact.id}", "fact", _encode(fact))


def _opened(body: bytes | memoryview) -> KnownFact:
    return _fact(keyring.unseal(body, "fact"))


def _about(fact: KnownFact) -> str:
    return fact.person if fact.person is not None else file_key(fact.reference)  # type: ignore[arg-type]


def _some(things: Iterable[Any]) -> Iterator[list[Any]]:
    """A few at a time: databases bound the length of a question."""
    coming = iter(things)
    while few := list(islice(coming, _AT_ONCE)):
        yield few
