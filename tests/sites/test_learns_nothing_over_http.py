"""Promise P6 over HTTP: with and without the secret, every answer is the same: status, headers, body, to the byte.

Two runs of a random history: the same walk over every address of a seat's site, the public pages, the interface for
programs and the messages, with the same acts in between; in the second run there is a secret, and those who may know it
act on it. Planted leaks stand beside it.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from unittest import mock

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.utils import timezone

from article3 import wiring
from article3.acts.ports import NotFound
from article3.acts.request_notice import RequestNotice
from article3.acts.withdraw_notice import WithdrawNotice
from article3.officers import demo_entry, roll
from article3.register import sight
from article3.register.files import Files
from article3.register.models import File
from article3.terms.communication import Level
from article3.terms.finding import Refused
from article3.terms.reasons import WithdrawalCode
from article3.terms.sitting import MandateRole, Sitting
from tests import papers
from tests.access.test_every_route import routes
from tests.register.test_learns_nothing import (
    LEAKS,
    SECRETS,
    UNDECIDED,
    history,
    one_stream,
    replace_reference,
)
from tests.sites import leaky
from tests.sites.conftest import Office

HISTORIES = int(os.environ.get("ARTICLE3_HTTP_HISTORIES", "12"))
"""Random two-run histories over HTTP; before a release 500."""
STEPS = 14
SECRET, SENT = "5" * 32, "6" * 32
SILENT = {"Date", "Server-Timing", "Vary"}  # headers that say nothing of any content
ONCE = re.compile(rb'(name="csrfmiddlewaretoken" value="|nonce[-=]["\']?)[\w+/=-]+')
WORDS = ("corvane", "quillon", "anders", "dunya")


@dataclass
class World:
    """Everybody who looks, each with a browser; one of them has a program's key too."""

    office: Office
    low: Sitting
    browsers: dict[str, Client]
    key: str
    at: datetime


@pytest.fixture
def world(office: Office) -> World:
    """The office and an officer of XC who is cleared up to *restricted*."""
    officer = roll.enrol("low", nationality="XC", full_name="Officer Low")
    roll.give_mandate(officer, "bureau:XC", MandateRole.BUREAU_LEAD, clearance=Level.RESTRICTED, since=date(2020, 1, 1))
    low = roll.sitting_of(officer, "bureau:XC")
    browser = Client()
    browser.get(f"/demo/enter/{demo_entry.token(low.officer)}/")
    key = wiring.make_program_key("low", "bureau:XC", until=timezone.localdate() + timedelta(days=30))
    browsers = {"low": browser, "public": Client(), "attests": office.browsers["attests"]}
    return World(office=office, low=low, browsers=browsers, key=key, at=timezone.now())


SITES = {"low": ("bureau/", "seats/", "programs/"), "public": ("public/", "notices/v1/", "health"),
         "attests": ("protection/", "seats/")}  # fmt: skip
ADDRESSES = sorted(set(routes()))


def addresses(who: str, reference: str) -> list[str]:
    """Every address of a site, with this reference where one is asked for."""
    return [f"/{each}".replace("0" * 32, reference, 1) for each in ADDRESSES if each.startswith(SITES[who])]


def walk(world: World, who: str, references: list[str], chance: random.Random) -> Iterator[object]:
    """What one observer does and reads: pages, searches, guesses, the program's interface, messages, acts."""
    for _ in range(STEPS):
        reference = chance.choice(references)
        looks: dict[str, Callable[[], object]] = {
            "page": lambda reference=reference: _get(world, who, chance.choice(addresses(who, reference))),
            "record": lambda reference=reference: _get(world, who, f"/bureau/incoming/{reference}/"),
            "search": lambda: _get(world, who, f"/bureau/search/?name={chance.choice(WORDS)}"),
            "list": lambda: _get(world, who, chance.choice(("/bureau/", "/bureau/incoming/", "/bureau/asked/"))),
            "program": lambda reference=reference: _program(world, chance, reference),
            "post": lambda reference=reference: _post(world, who, chance.choice(addresses(who, reference))),
            "messages": lambda: [(one.posted_at, one.message) for one in wiring.deliver("XC", at=world.at)],
            "act": lambda reference=reference: _act(world, chance, references[0]),
            "beat": lambda: wiring.give_out(world.at) and None,
        }  # fmt: skip
        yield looks[chance.choice(sorted(looks) if who == "low" else ("page", "post", "act"))]()


def _get(world: World, who: str, address: str) -> object:
    return address, seen(world.browsers[who].get(address))


def _post(world: World, who: str, address: str) -> object:
    return address, seen(world.browsers[who].post(address, {"q": "corvane", "because": "We need it."}))


def _program(world: World, chance: random.Random, reference: str) -> object:
    address = chance.choice((
        "items", f"items/{reference}", f"items/{reference}/deliveries", "records", f"records/{reference}", "messages",
        "seat", "files/items.csv", "files/records.jsonl", f"cases/{reference}",
    ))  # fmt: skip
    return address, seen(Client().get(f"/api/v1/{address}", headers={"Authorization": f"Bearer {world.key}"}))


def _act(world: World, chance: random.Random, reference: str) -> object:
    """XC hands in a request about the same person, or whoever sent the first file withdraws it: the answer XC gets."""
    if chance.random() < 0.5:
        return _done(RequestNotice(communication=papers.communication("XC", reference=SENT)), world.low)
    source = File.objects.only("source").get(pk=reference).source
    gone = WithdrawNotice(reference=reference, code=WithdrawalCode.NO_LONGER_WANTED)  # type: ignore[arg-type]
    return _done(gone, papers.sitting(f"bureau:{source}", MandateRole.BUREAU_LEAD)) if source != "XA" else None


def _done(order: Any, sitting: Sitting) -> object:
    try:
        with transaction.atomic():
            return repr(wiring.perform(order, sitting=sitting))
    except (Refused, NotFound) as trouble:
        return repr(trouble)


def seen(answer: Any) -> object:
    """Everything of an answer that means something: what is drawn by lot for each answer is left out."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = sorted((name, ONCE.sub(rb"\1", value.encode())) for name, value in answer.headers.items()
                     if name not in SILENT)  # fmt: skip
    cookies = {name: "" if name == "csrftoken" else morsel.value for name, morsel in answer.cookies.items()}
    return answer.status_code, headers, cookies, ONCE.sub(rb"\1", body)


OBSERVERS = {
    **dict.fromkeys(SECRETS, ("low",)), **dict.fromkeys(UNDECIDED, ("low", "public", "attests")),
    "above clearance": ("low", "public"), "above clearance and ended": ("low", "public"),
}  # fmt: skip


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens within has not happened."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def told(world: World, seed: int) -> object:
    """The first answer in which the two runs of this history differ, with its secret; None when nobody can tell."""
    chance = random.Random(seed)
    name = chance.choice(sorted(SECRETS))
    who = chance.choice(OBSERVERS[name])
    files, secret = history(chance), replace_reference(SECRETS[name](), SECRET)
    references = [files[0].reference, SECRET, SECRET]
    runs: list[list[object]] = []
    with undone():
        Files(bureaus=tuple, order=None).add_many(files)
        for with_it in (False, True):
            with undone(), one_stream(), mock.patch("django.utils.timezone.now", lambda: world.at):
                mail.outbox.clear()
                if with_it:
                    Files(bureaus=tuple, order=None).add(secret)
                    _in_secret(world, chance=random.Random(seed))
                with one_stream():
                    runs.append([*walk(world, who, references, random.Random(seed)), len(mail.outbox)])
    return next(((name, who, pair) for pair in zip(*runs, strict=True) if pair[0] != pair[1]), None)


def _in_secret(world: World, chance: random.Random) -> None:
    """Those who may know it go on with it: its source withdraws it, or nothing happens."""
    if chance.random() < 0.5:
        order = WithdrawNotice(reference=SECRET, code=WithdrawalCode.NO_LONGER_WANTED)  # type: ignore[arg-type]
        _done(order, world.office.sittings["xa"])


@pytest.mark.parametrize("block", range(4))
def test_no_answer_tells_whether_there_is_a_secret(world: World, block: int) -> None:
    """Status, headers that mean something, cookies and bytes, over random walks of every address."""
    assert {seed: found for seed in range(block, HISTORIES, 4) if (found := told(world, seed))} == {}


REGISTER_LEAKS = ("a bar is forgotten", "levels are forgotten")


@pytest.mark.parametrize("leak", [*leaky.LEAKS, *REGISTER_LEAKS])
def test_every_leak_planted_in_the_answers_is_found(world: World, settings: Any, monkeypatch: Any, leak: str) -> None:
    """By some walk: the comparison sees statuses, headers, cookies, redirections, lengths, mails."""
    if leak in leaky.LEAKS:
        monkeypatch.setattr(leaky, "chosen", leaky.LEAKS[leak])
        settings.MIDDLEWARE = ["tests.sites.leaky.plant", *settings.MIDDLEWARE]
        for browser in world.browsers.values():
            browser.handler._middleware_chain = None
    else:
        LEAKS[leak](monkeypatch)
    assert sight is not None
    assert any(told(world, seed) for seed in range(40))
