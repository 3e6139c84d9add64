"""Bytes in, bytes out: size and media type are looked at here, everything else where the signature is checked."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from article3.exchange.signing import Forged
from article3.exchange.wire import LARGEST_BYTES, Malformed
from article3.line import centre, witnessing
from article3.line.problems import Contradicted, Stranger
from article3.line.transport import CONTENT_TYPE
from article3.wiring import letter_box


@csrf_exempt  # nothing here goes by a cookie: the sender is the key
def take(request: HttpRequest) -> HttpResponse:
    """A bureau's messages."""
    return _answered(request, centre.take)


@csrf_exempt
def hand_out(request: HttpRequest) -> HttpResponse:
    """A bureau's pull."""
    return _answered(request, centre.hand_out)


@csrf_exempt
def bring(request: HttpRequest) -> HttpResponse:
    """A part of a paper a bureau brings."""
    return _answered(request, centre.bring)


@csrf_exempt
def fetch(request: HttpRequest) -> HttpResponse:
    """A part of a paper a bureau fetches."""
    return _answered(request, centre.fetch)


@csrf_exempt
def host(request: HttpRequest) -> HttpResponse:
    """A bureau's page of what its own country attests."""
    return _answered(request, centre.host)


@csrf_exempt
def letters(request: HttpRequest) -> HttpResponse:
    """The letter-box of the Commission."""
    return _answered(request, _letter_box)


def _letter_box(data: bytes) -> bytes:
    try:
        return letter_box.letters(data)
    except letter_box.Stranger as stranger:
        raise Stranger from stranger


@csrf_exempt
def head(request: HttpRequest) -> HttpResponse:
    """A witness asks for the newest head of the journal."""
    return _answered(request, witnessing.head)


@csrf_exempt
def cosign(request: HttpRequest) -> HttpResponse:
    """A witness brings its word."""
    return _answered(request, witnessing.cosign)


def _answered(request: HttpRequest, door: Callable[[bytes], bytes]) -> HttpResponse:
    if settings.SEAT:
        return _problem(404, "There is no Secretariat here.")
    if request.method != "POST":
        return _problem(405, "Only POST is known here.")
    if request.content_type != CONTENT_TYPE:
        return _problem(415, f"The content is not {CONTENT_TYPE}.")
    if not 0 < _length(request) <= LARGEST_BYTES:
        return _problem(413, f"A request says its length, at most {LARGEST_BYTES} bytes.")
    try:
        return HttpResponse(door(request.body), content_type=CONTENT_TYPE)
    except Forged as forged:
        return _problem(400, f"This is no signed message: {forged}.")
    except Stranger:
        return _problem(403, "The key speaks for no bureau today.")
    except Contradicted as contradicted:
        return _problem(409, f"Message {contradicted.number} was taken in before with other content.")
    except Malformed as malformed:
        return _problem(422, f"The message is not in its form: {malformed}.")


def _length(request: HttpRequest) -> int:
    stated = request.headers.get("Content-Length", "")
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 12 else 0


def _problem(status: int, title: str) -> HttpResponse:
    """RFC 9457; the titles are part of the protocol and are not translated."""
    body = json.dumps({"type": "about:blank", "title": title, "status": status})
    return HttpResponse(body, status=status, content_type="application/problem+json")
