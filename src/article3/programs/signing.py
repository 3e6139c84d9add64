"""Signatures of calls as the Standard Webhooks specification has them: symmetric, version v1.

Signed are id, timestamp and body, joined by full stops, with HMAC-SHA256; the header holds `v1,` and the signature in
base64, one for each secret in force, separated by spaces. No secret is kept: each is derived from a key file of this
installation, the hook's id and how often it was turned.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable

PREFIX = "whsec_"


def secret(key: bytes, hook: str, generation: int) -> bytes:
    """The secret of a hook in one of its generations: 32 bytes."""
    return hmac.new(key, f"{hook}/{generation}".encode(), hashlib.sha256).digest()


def shown(secret: bytes) -> str:
    """A secret as its holder writes it down."""
    return PREFIX + base64.b64encode(secret).decode()


def signature(secrets: Iterable[bytes], call: str, at_s: int, body: bytes) -> str:
    """The value of the header webhook-signature."""
    signed = f"{call}.{at_s}.".encode() + body
    return " ".join("v1," + base64.b64encode(hmac.new(each, signed, hashlib.sha256).digest()).decode()
                    for each in secrets)  # fmt: skip
