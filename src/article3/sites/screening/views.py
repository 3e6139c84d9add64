"""The doors of the screening service. A key says who asks; every question is written to the journal."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.sites.screening import asked, written
from article3.sites.screening.asked import BadQuestion, Terms
from article3.terms.communication import Colour
from article3.terms.sitting import Sitting

View = Callable[..., HttpResponse]
LARGEST_OFFSET = 9_999
WORDS = 8


def with_key(*methods: str) -> Callable[[View], View]:
    """A view that only a key of an officer in a seat opens; one answer to every key that grants nothing."""

    def guard(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in methods:
                return _fault(405, f"This address takes {' and '.join(methods)}.")
            scheme, _, key = request.headers.get("Authorization", "").partition(" ")
            sitting = wiring.program_sitting(key.strip()) if scheme.lower() in ("apikey", "bearer") else None
            if sitting is None:
                return _fault(401, "A key is needed: Authorization: ApiKey <key>.")
            try:
                return view(request, sitting, *args, **kwargs)
            except BadQuestion as bad:
                return _fault(bad.status, str(bad))

        return opened

    return guard


@require_safe
def healthy(request: HttpRequest) -> HttpResponse:
    """The service answers."""
    return JsonResponse({"status": "ok"})


@with_key("GET")
def catalogue(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Which lists can be asked."""
    return JsonResponse(written.catalogue())


@with_key("GET")
def algorithms(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """How people are compared."""
    return JsonResponse(written.algorithms())


@with_key("POST")
def match(request: HttpRequest, sitting: Sitting, dataset: str) -> HttpResponse:
    """Each person asked for with the extracts that may be the same, under the caller's own keys."""
    asked.require_dataset(dataset)
    terms = asked.terms(request.GET)
    responses = {key: _matched(query, sitting, terms) for key, query in asked.questions(request.body).items()}
    return JsonResponse({"responses": responses, "limit": terms.limit})


@with_key("GET")
def search(request: HttpRequest, sitting: Sitting, dataset: str) -> HttpResponse:
    """Extracts that hold every word asked for, in any script they show; likeness is asked under match."""
    asked.require_dataset(dataset)
    terms, query = asked.terms(request.GET, least=10), request.GET
    offset = offset_of(query.get("offset", ""))
    words = tuple(query.get("q", "").split())[:WORDS]
    try:
        persons, only = asked.whom(query.get("schema", ""), terms), terms.only
    except LookupError:
        persons, only = None, frozenset()
    wanted = wiring.Wanted(colours=tuple(Colour), words=words, nationality=query.get("countries", "")[:4],
                           persons=persons, only=only, without=terms.without)
    total = wiring.extracts_counted(wanted)
    rows = wiring.extracts_found(wanted, first=offset, most=terms.limit)
    wiring.note_search(sitting, [row.id for row in rows])
    return JsonResponse({
        "limit": terms.limit, "offset": offset, "total": {"value": total, "relation": "eq"}, "facets": {},
        "results": [written.entity(row, nested=False) for row in rows]})  # fmt: skip


@with_key("GET")
def entity(request: HttpRequest, sitting: Sitting, entity: str) -> HttpResponse:
    """One person or organization of the list; an id of an earlier edition leads to today's."""
    found = wiring.read_extract(asked.extract_id(entity), sitting)
    if found is None:
        return _moved(entity)
    return JsonResponse(written.entity(found, nested=request.GET.get("nested", "true").lower() != "false"))


@with_key("GET")
def adjacent(request: HttpRequest, sitting: Sitting, entity: str, name: str = "") -> HttpResponse:
    """What hangs on a person or organization: the sanctions."""
    found = wiring.read_extract(asked.extract_id(entity), sitting)
    if found is None or name not in ("", "sanctions"):
        return _fault(404, "No such entity!")
    rows = written.sanctions(found)
    about = {"results": rows, "total": {"value": len(rows), "relation": "eq"}, "limit": len(rows), "offset": 0}
    whole = {"entity": written.entity(found, nested=False), "adjacent": {"sanctions": about}}
    return JsonResponse(about if name else whole)


def nothing(request: HttpRequest) -> HttpResponse:
    """No such address."""
    return _fault(404, "Not found.")


def offset_of(text: str) -> int:
    """Where a page begins. Raises BadQuestion for no number, or one too far on."""
    if text and (not text.isascii() or not text.isdigit() or int(text[:9]) > LARGEST_OFFSET):
        raise BadQuestion(400, f"offset is a whole number up to {LARGEST_OFFSET}.")
    return int(text or 0)


def _matched(query: dict[str, Any], sitting: Sitting, terms: Terms) -> dict[str, Any]:
    schema = str(query.get("schema", "Person"))
    found: tuple[wiring.Candidate, ...] = ()
    persons, entities = schema in asked.PERSONS and terms.persons, schema in asked.ENTITIES and terms.entities
    if persons or entities:
        found = wiring.screen_extracts(asked.particulars(query), sitting, least=terms.cutoff, most=terms.limit,
                                       keeps=None if terms.all else terms.keeps, persons=persons, entities=entities)
    return {
        "status": 200, "results": [written.scored(each, terms) for each in found],
        "total": {"value": len(found), "relation": "eq"},
        "query": {"id": query.get("id"), "schema": schema, "properties": query["properties"]},
    }  # fmt: skip


def _moved(entity: str) -> HttpResponse:
    now = wiring.extract_successor(asked.extract_id(entity))
    if now is None:
        return _fault(404, "No such entity!")
    answer = HttpResponsePermanentRedirect(reverse("screening:entity", args=[f"art3-{now.replace('/', '-')}"]))
    answer.status_code = 308
    return answer


def _fault(status: int, detail: str) -> HttpResponse:
    answer = JsonResponse({"detail": detail}, status=status)
    if status == 401:
        answer["WWW-Authenticate"] = "ApiKey"
    return answer
