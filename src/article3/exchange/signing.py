"""Signing and checking of messages: Ed25519 over a kind's prefix and the canonical bytes. The sender is the key.

A signed message is one object: `alg`, `key` (hex of the public key), `kind`, `body`, `sig` (hex). No field of the body
says who sent it; whoever checks looks the key up among the keys enrolled for a seat at the time of taking in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from article3.exchange.canonical import Content, NotCanonical, from_bytes, to_bytes

ALGORITHM = "ed25519"
_KIND = re.compile(r"[a-z][a-z0-9_]{0,39}")
_FIELDS = {"alg", "key", "kind", "body", "sig"}


class Forged(ValueError):
    """The message is not what its key signed, or not in a form we know; it has no effect."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A checked message: the key that signed it, its kind and its body."""

    key: str
    kind: str
    body: dict[str, Content]


def sign(kind: str, body: dict[str, Content], key: SigningKey) -> bytes:
    """The bytes that go over the line; raises NotCanonical for a body that has no canonical form."""
    assert _KIND.fullmatch(kind), f"{kind!r} is not a kind of message"
    signature = key.sign(_signed_bytes(kind, body)).signature.hex()
    public = key.verify_key.encode().hex()
    return to_bytes({"alg": ALGORITHM, "key": public, "kind": kind, "body": body, "sig": signature})


def check(data: bytes) -> Signed:
    """Read and check a message; raises Forged. Whether the key belongs to anybody is for the caller to ask."""
    try:
        message = from_bytes(data)
    except NotCanonical as error:
        raise Forged(str(error)) from None
    if not isinstance(message, dict) or set(message) != _FIELDS:
        raise Forged("the message does not have exactly alg, key, kind, body and sig")
    key, kind, body, signature = _parts(message)
    try:
        VerifyKey(bytes.fromhex(key)).verify(_signed_bytes(kind, body), bytes.fromhex(signature))
    except (BadSignatureError, ValueError):
        raise Forged("the signature is not the key's over this content") from None
    return Signed(key, kind, body)


def _parts(message: dict[str, Content]) -> tuple[str, str, dict[str, Content], str]:
    key, kind, body, signature = message["key"], message["kind"], message["body"], message["sig"]
    if message["alg"] != ALGORITHM:
        raise Forged(f"algorithm {message['alg']!r} is not known here")
    if not (isinstance(kind, str) and _KIND.fullmatch(kind) and isinstance(body, dict)):
        raise Forged("kind or body is not in its form")
    if not (isinstance(key, str) and re.fullmatch(r"[0-9a-f]{64}", key)):
        raise Forged("the key is not 64 lower-case hexadecimal characters")
    if not (isinstance(signature, str) and re.fullmatch(r"[0-9a-f]{128}", signature)):
        raise Forged("the signature is not 128 lower-case hexadecimal characters")
    return key, kind, body, signature


def _signed_bytes(kind: str, body: dict[str, Content]) -> bytes:
    return f"article3/v1/{kind}\n".encode() + to_bytes(body)
