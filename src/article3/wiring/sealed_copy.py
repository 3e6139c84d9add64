"""A file sealed piece by piece under a key, for a copy that leaves the machine: whoever finds it reads nothing.

libsodium's secretstream (XChaCha20-Poly1305): pieces cannot be changed, left out, put in another order or cut off.
"""

from __future__ import annotations

from pathlib import Path

from nacl import bindings
from nacl.exceptions import CryptoError

from article3.terms.finding import Refused

_PIECE = 1 << 20
_MORE = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_LAST = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_HEADER = bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_SEALED_PIECE = _PIECE + bindings.crypto_secretstream_xchacha20poly1305_ABYTES


def seal(source: Path, target: Path, key: bytes) -> None:
    """Write the source's bytes sealed."""
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    header = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    with source.open("rb") as plain, target.open("xb") as sealed:
        target.chmod(0o600)
        sealed.write(header)
        piece = plain.read(_PIECE)
        while True:
            following = plain.read(_PIECE)
            tag = _MORE if following else _LAST
            sealed.write(bindings.crypto_secretstream_xchacha20poly1305_push(state, piece, tag=tag))
            if not following:
                return
            piece = following


def unseal(source: Path, target: Path, key: bytes) -> None:
    """Write the bytes again. Raises Refused for another key and for a file that was changed or cut off."""
    state, tag = bindings.crypto_secretstream_xchacha20poly1305_state(), _MORE
    with source.open("rb") as sealed, target.open("wb") as plain:
        target.chmod(0o600)
        try:
            bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, sealed.read(_HEADER), key)
            while piece := sealed.read(_SEALED_PIECE):
                content, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, piece)
                plain.write(content)
        except (CryptoError, ValueError, RuntimeError) as wrong:
            raise Refused(f"{source.name} was changed, or its key is not among the keys given.") from wrong
    if tag != _LAST:
        raise Refused(f"{source.name} was cut off.")
