"""The Commission's side of the letter-box: letters are kept with the request, carried, and acknowledged.

A letter says what is asked or ordered about which file. Which request it belongs to is known here and nowhere else.
"""

from __future__ import annotations

import hashlib
import http.client
import secrets
from contextlib import suppress
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from article3.commission.acts.mandates import MEMBER, in_the_wing
from article3.commission.acts.take_in_letter import TakeInLetter, take_in_letter
from article3.commission.register import post, shelf
from article3.commission.register.router import COMMISSION
from article3.exchange import keys, signing, wire
from article3.terms.clocks import day_of
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.redress import Measured
from article3.terms.sitting import Sitting

SEAT = "commission"
DOOR, CONTENT_TYPE, PATIENCE_S = "/exchange/v1/letters", "application/article3", 30


class NoLine(Exception):
    """The Secretariat cannot be reached, or its answer is not its own; the letters wait."""


def carry(at: datetime | None = None) -> int:
    """Bring what is in the post and take in what waits; how many letters moved. Raises NoLine."""
    at = at or timezone.now()
    brought = post.in_the_post()
    answer = _asked({"letters": [{"id": one.id, "kind": one.kind, "body": one.body} for one in brought],
                     "have": post.arrived()}, at)  # fmt: skip
    with transaction.atomic(using=COMMISSION):
        post.receipts(answer["taken"], at)
    return len(brought) + sum(_taken_in(letter, at) for letter in answer["letters"])


def _taken_in(letter: dict[str, Any], at: datetime) -> int:
    """One letter with what it brings about, in one transaction; one we have changes nothing."""
    with transaction.atomic(using=COMMISSION):
        about = post.take_in(letter, at)
        if about:
            order = TakeInLetter(reference=Reference(about), kind=letter["kind"], body=letter["body"])
            take_in_letter(order, at=at, shelf=shelf.Shelf())
    return int(about is not None)


def leave_asked() -> tuple[dict[str, Any], ...]:
    """The Secretariat's questions whether something may be entered again, the latest first."""
    found = post.of_kind("leave_asked")
    given = post.sent_about([letter.id for letter in found])
    return tuple({"id": one.id, "at": one.at, "given": one.id in given, **one.body} for one in found)


def give_leave(sitting: Sitting, letter: str, at: datetime | None = None) -> None:
    """A member gives leave to enter what the Secretariat asked about. Raises NotFound for no such letter."""
    at = at or timezone.now()
    if not in_the_wing(sitting):
        raise shelf.NotFound
    if sitting.role is not MEMBER:
        raise Refused("Only a member of the Commission gives leave.", "Statute 39")
    with transaction.atomic(using=COMMISSION):
        asked = next((each for each in leave_asked() if each["id"] == letter), None)
        if asked is None or asked["given"]:
            raise shelf.NotFound
        order = secrets.token_hex(16)
        post.Post().send("order", {"id": order, "file": asked["file"], "measure": Measured.LEAVE.value, "text": "",
                              "due_on": day_of(at).isoformat()}, id=order, about=letter, at=at)  # fmt: skip
        shelf.Shelf().note("give_leave", officer=sitting.officer, reference=asked["file"], at=at)
    with suppress(NoLine):
        carry()


def _asked(body: dict[str, Any], at: datetime) -> dict[str, Any]:
    """One signed request and the body of the Secretariat's signed answer to exactly this request."""
    data = signing.sign("commission_letters", body, keys.own(SEAT))
    try:
        signed = signing.check(_carried(data))
    except signing.Forged as forged:
        raise NoLine(f"the answer is not signed as it should be: {forged}") from forged
    if keys.seat_of(signed.key, at) != keys.SECRETARIAT or signed.kind != "secretariat_letters":
        raise NoLine("the answer is not the Secretariat's")
    if signed.body.get("request") != hashlib.sha256(data).hexdigest():
        raise NoLine("the answer is to another request")
    return dict(wire.exact(signed.body, {"request", "taken", "letters"}))


def _carried(data: bytes) -> bytes:
    """Over HTTP from an installation of our own; from hand to hand where the Secretariat sits in this process."""
    if settings.SEAT != SEAT:
        try:
            return bytes(import_string(settings.LETTER_BOX)(data))
        except Exception as refused:
            raise NoLine(f"the Secretariat refused the letters: {type(refused).__name__} {refused}") from refused
    parts = urlsplit(settings.SECRETARIAT_URL)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    try:
        connection = kind(parts.hostname or "", parts.port, timeout=PATIENCE_S)
        connection.request("POST", parts.path.rstrip("/") + DOOR, body=data, headers={"Content-Type": CONTENT_TYPE})
        answer = connection.getresponse()
        content = answer.read(wire.LARGEST_BYTES + 1)
    except (OSError, http.client.HTTPException) as broken:
        raise NoLine(f"the Secretariat cannot be reached: {broken}") from broken
    if answer.status != 200:
        raise NoLine(f"the Secretariat answered {answer.status}")
    return content
