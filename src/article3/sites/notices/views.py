"""The doors of the public notices service. Whatever is asked, the answer is JSON, readable from any page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page

from article3 import wiring
from article3.intake.countries import NAMES
from article3.sites.notices import written
from article3.sites.notices.asked import LARGEST_PAGE, asked, last_page, number

COLOURS = {name: colour for colour, name in written.LISTS.items()}
View = Callable[..., HttpResponse]


def for_programs(view: View) -> View:
    """GET and HEAD are answered, OPTIONS says so, anything else is not allowed; pages of any site may read along."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method in ("GET", "HEAD"):
            response = view(request, *args, **kwargs)
        elif request.method == "OPTIONS":
            response = HttpResponse(status=204)
            response["Access-Control-Allow-Headers"] = "*"
        else:
            response = HttpResponseNotAllowed(["GET", "HEAD", "OPTIONS"])
        response["Access-Control-Allow-Origin"] = "*"
        response["Allow"] = response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        return response

    return gzip_page(answered)


@for_programs
def notices(request: HttpRequest, colour: str) -> HttpResponse:
    """A page of one colour's notices. A page beyond the last is answered with the last and says so."""
    kind = COLOURS[colour]
    question = asked(kind, request.GET.dict())
    total = wiring.extracts_counted(question.wanted)
    page = min(question.page, last_page(total, question.per_page))
    first = (page - 1) * question.per_page
    most = min(question.per_page, LARGEST_PAGE - first)
    rows = wiring.extracts_found(question.wanted, first=first, most=most)
    return _answer(written.listed(kind, question, total, page, [written.summary(row) for row in rows]))


@for_programs
def notice(request: HttpRequest, colour: str, entity: str, *, persons: bool = True) -> HttpResponse:
    """One notice; the id with a dash."""
    return _of(colour, entity, written.detail, persons)


@for_programs
def images(request: HttpRequest, colour: str, entity: str, *, persons: bool = True) -> HttpResponse:
    """The pictures of a notice: none."""
    return _of(colour, entity, written.images, persons)


@for_programs
def about(request: HttpRequest, colour: str, entity: str, *, persons: bool = True) -> HttpResponse:
    """What the safeguards say of it, and its names in their own script."""
    return _of(colour, entity, written.about, persons)


@for_programs
def gone(request: HttpRequest, **_: Any) -> HttpResponse:
    """Nothing there: never was, is no longer, or is not public; one answer."""
    return _nothing()


@for_programs
def everything(request: HttpRequest) -> HttpResponse:
    """All extracts of the day, whatever their colour, from a cursor on: what the lists cut at 160 cannot give."""
    most = min(max(number(request.GET.get("limit")) or LARGEST_PAGE, 1), LARGEST_PAGE)
    rows = wiring.extracts_after(request.GET.get("after", ""), most=most + 1)
    shown = rows[:most]
    cursor = shown[-1].id if len(rows) > most else None
    notices = [{"colour": row.colour.value, "notice": written.detail(row), "about": written.about(row)}
               for row in shown]  # fmt: skip
    return _answer({"edition": _today(), "notices": notices, "after": cursor})


@for_programs
def changes(request: HttpRequest) -> HttpResponse:
    """From one edition to the next: removed, continued under a new id, added. Removals come without a reason."""
    try:
        since = date.fromisoformat(request.GET.get("since", ""))
    except ValueError:
        return _problem(400, _("since is the day of an edition you have read, such as 2026-01-31."))
    found = wiring.edition_step(since)
    if found is None and since.isoformat() == _today():
        return _answer({"since": _today(), "edition": _today(), "removed": [], "continued": {}, "added": []})
    if found is None:
        return _problem(404, _("The step from this edition is not kept. Read all notices anew and drop the others."))
    day, step = found
    return _answer({"since": step.since, "edition": day.isoformat(), "removed": list(step.removed),
                    "continued": step.continued, "added": list(step.added)})  # fmt: skip


@for_programs
def countries(request: HttpRequest) -> HttpResponse:
    """Country codes for a search form."""
    return JsonResponse([{"value": code, "name": name} for code, name in sorted(NAMES.items())], safe=False)


def _of(colour: str, entity: str, write: Callable[[wiring.PublicExtract], dict[str, Any]], persons: bool
        ) -> HttpResponse:  # fmt: skip
    found = wiring.public_extract(entity.replace("-", "/", 1))
    if found is None or found.colour is not COLOURS[colour] or (found.entity is None) is not persons:
        return _nothing()
    return _answer(write(found))


def _answer(body: dict[str, Any], status: int = 200) -> HttpResponse:
    return JsonResponse(body, status=status, content_type="application/json; charset=utf-8")


def _nothing() -> HttpResponse:
    return _problem(404, _("There is no such public notice."))


def _problem(status: int, sentence: str) -> HttpResponse:
    """An error as RFC 9457 says it."""
    body = {"type": "about:blank", "title": sentence, "status": status}
    return JsonResponse(body, status=status, content_type="application/problem+json")


def _today() -> str:
    return timezone.now().date().isoformat()
