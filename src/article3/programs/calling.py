"""One call to an address somebody else chose: only to public addresses, by TLS, without following anybody elsewhere.

The name is looked up once, every address it has must be public, and the connection goes to the address that was looked
at (no second look-up that could answer otherwise).
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer
from urllib.parse import SplitResult, urlsplit

PATIENCE_S, WHOLE_S = 5, 15
LONGEST_URL = 400


class NotThere(Exception):
    """The call cannot be made: a code that says why, and nothing of what was found there."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def address(url: str, *, loopback: bool = False) -> tuple[SplitResult, str]:
    """The parts of an address and the network address it may be called at. Raises NotThere.

    `loopback`: this machine may be called, and without TLS; for tests and for demos only.
    """
    parts = _parts(url, loopback)
    assert parts.hostname is not None
    try:
        found = socket.getaddrinfo(parts.hostname, _port(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotThere("no_such_name") from None
    hosts = [str(each[4][0]) for each in found]
    if not hosts or not all(_public(each, loopback) for each in hosts):
        raise NotThere("not_public")
    return parts, hosts[0]


def call(url: str, body: bytes, headers: Mapping[str, str], *, loopback: bool = False) -> int:
    """Send it and return the status of the answer, whose words nobody reads. Raises NotThere."""
    parts, host = address(url, loopback=loopback)
    connection = _connection(parts, host)
    end = Timer(WHOLE_S, _cut, [connection])
    end.start()
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", target, body=body, headers=dict(headers))
        return connection.getresponse().status
    except ssl.SSLError:
        raise NotThere("no_trust") from None
    except (OSError, http.client.HTTPException, ValueError):
        raise NotThere("no_answer") from None
    finally:
        end.cancel()
        connection.close()


def _parts(url: str, loopback: bool) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise NotThere("not_an_address") from None
    plain = url.isascii() and url.isprintable() and " " not in url and len(url) <= LONGEST_URL
    if not plain or not parts.hostname or parts.username or parts.password or parts.fragment:
        raise NotThere("not_an_address")
    if parts.scheme != "https" and not (loopback and parts.scheme == "http"):
        raise NotThere("not_https")
    if port is not None and port != 443 and port < 1024:
        raise NotThere("not_an_address")
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _public(host: str, loopback: bool) -> bool:
    found = ipaddress.ip_address(host.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inside = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        found = inside or found
    if found.is_loopback:
        return loopback
    return found.is_global and not found.is_multicast and found not in _NAT64


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _connection(parts: SplitResult, host: str) -> http.client.HTTPConnection:
    """To the address that was looked at; the certificate must be the name's."""
    assert parts.hostname is not None
    name, port = parts.hostname, _port(parts)
    if parts.scheme == "https":
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(
            name, port, timeout=PATIENCE_S, context=ssl.create_default_context())  # fmt: skip
    else:
        connection = http.client.HTTPConnection(name, port, timeout=PATIENCE_S)
    there = (host, port)
    connection._create_connection = lambda address, *rest: socket.create_connection(there, *rest)  # type: ignore[attr-defined]
    return connection


def _cut(connection: http.client.HTTPConnection) -> None:
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)
