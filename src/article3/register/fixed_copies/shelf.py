"""Fixed copies kept, found, shown to whoever may read a case they were kept for, and erased with the last case."""

from __future__ import annotations

import hashlib
import re
import secrets
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from article3 import keyring
from article3.access.words import Extent, Kind
from article3.acts.ports import NotFound
from article3.register import content as contents
from article3.register.fixed_copies.models import Asked, CopyOf, CopyWord, FixedCopy, SearchOwed, Visit
from article3.register.fixed_copies.search_words import words_of
from article3.register.models import File
from article3.register.sight import Sight
from article3.terms.communication import Reference
from article3.terms.sitting import OfficerId, SeatCode

CONTENT, TEXTS = "content", "texts"
PAGE = 25
_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text in a copy, as it was read out of the bytes."""

    address: str
    title: str
    text: str
    published_on: date | None
    language: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """A copy with its texts; `source`: which source it came from, or what the officer wrote who brought it."""

    sha256: str
    kept_at: datetime
    size_bytes: int
    source: str
    address: str
    texts: tuple[Text, ...]


class _Inside(msgspec.Struct):
    source: str
    address: str
    texts: list[Text]


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(_Inside).decode


def keep(content: bytes, *, source: str, address: str, texts: Iterable[Text], at: datetime
         ) -> str:  # fmt: skip
    """Keep a copy, once however often it is found; its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    if FixedCopy.objects.filter(pk=sha256).exists():
        return sha256
    record = f"copy:{sha256}:{secrets.token_hex(8)}"  # kept again after an erasure, it has another key
    its_key, listed = keyring.key(record), list(texts)
    inside = _encode(_Inside(source=source, address=address, texts=listed))
    FixedCopy.objects.create(sha256=sha256, kept_at=at, size_bytes=len(content),
                             content=keyring.sealed_with(its_key, record, CONTENT, zlib.compress(content)),
                             texts=keyring.sealed_with(its_key, record, TEXTS, zlib.compress(inside)))  # fmt: skip
    _index(sha256, listed)
    return sha256


def read(sha256: str) -> bytes:
    """The bytes of a copy. Raises NotFound for one that is not here; asserts that they are what was kept."""
    row = FixedCopy.objects.filter(pk=_hash(sha256)).only("content").first()
    if row is None:
        raise NotFound
    content = zlib.decompress(keyring.unseal(row.content, CONTENT))
    assert hashlib.sha256(content).hexdigest() == sha256, f"the fixed copy {sha256} is damaged"
    return content


def shown(sight: Sight, sha256: str) -> KeptCopy:
    """A copy that was kept for a case this sitting may read. Raises NotFound for absent and forbidden alike."""
    row = _readable(sight).filter(pk=_hash(sha256)).defer("content").first()
    if row is None:
        raise NotFound
    return _opened(row)


def found(sight: Sight, words: Iterable[str], before: datetime | None) -> tuple[tuple[KeptCopy, ...], datetime | None]:
    """Copies that have every one of these words, of the cases this sitting may read, the newest first; and where to
    go on, None at the end."""
    rows = _readable(sight).defer("content")
    for word in words:
        rows = rows.filter(Exists(CopyWord.objects.filter(copy=OuterRef("pk"), word=_keyed(word))))
    if before is not None:
        rows = rows.filter(kept_at__lt=before)
    page = list(rows.order_by("-kept_at", "sha256")[: PAGE + 1])
    return tuple(map(_opened, page[:PAGE])), page[PAGE - 1].kept_at if len(page) > PAGE else None


def files_with(sight: Sight, copies: Iterable[str]) -> dict[str, list[Reference]]:
    """For each copy the cases it was kept for that this sitting may read."""
    mine = File.objects.filter(sight.kind(Kind.REVIEW, Extent.FULL))
    told: dict[str, list[Reference]] = {}
    for sha256, file in CopyOf.objects.filter(sha256__in=list(copies), file__in=mine).order_by("file").values_list(
            "sha256", "file_id"):  # fmt: skip
        told.setdefault(sha256, []).append(Reference(file))
    return told


def owed(since: datetime, most: int = 20) -> list[tuple[Reference, str]]:
    """Searches that were ordered since then and are not done: the file and the order, the oldest first."""
    rows = SearchOwed.objects.filter(at__gte=since).order_by("at", "search")[:most]
    return [(Reference(file), search) for file, search in rows.values_list("file_id", "search")]


def orderer(reference: Reference, search: str) -> tuple[OfficerId, SeatCode] | None:
    """Who ordered a search, and in which seat, for the program that carries it out; None for no such order."""
    row = File.objects.filter(pk=reference).only("body").first()
    ordered = [each for each in contents.document(row.body).searches if each.id == search] if row else []
    return (ordered[0].by, ordered[0].seat) if ordered else None


def give_up(search: str) -> None:
    """A search is owed no more, done or not."""
    SearchOwed.objects.filter(search=search).delete()


def sweep(at: datetime, because: str) -> int:
    """Destroy the keys of copies no case names any more, and remove them; how many."""
    rows = FixedCopy.objects.exclude(Exists(CopyOf.objects.filter(sha256=OuterRef("pk"))))
    gone = [(sha256, keyring.record_of(bytes(texts))) for sha256, texts in rows.values_list("sha256", "texts")]
    for sha256, record in gone:
        keyring.destroy(record, at=at, because=because)
        Asked.objects.filter(sha256=sha256).delete()
        FixedCopy.objects.filter(pk=sha256).delete()
    return len(gone)


def rebuild() -> int:
    """Make the words of every copy anew and drop those whose key was destroyed; how many there are."""
    count = 0
    for row in FixedCopy.objects.only("sha256", "texts").order_by("sha256").iterator(chunk_size=100):
        try:
            inside = _decode(zlib.decompress(keyring.unseal(row.texts, TEXTS)))
        except keyring.Erased:
            FixedCopy.objects.filter(pk=row.sha256).delete()
            continue
        CopyWord.objects.filter(copy=row.sha256).delete()
        _index(row.sha256, inside.texts)
        count += 1
    return count


# --- what is remembered of addresses


def known_by(address: str) -> tuple[str, str, str]:
    """ETag, day and hash of the last answer at an address whose copy is still here; empty ones for none."""
    here = FixedCopy.objects.filter(pk=OuterRef("sha256"))
    row = Asked.objects.filter(Exists(here), pk=_digest(address)).first()
    return (row.etag, row.modified, row.sha256) if row else ("", "", "")


def remember(address: str, etag: str, modified: str, sha256: str) -> None:
    """What the answer at an address is known by; without an ETag or a day nothing is remembered."""
    if (etag or modified) and len(etag) <= 300 and len(modified) <= 100:
        values = {"etag": etag, "modified": modified, "sha256": sha256}
        Asked.objects.update_or_create(address=_digest(address), defaults=values)


def last_visit(host: str) -> float:
    """When a host was last asked; 0: never."""
    return Visit.objects.filter(pk=host[:253]).values_list("at", flat=True).first() or 0.0


def visited(host: str, at: float) -> None:
    """The host was asked."""
    Visit.objects.update_or_create(host=host[:253], defaults={"at": at})


# --- inside


def _hash(given: str) -> str:
    """A hash as it may be asked for; anything else is the hash of nothing."""
    if not _HASH.fullmatch(given):
        raise NotFound
    return given


def _readable(sight: Sight) -> QuerySet[FixedCopy]:
    mine = File.objects.filter(sight.kind(Kind.REVIEW, Extent.FULL))
    return FixedCopy.objects.filter(Q(Exists(CopyOf.objects.filter(sha256=OuterRef("pk"), file__in=mine))))


def _opened(row: FixedCopy) -> KeptCopy:
    inside = _decode(zlib.decompress(keyring.unseal(row.texts, TEXTS)))
    return KeptCopy(sha256=row.sha256, kept_at=row.kept_at, size_bytes=row.size_bytes, source=inside.source,
                    address=inside.address, texts=tuple(inside.texts))  # fmt: skip


def _index(sha256: str, texts: list[Text]) -> None:
    words = words_of("\n".join(f"{text.title}\n{text.text}" for text in texts))
    rows = [CopyWord(word=_keyed(word), copy_id=sha256) for word in sorted(words)]
    CopyWord.objects.bulk_create(rows, batch_size=2_000)


def _keyed(word: str) -> int:
    digest = hashlib.blake2b(word.encode(), key=settings.KEY_FILE("fixed-copies"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _digest(address: str) -> bytes:
    return hashlib.blake2b(address.encode(), key=settings.KEY_FILE("fixed-copies"), digest_size=16).digest()
