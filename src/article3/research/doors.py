"""Which addresses may be asked at all: public hosts only, whatever a name resolves to and wherever a source leads."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]


class Barred(Exception):
    """The address is not asked, with the reason in words."""


def parts_of(address: str) -> tuple[SplitResult, str, int]:
    """The parts of an address, its host and port. Raises Barred for what no source may name."""
    try:
        parts = urlsplit(address)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError as wrong:
        raise Barred(f"the address is not well-formed: {wrong}") from wrong
    if parts.scheme not in PORTS:
        raise Barred("only http and https addresses are asked")
    if not parts.hostname or parts.username is not None or "@" in parts.netloc:
        raise Barred("an address with a user name in it, or without a host, is not asked")
    return parts, parts.hostname, port


def resolved(host: str, port: int) -> list[str]:
    """Every address of a host name. Raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def open_to(host: str, port: int, *, internal: bool, resolve: Resolve = resolved) -> str:
    """The address to connect to: the first, once all of them are public. `internal`: the operator named this host and
    port as standing in the house. Raises Barred."""
    try:
        found = [ipaddress.ip_address(text.partition("%")[0]) for text in resolve(host, port)]
    except (OSError, UnicodeError) as wrong:
        raise Barred(f"the host {host} is not known") from wrong
    if not found:
        raise Barred(f"the host {host} has no address")
    if internal:
        return str(found[0])
    if port not in PORTS.values():
        raise Barred(f"port {port} is not asked: only 80 and 443")
    if not all(map(is_public, found)):
        raise Barred(f"the host {host} leads to an address inside a network")
    return str(found[0])


def is_public(address: Address) -> bool:
    """Whether anybody's machine could stand there; what hides an inner address in an outer one is not public."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64 or address.sixtofour is not None or address.teredo is not None:
            return False
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
    return address.is_global and not address.is_multicast and not address.is_reserved
