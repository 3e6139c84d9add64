"""Former versions of files, each kept as its difference to the next one: little space, and exact to the byte."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from article3 import keyring
from article3.acts.ports import NotFound
from article3.lifecycle.case_file import CaseFile
from article3.register.known.models import FormerVersion
from article3.register.models import File
from article3.terms.communication import Reference

_WINDOW = 32_768  # as far back as the compressor looks
decoded = msgspec.json.Decoder(CaseFile).decode
_fields = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_encode = _pack_fields = msgspec.json.Encoder().encode
Erased = keyring.Erased


@dataclass(frozen=True, slots=True, kw_only=True)
class Then:
    """A file as it was known at an instant, and when it had first reached members as of then."""

    file: CaseFile
    reached_at: datetime | None


def document(body: bytes | memoryview) -> CaseFile:
    """The document of a row as the record it was made from."""
    return decoded(zlib.decompress(keyring.unseal(body, "body")))


def put_away(former: bytes, new: bytes, reached_at: datetime | None, until: datetime) -> FormerVersion:
    """The row that keeps a version when the next one takes its place; both as uncompressed documents."""
    file = decoded(former)
    return FormerVersion(file_id=file.reference, version=file.version, until=until, reached_at=reached_at,
                         body=difference(former, new))  # fmt: skip


def difference(former: bytes, new: bytes) -> bytes:
    """A document as the fields in which it differs from a newer one, packed by what stands there in the newer one."""
    old, young = _fields(former), _fields(new)
    changed = {name: value for name, value in old.items() if young.get(name) != value}
    kept = _pack_fields({"order": msgspec.Raw(_encode(list(old))), "changed": msgspec.Raw(_pack_fields(changed))})
    packer = zlib.compressobj(6, zdict=_alike(young, changed))
    packed = packer.compress(kept) + packer.flush()
    found = _encode(list(changed)) + b"\n" + packed
    assert undone(found, new) == former, "a difference that does not lead back"
    return found


def undone(packed: bytes, newer: bytes) -> bytes:
    """A document from its difference to a newer one, to the byte."""
    young = _fields(newer)
    names, _, body = packed.partition(b"\n")
    unpacker = zlib.decompressobj(zdict=_alike(young, msgspec.json.decode(names)))
    kept = _fields(unpacker.decompress(body) + unpacker.flush())
    changed = _fields(bytes(kept["changed"]))
    return _pack_fields(
        {name: changed[name] if name in changed else young[name] for name in msgspec.json.decode(bytes(kept["order"]))}
    )


def then(reference: Reference, known_at: datetime) -> Then:
    """The file as it was known at an instant. Raises NotFound where there was none yet, Erased where it is gone."""
    row = File.objects.filter(pk=reference).only("body", "reached_at", "received_at").first()
    if row is None or known_at < row.received_at:
        raise NotFound
    text, reached_at = zlib.decompress(keyring.unseal(row.body, "body")), row.reached_at
    later = FormerVersion.objects.filter(file=reference, until__gt=known_at).order_by("-version")
    for former in later.iterator(chunk_size=50):
        text = undone(keyring.unseal(former.body, "former"), text) if text and former.body else b""
        reached_at = former.reached_at
    if not text:
        raise Erased
    return Then(file=decoded(text), reached_at=reached_at)


def steps(reference: Reference, known_at: datetime, since: datetime) -> list[tuple[bytes, bytes, datetime]]:
    """Every change between two instants, the first one first: the document before, the one after, when.

    What was erased is left out.
    """
    row = File.objects.filter(pk=reference).only("body").first()
    text, found = zlib.decompress(keyring.unseal(row.body, "body")) if row is not None else b"", []
    later = FormerVersion.objects.filter(file=reference, until__gt=since).order_by("-version")
    for former in later.iterator(chunk_size=50):
        before = undone(keyring.unseal(former.body, "former"), text) if text and former.body else b""
        if before and former.until <= known_at:
            found.append((before, text, former.until))
        text = before
    return found[::-1]


def erase(reference: Reference) -> int:
    """Empty every former version of a file whose content goes; how many there were."""
    return FormerVersion.objects.filter(file=reference).update(body=b"")


def _alike(young: dict[str, msgspec.Raw], names: Iterable[str]) -> bytes:
    """What a difference is packed by; never empty."""
    return (b" " + b"".join(bytes(young[name]) for name in names if name in young))[-_WINDOW:]
