"""The calendar behind a secret link; the one address of the interface that a calendar program asks without a key."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from article3 import wiring
from article3.sites.api import problems
from article3.sites.api.problems import Trouble
from article3.sites.page.operation import Operation, Parameter, Said

DESCRIBED = Operation(
    id="calendar", method="GET", path="/api/v1/calendar/{secret}.ics", tag="seat",
    summary="What falls due, as iCalendar, by a secret link an officer makes",
    parameters=(Parameter(name="secret", where="path", required=True, says="The secret of the link.",
                          schema={"type": "string", "pattern": "^[0-9a-f]{64}$"}),),
    answers={200: Said(says="RFC 5545.", media_type="text/calendar")}, problems=(404, 405))  # fmt: skip


@csrf_exempt
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The clocks, or the one answer for a link that shows nothing."""
    if request.method not in ("GET", "HEAD"):
        return problems.answer(Trouble("method", headers={"Allow": "GET, HEAD"}))
    found = wiring.calendar(secret)
    if found is None:
        return problems.answer(Trouble("absent"))
    return HttpResponse(found, content_type="text/calendar; charset=utf-8",
                        headers={"Content-Disposition": 'inline; filename="article3.ics"'})  # fmt: skip
