"""The keys of the sealed files, one a zone, and a key of its own for every record; destroying that one erases it.

XChaCha20-Poly1305 with zone and record id as associated data: nothing can be moved to another place unseen.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as _decrypt,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_encrypt as _encrypt,
)
from nacl.public import PrivateKey

BYTES, NONCE = 32, 24
ZONES = ("content", "giver", "protection", "ties", "log", "marks", "hosts")
"""Content and its giver never share a key; `marks` keys digests only."""


class Keys:
    """The zone keys in their folder, made on first use, readable by the worker's user only."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._zones = {zone: _zone_key(folder / zone) for zone in ZONES}

    def fresh(self, zone: str, id: str) -> tuple[bytes, bytes]:
        """A key for one record, and the same wrapped in its zone's."""
        key = secrets.token_bytes(BYTES)
        return key, seal(key, self._zones[zone], f"wrap|{zone}|{id}")

    def unwrap(self, zone: str, id: str, wrapped: bytes) -> bytes:
        """The key of one record."""
        return unseal(wrapped, self._zones[zone], f"wrap|{zone}|{id}")

    def digest(self, text: str) -> bytes:
        """What a text is looked up by: it says nothing without the key."""
        return _keyed(text, self._zones["marks"], 20)

    @property
    def marks(self) -> bytes:
        """The key of the traces."""
        return _keyed("traces", self._zones["marks"], 32)

    def of_ties(self, place: bytes) -> bytes:
        """The key of the ties of one file."""
        return _keyed(place.hex(), self._zones["ties"], 32)

    @property
    def box(self) -> PrivateKey:
        """What this worker alone opens: pages another worker sealed to it."""
        return PrivateKey(_keyed("box", self._zones["hosts"], BYTES))

    @property
    def of_places(self) -> bytes:
        """The key under which a bureau's place among its own attestations is handed out and comes back."""
        return _keyed("places", self._zones["hosts"], BYTES)

    def of_log(self) -> bytes:
        """The key of the log."""
        return self._zones["log"]


def seal(content: bytes, key: bytes, place: str) -> bytes:
    """The content, readable with the key and in that place only."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + _encrypt(content, place.encode(), nonce, key)


def unseal(sealed: bytes, key: bytes, place: str) -> bytes:
    """The content; raises nacl.exceptions.CryptoError when a bit was changed or it stood elsewhere."""
    return _decrypt(sealed[NONCE:], place.encode(), sealed[:NONCE], key)


def _keyed(text: str, key: bytes, size: int) -> bytes:
    return hashlib.blake2b(text.encode(), key=key, digest_size=size, person=b"article3.sealed").digest()


def _zone_key(path: Path) -> bytes:
    if not path.exists():
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "wb") as file:
            file.write(secrets.token_bytes(BYTES))
            file.flush()
            os.fsync(file.fileno())
    found = path.read_bytes()
    assert len(found) == BYTES, f"the key {path.name} is damaged: {len(found)} bytes"
    return found
