"""Papers kept as opaque bytes under their hash, each sealed with a key of its own: never parsed, for download only."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import tempfile
from pathlib import Path

from django.conf import settings

from article3 import keyring
from article3.terms.communication import Attachment, Level
from article3.terms.finding import Refused

LARGEST_BYTES = 10 * 1024 * 1024
MOST_IN_ONE_COMMUNICATION = 20
_NAME_LENGTH = 120
_HASH = re.compile(r"[0-9a-f]{64}")
_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f/\\:\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MEDIA_TYPE = re.compile(r"[a-z]{1,20}/[a-z0-9.+-]{1,60}")


def keep(content: bytes, *, name: str, media_type: str, level: Level = Level.CONFIDENTIAL) -> Attachment:
    """Keep a paper and say how it is called from now on. Raises Refused when it is empty or too large.

    Name and media type are the sender's and only hints: no folder, no control, no direction mark is left in them.
    """
    if not content:
        raise Refused("The attachment is empty.")
    if len(content) > LARGEST_BYTES:
        raise Refused(f"An attachment takes at most {LARGEST_BYTES // 1024 // 1024} MB.")
    sha256 = hashlib.sha256(content).hexdigest()
    if not _path(sha256).exists():
        _write(_path(sha256), keyring.seal(_fresh_record(sha256), "paper", content))
    plain = _NOT_IN_A_NAME.sub("_", name).strip(" .")[:_NAME_LENGTH] or "paper"
    stated = media_type if _MEDIA_TYPE.fullmatch(media_type) else "application/octet-stream"
    return Attachment(name=plain, media_type=stated, size_bytes=len(content), sha256=sha256, level=level)


def read(sha256: str) -> bytes:
    """The bytes of a paper; asserts that they still are what was kept. Raises FileNotFoundError when they are gone,
    keyring.Erased when their key was destroyed."""
    content = keyring.unseal(_path(sha256).read_bytes(), "paper")
    assert hashlib.sha256(content).hexdigest() == sha256, f"the attachment {sha256} is damaged"
    return content


def seal_what_is_open() -> int:
    """Papers that an earlier version kept as they came; how many there were. Again: none."""
    count = 0
    for path in sorted((Path(settings.HOME) / "attachments").glob("*/*")):
        if _HASH.fullmatch(path.name) and hashlib.sha256(content := path.read_bytes()).hexdigest() == path.name:
            _write(path, keyring.seal(_fresh_record(path.name), "paper", content))
            count += 1
    return count


def record_of(sha256: str) -> str | None:
    """Under which record the key of a paper is kept; None when the paper is not here."""
    path = _path(sha256)
    return keyring.record_of(path.read_bytes()) if path.exists() else None


def forget(sha256: str) -> int:
    """The paper is gone from here; 1 when it was here."""
    path = _path(sha256)
    there = path.exists()
    path.unlink(missing_ok=True)
    return int(there)


def _fresh_record(sha256: str) -> str:
    """Kept again after an erasure, a paper has another key."""
    return f"paper:{sha256}:{secrets.token_hex(8)}"


def _path(sha256: str) -> Path:
    assert _HASH.fullmatch(sha256), "an attachment is named by its hash and by nothing else"
    return Path(settings.HOME) / "attachments" / sha256[:2] / sha256


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, and on the disk before anybody is told so."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as fresh:
        fresh.write(content)
        fresh.flush()
        os.fsync(fresh.fileno())
    Path(fresh.name).replace(path)
