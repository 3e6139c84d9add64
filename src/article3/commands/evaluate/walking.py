"""A walk through a served demo, seat by seat: every link is followed, and every address of the site is knocked at.

The list of addresses is the program's own, so a new page cannot be missed: one that nobody reaches is said to be so.
"""

from __future__ import annotations

import html
import http.client
import itertools
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.urls import Resolver404, URLPattern, get_resolver, resolve

NO_PAGES = ("exchange/", "notices/", "screening/", "en/notices/", "health", "language/", "api/", "demo/", "^",
            "account/", "openapi", "webhooks/")  # fmt: skip
"""Answered to programs, or allauth's own; the rest of the addresses are pages somebody reads."""
TRIES = 60
"""Addresses tried for a page that no link leads to, with what stood in other links."""
LINK = re.compile(rb'(?:href|action)="([^"#]+)')
PER_ROUTE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: status, type, bytes and seconds."""

    status: int
    kind: str
    body: bytes
    seconds: float
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as one person sees it."""

    seat: str
    route: str
    address: str
    weight_bytes: int


@dataclass
class Visit:
    """One person's browser without a script: a connection that stays open, and its cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    line: http.client.HTTPConnection | None = None

    def get(self, address: str) -> Answer:
        """One request; redirects are not followed."""
        self.line = self.line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        began = time.perf_counter()
        try:
            got, body = self._asked(address)
        except (http.client.RemoteDisconnected, ConnectionError):  # kept open too long: once more on a new one
            self.line.close()
            got, body = self._asked(address)
        seconds = time.perf_counter() - began
        for said in got.headers.get_all("Set-Cookie") or []:
            name, _, value = said.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(status=got.status, kind=got.headers.get("Content-Type", ""), body=body, seconds=seconds,
                      to=got.headers.get("Location", ""))

    def _asked(self, address: str) -> tuple[http.client.HTTPResponse, bytes]:
        assert self.line is not None
        self.line.request("GET", address, headers={"Cookie": "; ".join(f"{a}={b}" for a, b in self.cookies.items())})
        got = self.line.getresponse()
        return got, got.read()

    def close(self) -> None:
        """End the connection."""
        if self.line:
            self.line.close()


def routes(patterns: Iterable[Any] | None = None, before: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every address there is that answers with a page, as it stands in the program, and its converters."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        text = before + str(each.pattern)
        if text.startswith(NO_PAGES):
            continue
        if isinstance(each, URLPattern):
            yield text, each.pattern.converters
        else:
            yield from routes(each.url_patterns, text)


@cache
def route_of(address: str) -> tuple[str, dict[str, Any]] | None:
    """The program's own name of an address and what stands in it; nothing for an address that is no page."""
    try:
        found = resolve(address.partition("?")[0])
    except Resolver404:
        return None
    return None if found.route.startswith(NO_PAGES) else (found.route, found.kwargs)


@dataclass
class Walk:
    """What one person has seen so far."""

    seat: str
    visit: Visit
    known: set[str]  # routes others of this seat and role have reached already
    sites: tuple[str, ...] = ()  # how the addresses of this seat begin
    pages: list[Page] = field(default_factory=list)
    met: dict[str, dict[str, None]] = field(default_factory=dict)  # what stood in links, by name
    taken: dict[str, int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def from_links(self, starts: Iterable[str]) -> None:
        """Follow every link within this seat's site, at most two of each kind."""
        waiting = list(starts)
        seen = set(waiting)
        while waiting:
            address = waiting.pop(0)
            for link in self._look(address):
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)

    def by_knocking(self) -> None:
        """Try the pages of this site that no link led to."""
        for route, converters in routes():
            if route.startswith(self.sites) and route not in self.taken and route not in self.known:
                for address in itertools.islice(self._filled(route, converters), TRIES):
                    self._look(address)
                    if route in self.taken:
                        break

    def _filled(self, route: str, converters: dict[str, Any]) -> Iterator[str]:
        names = list(converters)
        for values in itertools.product(*(self.met.get(name, {}) for name in names)):
            text = route
            for name, value in zip(names, values, strict=True):
                text = re.sub(rf"<(\w+:)?{name}>", value, text)
            yield f"/{text}"

    def _look(self, address: str) -> list[str]:
        found = route_of(address)
        if found is None or not found[0].startswith(self.sites) or self.taken.get(found[0], 0) >= PER_ROUTE:
            return []
        answer = self.visit.get(address)
        if answer.status in (301, 302) and answer.to.startswith("/"):
            return [answer.to]
        if answer.status >= 500:
            self.broken.append(f"status {answer.status}: {address} ({self.seat})")
        page = answer.kind.startswith("text/html") and b"<html" in answer.body
        if answer.status == 405 or (answer.status == 200 and not page):
            self.taken[found[0]] = PER_ROUTE  # only answers a form, or hands out a document or a part of a page
        if answer.status != 200 or not page:
            return []
        self.taken[found[0]] = self.taken.get(found[0], 0) + 1
        self.pages.append(Page(seat=self.seat, route=found[0], address=address, weight_bytes=len(answer.body)))
        return list(self._links(address, answer.body))

    def _links(self, address: str, body: bytes) -> Iterator[str]:
        for raw in LINK.findall(body):
            link = html.unescape(raw.decode())
            link = address.partition("?")[0] + link if link.startswith("?") else link
            found = route_of(link) if link.startswith("/") else None
            if found:
                for name, value in found[1].items():
                    self.met.setdefault(name, {})[str(value)] = None
                yield link
