"""For programs that are called: is the call signed with our secret, and what does it tell?"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from typing import Any

TOLERANCE_S = 300


class NotSigned(Exception):
    """The call is not signed with the secret, or is too old."""


def told(secret: str, headers: Mapping[str, str], body: bytes, now_s: float | None = None) -> dict[str, Any]:
    """What a call tells (Standard Webhooks, v1). Raises NotSigned.

    Keep `webhook-id` and drop what you know: a call is repeated until it is taken.
    """
    given = {name.lower(): value for name, value in headers.items()}
    id_, at, signatures = (given.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    now = time.time() if now_s is None else now_s
    if not at.isascii() or not at.isdigit() or abs(now - int(at)) > TOLERANCE_S:
        raise NotSigned("too old, or from the future")
    key = base64.b64decode(secret.removeprefix("whsec_"))
    right = "v1," + base64.b64encode(hmac.new(key, f"{id_}.{at}.".encode() + body, hashlib.sha256).digest()).decode()
    if not any(hmac.compare_digest(right.encode(), one.encode()) for one in signatures.split()):
        raise NotSigned("no signature of this secret")
    read: dict[str, Any] = json.loads(body)
    return read
