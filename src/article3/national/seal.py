"""Sealing what a bureau keeps: XChaCha20-Poly1305 under the bureau's own key, bound to the place it is kept in."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from nacl import bindings
from nacl.exceptions import CryptoError

from article3.terms.communication import BureauCode

_NONCE = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES


class Broken(Exception):
    """What was kept is not what was sealed, or was sealed with another key."""


def seal(content: bytes, *, bureau: BureauCode, place: str) -> bytes:
    """The content, readable only with the bureau's key and in this place."""
    nonce = secrets.token_bytes(_NONCE)
    said = f"{bureau}/{place}".encode()
    return nonce + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(content, said, nonce, _key(bureau))


def unseal(sealed: bytes, *, bureau: BureauCode, place: str) -> bytes:
    """The content again. Raises Broken."""
    said = f"{bureau}/{place}".encode()
    nonce, rest = sealed[:_NONCE], sealed[_NONCE:]
    try:
        return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(rest, said, nonce, _key(bureau))
    except CryptoError as broken:
        raise Broken(f"a paper of {bureau} cannot be opened") from broken


def mark(text: str, *, bureau: BureauCode) -> str:
    """A keyed digest: the same for the same text, and says nothing without the bureau's key."""
    return hashlib.blake2b(text.encode(), key=_key(bureau), digest_size=16, person=b"article3.pair").hexdigest()


def _key(bureau: BureauCode) -> bytes:
    return bytes(settings.KEY_FILE(f"cabinet-{bureau.lower()}"))
