"""How the bytes of the line travel: over HTTP, or from hand to hand inside one installation."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from article3.exchange.signing import Forged
from article3.exchange.wire import LARGEST_BYTES, Malformed
from article3.line import centre, witnessing
from article3.line.problems import Contradicted, NoLine, Stranger

DOORS = {"take": "/exchange/v1/take", "hand_out": "/exchange/v1/hand-out", "bring": "/exchange/v1/bring",
         "fetch": "/exchange/v1/fetch", "host": "/exchange/v1/host", "head": "/exchange/v1/head",
         "cosign": "/exchange/v1/cosign"}  # fmt: skip
CONTENT_TYPE = "application/article3"
PATIENCE_S = 30
HANDS = {"take": centre.take, "hand_out": centre.hand_out, "bring": centre.bring, "fetch": centre.fetch,
         "host": centre.host, "head": witnessing.head, "cosign": witnessing.cosign}  # fmt: skip


class Http:
    """One connection to the Secretariat, opened again when it broke. Raises NoLine."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        assert parts.scheme in ("http", "https") and parts.hostname, f"{url!r} is not the address of a Secretariat"
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self._connection = kind(parts.hostname, parts.port, timeout=PATIENCE_S)
        self._under = parts.path.rstrip("/")

    def __call__(self, kind: str, data: bytes) -> bytes:
        """Ask at the door of this kind."""
        try:
            status, answer = self._asked(self._under + DOORS[kind], data)
        except (OSError, http.client.HTTPException) as broken:
            self._connection.close()
            raise NoLine(f"the Secretariat cannot be reached: {broken}") from broken
        if status != 200:
            raise NoLine(f"the Secretariat answered {status}: {_told(answer)}")
        return answer

    def _asked(self, path: str, data: bytes) -> tuple[int, bytes]:
        self._connection.request("POST", path, body=data, headers={"Content-Type": CONTENT_TYPE})
        response = self._connection.getresponse()
        answer = response.read(LARGEST_BYTES + 1)
        if len(answer) > LARGEST_BYTES:
            raise http.client.HTTPException("its answer is too large")
        return response.status, answer


def by_hand(kind: str, data: bytes, at: datetime | None = None) -> bytes:
    """The same request to the same functions, where one installation seats everybody."""
    try:
        return HANDS[kind](data, at)
    except (Forged, Malformed, Stranger, Contradicted) as wrong:
        raise NoLine(f"the Secretariat refused the request: {wrong or type(wrong).__name__}") from wrong


def by_hand_at(at: datetime) -> Callable[[str, bytes], bytes]:
    """The same, at an instant of one's own: for demos that play the past."""
    return lambda kind, data: by_hand(kind, data, at)


def _told(answer: bytes) -> str:
    try:
        return str(json.loads(answer)["title"])
    except (ValueError, KeyError, TypeError):
        return "no reason given"
