"""Who may knock where, what every answer carries, and the two plain pages: nothing there, and trouble."""

from __future__ import annotations

import logging
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template import loader
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.project.log_lines import fault
from article3.sites.api import problems
from article3.sites.page.spoken import refusal
from article3.terms.finding import Refused

log = logging.getLogger("article3")

OPEN_TO_ALL = ("/static/", "/public/", "/portal/", "/tour/", "/account/", "/demo/enter/", "/language/", "/exchange/v1/",
               "/notices/v1/", "/screening/v1/", "/api/", "/health", "/en/notices/data/countries")  # fmt: skip
PROGRAMS = "/api/v1/"
"""There even a fault of ours is told as a program reads it."""
PORTAL = "/portal/"
"""Whoever writes there may paste anything; the portal says what is wrong with it."""
TO_PROGRAMS = (PROGRAMS, "/exchange/v1/", "/notices/v1/", "/screening/v1/", "/en/notices/data/countries", "/health")
"""These answer for themselves, in their own form."""
OPEN_TO_SIGNED_IN = ("/seats/", "/programs/")
DOORS = {
    "/secretariat/": "secretariat",
    "/bureau/": "bureau",
    "/oversight/": "oversight",
    "/commission/": "commission",
    "/protective/": "desk",
    "/front_line/": "front",
    "/protection/": "protection",
    "/custodian/": "custodian",
}
"""Which kind of seat each site is for. A path without a door is open to nobody."""


class HeadersMiddleware:
    """Private answers are never kept by a browser or a proxy; the content policy is django-csp's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith("/static/"):
            response["Cache-Control"] = "no-store"
            if not request.path.startswith(PROGRAMS):  # there it says what its caller has read, for If-Match
                del response["ETag"]
        response["X-Frame-Options"] = "DENY"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        return response


class DoorsMiddleware:
    """A site opens only to its own seats: anybody else finds nothing there. No view can forget it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """None lets the request in."""
        if not request.path.startswith((*TO_PROGRAMS, PORTAL)) and _holds_a_null(request):
            raise BadRequest
        if request.path == "/" or request.path.startswith(OPEN_TO_ALL):
            return None
        if not request.user.is_authenticated:
            return redirect("account_login")
        if request.path.startswith(OPEN_TO_SIGNED_IN):
            return None
        return _through_a_door(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What the rules refuse and no form stood for: the same words, on a page of its own."""
        if not isinstance(exception, Refused) or request.path.startswith(TO_PROGRAMS):
            return None
        page = loader.render_to_string("refused.html", {"because": refusal(exception)}, request)
        return HttpResponse(page, status=409)


def _holds_a_null(request: HttpRequest) -> bool:
    """No address of ours holds the sign U+0000, and PostgreSQL takes it in no text. What is typed is for the forms."""
    return any("\x00" in each for each in (request.path, *(each for _, of in request.GET.lists() for each in of)))


def _through_a_door(request: HttpRequest) -> HttpResponse | None:
    door = next((kind for path, kind in DOORS.items() if request.path.startswith(path)), None)
    if door is not None and request.sitting is None:
        return redirect("seats")
    if door is None or request.sitting.seat.partition(":")[0] != door:
        raise Http404
    return None


def refuse_debug() -> None:
    """Raise RuntimeError when DEBUG is on: its pages show variables, and variables hold names. Tests may have it."""
    if settings.DEBUG:
        raise RuntimeError("article3 does not serve with DEBUG on")


def sitting(request: HttpRequest) -> dict[str, Any]:
    """For every template: who sits where, and whether this is a demo."""
    return {"sitting": getattr(request, "sitting", None), "demo": settings.DEMO}


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same bytes for absent and forbidden."""
    return HttpResponse(loader.render_to_string("not_found.html"), status=404)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is missing or too old."""
    return HttpResponse(loader.render_to_string("stale_form.html"), status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request no browser of ours sends."""
    if request.path.startswith(PROGRAMS):
        return problems.answer(problems.Trouble("query"))
    return HttpResponse(loader.render_to_string("not_found.html"), status=400)


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether this installation answers and its database does; nothing else, to anybody."""
    well = False
    with suppress(DatabaseError):
        well = wiring.answers()
    return JsonResponse({"status": "ok" if well else "trouble"}, status=200 if well else 503)


def trouble(request: HttpRequest) -> HttpResponse:
    """One page for every fault of ours, with a random reference that also stands in the log.

    The log says which kind of fault and in which line of the program; never what it said, which may hold a name.
    """
    mark = secrets.token_hex(4)
    kind, _, trace = sys.exc_info()
    log.error("trouble %s %s", mark, fault(kind, trace))
    if request.path.startswith(PROGRAMS):
        return problems.answer(problems.Trouble("trouble"))
    return HttpResponse(loader.render_to_string("trouble.html", {"mark": mark}), status=500)
