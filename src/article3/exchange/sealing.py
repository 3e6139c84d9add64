"""Sealing of free messages: one random key over the content, that key sealed to each of its readers.

X25519 for the readers (a sealed box each), XChaCha20-Poly1305 for the content, bound to its head: whoever moves a
sealed content under another reference, source or list of recipients gets nothing out of it. Who wrote it is said by the
Ed25519 signature inside, which the carrier can neither make nor see.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import Aead
from nacl.utils import random

from article3.exchange.canonical import Content, NotCanonical, from_bytes, to_bytes

ALGORITHM = "x25519-xchacha20poly1305"
_PUBLIC = re.compile(r"[0-9a-f]{64}")
_PREFIX = b"article3/v1/sealed\n"


class NotSealed(ValueError):
    """The bytes are no sealed content, or not one for this reader; the sentence says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A sealed content as its carrier sees it: its head, who can open it, and bytes."""

    head: dict[str, Content]
    boxes: dict[str, bytes]
    """By the public key of each reader, in hexadecimal."""
    text: bytes


def seal(content: bytes, head: dict[str, Content], readers: Iterable[str]) -> bytes:
    """The content sealed to these public keys (hexadecimal), in canonical form."""
    key = random(Aead.KEY_SIZE)
    text = bytes(Aead(key).encrypt(content, _bound(head)))
    boxes: dict[str, Content] = {
        public: _told(SealedBox(PublicKey(bytes.fromhex(public))).encrypt(key)) for public in sorted(set(readers))
    }
    return to_bytes({"alg": ALGORITHM, "head": head, "boxes": boxes, "text": _told(text)})


def read(data: bytes) -> Sealed:
    """What the carrier may see of it; raises NotSealed for another form."""
    try:
        found = from_bytes(data)
    except NotCanonical as error:
        raise NotSealed(str(error)) from None
    if not isinstance(found, dict) or set(found) != {"alg", "head", "boxes", "text"} or found["alg"] != ALGORITHM:
        raise NotSealed("it does not have exactly alg, head, boxes and text, or another algorithm")
    head, boxes = found["head"], found["boxes"]
    if not isinstance(head, dict) or not isinstance(boxes, dict) or not all(map(_PUBLIC.fullmatch, boxes)):
        raise NotSealed("head or boxes is not in its form")
    return Sealed(head=head, boxes={public: _bytes(box) for public, box in boxes.items()}, text=_bytes(found["text"]))


def unseal(sealed: Sealed, key: PrivateKey) -> bytes:
    """The content, for one of its readers; raises NotSealed for anybody else and for anything altered."""
    box = sealed.boxes.get(bytes(key.public_key).hex())
    if box is None:
        raise NotSealed("it is not sealed to this key")
    try:
        return bytes(Aead(SealedBox(key).decrypt(box)).decrypt(sealed.text, _bound(sealed.head)))
    except (CryptoError, ValueError, TypeError):
        raise NotSealed("its content, its head or its box was altered") from None


def _bound(head: dict[str, Content]) -> bytes:
    return _PREFIX + to_bytes(head)


def _told(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: Content) -> bytes:
    if not isinstance(text, str):
        raise NotSealed("a part is not base64")
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise NotSealed("a part is not base64") from None
    if _told(found) != text:
        raise NotSealed("a part is not base64 in its one form")
    return found
