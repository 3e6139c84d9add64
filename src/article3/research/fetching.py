"""Fetching politely and warily: one host at a time and not too often, little, not long, and never inside a network."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import SplitResult, urljoin, urlunsplit
from urllib.robotparser import RobotFileParser

from article3.research.charsets import charset_of
from article3.research.doors import Barred, Resolve, open_to, parts_of, resolved
from article3.research.sources import Source

LARGEST_BYTES = 10 * 1024 * 1024
WAIT_S, WHOLE_S = 10, 30
MOST_REDIRECTS = 3
_MOVED = frozenset({301, 302, 303, 307, 308})
_ROBOTS_BYTES = 512 * 1024
_SAID = {
    401: "it asks for a password",
    403: "it refused us",
    404: "there is nothing at that address",
    410: "there is nothing at that address any more",
    429: "it says we ask too often",
}


class NotFetched(Exception):
    """Nothing was fetched, and why, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What the last answer at an address was known by, and the hash of the fixed copy it was kept under."""

    etag: str = ""
    modified: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """What an address answered. `unchanged`: the copy with this hash still holds, and nothing was sent."""

    address: str
    content: bytes = b""
    charset: str = ""
    validators: Validators = field(default_factory=Validators)
    unchanged: str = ""


class Memory(Protocol):
    """What is remembered of addresses between runs. Kept without the address itself, which may tell who is sought."""

    def validators(self, address: str) -> Validators:
        """Of the last answer whose copy is still here; empty ones when there is none."""

    def last_visit(self, host: str) -> float:
        """When the host was last asked, in seconds of the epoch; 0: never."""

    def visited(self, host: str, at: float) -> None:
        """The host was asked just now."""


class Fetcher:
    """Fetches for one run. `clock` and `sleep` are given by tests."""

    def __init__(
        self,
        memory: Memory,
        agent: str,
        *,
        resolve: Resolve = resolved,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._memory, self._agent, self._resolve, self._clock, self._sleep = memory, agent, resolve, clock, sleep
        self._robots: dict[str, RobotFileParser | str] = {}

    def fetch(self, source: Source, address: str, *, document: bool = False) -> Got:
        """What stands at an address. `document`: a page a source named, asked for only where robots.txt lets us.
        Raises NotFetched."""
        known = self._memory.validators(address)
        try:
            for _ in range(MOST_REDIRECTS + 1):
                if document:
                    self._require_let_in(source, address)
                response, content = self._asked(source, address, known)
                if response.status not in _MOVED:
                    return self._told(address, response, content, known)
                address = self._led_to(address, response)
        except Barred as wrong:
            raise NotFetched(f"Not asked: {wrong}.") from wrong
        except (OSError, http.client.HTTPException, zlib.error) as wrong:
            raise NotFetched(f"No answer: {wrong or type(wrong).__name__}.") from wrong
        raise NotFetched("It leads on and on: given up after three redirects.")

    def _told(self, address: str, response: http.client.HTTPResponse, content: bytes, known: Validators) -> Got:
        if response.status == 304 and known.sha256:
            return Got(address=address, unchanged=known.sha256, validators=known)
        if response.status != 200:
            raise NotFetched(f"It answered {response.status}: {_SAID.get(response.status, response.reason)}.")
        fresh = Validators(
            etag=response.headers.get("ETag") or "", modified=response.headers.get("Last-Modified") or ""
        )
        return Got(
            address=address,
            content=content,
            validators=fresh,
            charset=charset_of(response.headers.get("Content-Type") or ""),
        )

    @staticmethod
    def _led_to(address: str, response: http.client.HTTPResponse) -> str:
        onward = urljoin(address, response.headers.get("Location") or "")
        if address.startswith("https:") and not onward.startswith("https:"):
            raise Barred("it leads from https to an address anybody can read along")
        return onward

    def _asked(self, source: Source, address: str, known: Validators) -> tuple[http.client.HTTPResponse, bytes]:
        parts, host, port = parts_of(address)
        if not source.allows(host):
            raise Barred(f"the host {host} is not among those of the source {source.name}")
        own = parts_of(source.address)[1:]
        inner = open_to(host, port, internal=source.internal and (host, port) == own, resolve=self._resolve)
        self._wait(host, source.interval_s)
        headers = {"User-Agent": self._agent, "Accept-Encoding": "gzip", "Accept": "*/*"}
        if known.sha256 and known.etag:
            headers["If-None-Match"] = known.etag
        if known.sha256 and known.modified:
            headers["If-Modified-Since"] = known.modified
        return _got(_connection(parts, host, port, inner), parts, headers, self._clock)

    def _wait(self, host: str, interval_s: float) -> None:
        """Until the host was left alone for as long as its source's interval."""
        since = self._clock() - self._memory.last_visit(host)
        if 0 <= since < interval_s:
            self._sleep(interval_s - since)
        self._memory.visited(host, self._clock())

    def _require_let_in(self, source: Source, address: str) -> None:
        parts, host, _ = parts_of(address)
        if host not in self._robots:
            self._robots[host] = self._rules(source, urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", "")))
        rules = self._robots[host]
        if isinstance(rules, str):
            raise Barred(rules)
        if not rules.can_fetch(self._agent, address):
            raise Barred(f"the robots.txt of {host} asks programs to stay away from it")

    def _rules(self, source: Source, address: str) -> RobotFileParser | str:
        """RFC 9309: no such file lets everybody in, a host in trouble nobody."""
        rules = RobotFileParser()
        response, content = self._asked(source, address, Validators())
        if response.status >= 500 or response.status in _MOVED:
            return "its robots.txt cannot be read"
        lines = content[:_ROBOTS_BYTES].decode("utf-8", "replace").splitlines() if response.status == 200 else []
        rules.parse(lines)
        return rules


def _connection(parts: SplitResult, host: str, port: int, inner: str) -> http.client.HTTPConnection:
    """A connection to the very address that was looked at: what the name leads to a moment later does not count."""
    if parts.scheme == "https":
        made: http.client.HTTPConnection = http.client.HTTPSConnection(
            host, port, timeout=WAIT_S, context=ssl.create_default_context()
        )
    else:
        made = http.client.HTTPConnection(host, port, timeout=WAIT_S)
    made._create_connection = lambda _, *rest, **more: socket.create_connection(  # type: ignore[attr-defined]
        (inner, port), *rest, **more
    )
    return made


def _got(
    connection: http.client.HTTPConnection, parts: SplitResult, headers: dict[str, str], clock: Callable[[], float]
) -> tuple[http.client.HTTPResponse, bytes]:
    """The answer and its bytes, unpacked, never more than is read and never longer than it may take."""
    until = clock() + WHOLE_S
    try:
        connection.request("GET", urlunsplit(("", "", parts.path or "/", parts.query, "")), headers=headers)
        response = connection.getresponse()
        packed = (response.headers.get("Content-Encoding") or "").lower() in ("gzip", "x-gzip", "deflate")
        unpack = zlib.decompressobj(wbits=47) if packed else None
        found = bytearray()
        while part := response.read1(65_536):
            found += unpack.decompress(part, LARGEST_BYTES + 1 - len(found)) if unpack else part
            if len(found) > LARGEST_BYTES:
                raise http.client.HTTPException(f"the answer is larger than {LARGEST_BYTES // 1024 // 1024} MB")
            if clock() > until:
                raise http.client.HTTPException(f"the answer took longer than {WHOLE_S} seconds")
        return response, bytes(found)
    finally:
        connection.close()
