"""Everybody of a demo at the pages of their seat: they walk, fill in forms, and write odd things into addresses."""

from __future__ import annotations

import random
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.core.signals import got_request_exception
from django.test import Client

from article3.commands.demo.served import people, receipt_codes
from article3.commands.evaluate.pages import SITES
from article3.commands.evaluate.walking import Answer, Walk, route_of
from tests.interfaces import fields
from tests.interfaces.tally import Tally

OF_THE_ACCOUNT = ("/account/2fa/", "/account/password/", "/account/reauthenticate/", "/account/2fa/totp/activate/",
                  "/account/2fa/recovery-codes/", "/account/2fa/webauthn/", "/account/login/", "/seats/")  # fmt: skip
LANGUAGES = ("en", "ar", "fr", "es")


_told: set[tuple[str, str]] = set()
"""Faults already told of."""


def _browser() -> Client:
    return Client(enforce_csrf_checks=True, raise_request_exception=False, SERVER_NAME="localhost")


@dataclass
class Seated:
    """One person's browser, inside this process; what it is answered is counted and judged."""

    name: str
    token: str  # of the link that lets an officer in
    code: str  # an applicant's
    tally: Tally
    client: Client = field(default_factory=_browser)

    def __post_init__(self) -> None:
        self.come_in()

    def come_in(self) -> None:
        """Through the door of the demo, or with a receipt code."""
        if self.code:
            self.client.cookies["article3-request"] = self.code
        if self.token:
            self.client.get(f"/demo/enter/{self.token}/")

    def get(self, address: str) -> Answer:
        """What a walk asks."""
        answer, took_s = self.ask("GET", address)
        return Answer(status=answer.status_code, kind=answer.get("Content-Type", ""), body=_body(answer),
                      seconds=took_s, to=answer.get("Location", ""))  # fmt: skip

    def ask(self, method: str, address: str, data: dict[str, Any] | None = None) -> tuple[Any, float]:
        """One request, counted, timed and judged."""
        faults: list[str] = []

        def noted(*_: Any, **__: Any) -> None:
            faults.append("".join(traceback.format_exception(*sys.exc_info(), limit=-4)))

        got_request_exception.connect(noted)
        began, worked = time.perf_counter(), time.process_time()
        try:
            answer = self.client.get(address) if method == "GET" else self.client.post(address, data or {})
        finally:
            got_request_exception.disconnect(noted)
        took_s, work_s = time.perf_counter() - began, time.process_time() - worked
        found = route_of(address)
        label = f"{method} /{found[0] if found else address.partition('?')[0][1:]} as {self.name}"
        self.tally.note(answer.status_code, label, took_s, work_s)
        if answer.status_code >= 500 and (label, faults[-1][-300:]) not in _told:
            _told.add((label, faults[-1][-300:]))
            self.tally.wrong.append(f"{answer.status_code} {label} {address[:200]} {_short(data)}\n{faults[-1]}")
        return answer, took_s


def _body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def _short(data: dict[str, Any] | None) -> str:
    return str({name: str(value)[:80] for name, value in (data or {}).items() if name != fields.SECRET})


def look_round(home: Path) -> tuple[list[dict[str, Any]], Tally]:
    """The pages each person finds, and what stood in their links."""
    tally = Tally()
    return [_walked(who) for who in _everybody(home, tally)], tally


def _walked(who: Seated) -> dict[str, Any]:
    """By links; what only a form leads to is found when it is sent."""
    kind = who.name.partition(" ")[0].partition(":")[0]
    walk = Walk(seat=who.name, visit=who, known=set(), sites=SITES[kind])  # type: ignore[arg-type]
    walk.from_links([f"/{site}" for site in walk.sites])
    return {"pages": [page.address for page in walk.pages], "met": {name: list(of) for name, of in walk.met.items()}}


def fill_in(home: Path, found: list[dict[str, Any]], most: int, chance: random.Random) -> Tally:
    """So many requests to the world at this home."""
    tally = Tally()
    everybody = [Seat(who=who, chance=chance, **its) for who, its in zip(_everybody(home, tally), found, strict=True)]
    tally.roles = len(everybody)
    while tally.requests < most:
        chance.choice(everybody).next()
    return tally


def _everybody(home: Path, tally: Tally) -> Iterator[Seated]:
    yield Seated("public", "", "", tally)
    for code in receipt_codes(home):
        yield Seated("applicant", "", code, tally)
    for person in people(home):
        yield Seated(f"{person.seat} {person.role}", person.token, "", tally)


@dataclass
class Seat:
    """What one person does next: the pages of their site, and the forms on them."""

    who: Seated
    chance: random.Random
    pages: list[str]
    met: dict[str, list[str]]

    def __post_init__(self) -> None:
        self.pages = self.pages + [each for each in OF_THE_ACCOUNT if self.who.token or "login" in each]
        self.who.client.cookies[settings.LANGUAGE_COOKIE_NAME] = self.chance.choice(LANGUAGES)

    def next(self) -> None:
        """A form filled in and sent, what it leads to looked at; or a page with something odd in its address."""
        address = self.chance.choice(self.pages)
        if self.chance.random() < 0.2:
            self.who.ask("GET", self._odd(address))
            return
        answer, _ = self.who.ask("GET", address)
        if answer.status_code in (301, 302):
            if self.who.token and answer["Location"].startswith("/account/login/"):
                self.who.come_in()
            return
        for form in self._some_forms(address, _body(answer)):
            self._send(form)

    def _some_forms(self, address: str, page: bytes) -> list[fields.Form]:
        """Two of the page's own; those of the frame around it (language, signing out) now and then."""
        own, frame = [], []
        for form in fields.forms_of(address, page):
            (frame if form.action.startswith(("/language/", "/account/logout/")) else own).append(form)
        if own and self.chance.random() < 0.95:
            return [self.chance.choice(own) for _ in range(2)]
        return [self.chance.choice(frame)] if frame and self.chance.random() < 0.2 else []

    def _send(self, form: fields.Form) -> None:
        data = fields.filled(form, self.chance, self.met)
        if form.method == "get":
            self.who.ask("GET", f"{form.action.partition('?')[0]}?{_query(data)}")
            return
        answer, _ = self.who.ask("POST", form.action, _sendable(data))
        to = answer.get("Location", "")
        if answer.status_code == 302 and to.startswith("/"):
            self.who.ask("GET", to)
            self.pages.append(to)

    def _odd(self, address: str) -> str:
        path, _, query = address.partition("?")
        said = dict(parse_qsl(query, keep_blank_values=True))
        names = [*said, *said, *fields.read_by_name()]
        if self.chance.random() < 0.2:
            parts = path.strip("/").split("/")
            parts[self.chance.randrange(len(parts))] = self.chance.choice(
                ("0", "1" * 30, "٣", "²", "0" * 32, "%00", "%ed%a0%80", "..", "x" * 300, "XA", "-1", "2026-02-30")
            )
            path = f"/{'/'.join(parts)}/"
        for name in self.chance.sample(names, self.chance.choice((1, 1, 2, 4))):
            said[name] = self.chance.choice(fields.ODD)
        return f"{path}?{_query(said)}"


def _query(data: dict[str, Any]) -> str:
    return urlencode(data, doseq=True, errors="surrogatepass")


def _sendable(data: dict[str, Any]) -> dict[str, Any]:
    """The test client writes UTF-8; what is none goes as its bytes."""
    return {_bytes(name): [_bytes(each) for each in value] if isinstance(value, list) else _bytes(value)
            for name, value in data.items()}  # fmt: skip


def _bytes(value: Any) -> Any:
    return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if isinstance(value, str) else value
