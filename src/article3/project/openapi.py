"""The published description of every programming interface of an installation: OpenAPI 3.1, made from the tables the
addresses are made from; and the page that shows it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from article3.intake.schema import communication_schema
from article3.sites.api import problems
from article3.sites.api.calendar import DESCRIBED as CALENDAR
from article3.sites.api.operations import OPERATIONS
from article3.sites.exchange.described import DESCRIBED as EXCHANGE
from article3.sites.notices.described import DESCRIBED as NOTICES
from article3.sites.page.operation import Operation, Parameter, Said, Schema
from article3.sites.screening.described import DESCRIBED as SCREENING

_STATUS = {"type": "object", "properties": {"status": {"type": "string"}}, "required": ["status"]}
_PLAIN = {"type": "object", "required": ["type", "title", "status"], "properties": {
    "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}}}  # fmt: skip
"""A problem of the older services: RFC 9457 without a code of ours."""
_HEALTH = Operation(
    id="health", method="GET", path="/health", tag="health", summary="Does this installation answer?",
    answers={200: Said(says="It does, and its database does.", schema=_STATUS),
             503: Said(says="Its database does not.", schema=_STATUS)})  # fmt: skip
_ITSELF = Operation(
    id="openapi", method="GET", path="/api/v1/openapi.json", tag="seat", summary="This description",
    answers={200: Said(says="OpenAPI 3.1.", schema={"type": "object", "required": ["openapi", "paths"]})})  # fmt: skip
EVERYTHING: tuple[Operation, ...] = (*OPERATIONS, CALENDAR, _ITSELF, *NOTICES, *SCREENING, *EXCHANGE, _HEALTH)
REF = "#/components/schemas/{name}"
HEADERS = {
    "ETag": "The mark of what was shown; for If-Match and If-None-Match.",
    "Location": "Where it is.",
    "Idempotent-Replayed": "true when the change had been made before.",
    "Retry-After": "Seconds to wait.",
    "Allow": "The methods known here.",
    "WWW-Authenticate": "How to say who asks.",
}
SECURITY = {
    "key": {"type": "http", "scheme": "bearer", "description": "A key an officer makes at /programs/ for a program; it "
            "grants what the officer's mandate grants and ends with it."},
    "signature": {"type": "http", "scheme": "signature", "description": "The body itself is signed by the seat's key; "
                  "nothing stands in the headers."},
}  # fmt: skip
ABOUT = (
    "What a seat's officers do on pages its programs do here, by the same rules: what may not be read is not there "
    "(404, the same bytes), a change is an official act with its mandate, every reading and every act is an entry of "
    "the journal. Lists go by cursor and have no totals. A change wants an Idempotency-Key; a change to something that "
    "was read wants If-Match. What goes wrong is told by RFC 9457 in English, French, Spanish or Arabic."
)


def description() -> dict[str, Any]:
    """The whole description, the same for the same code."""
    paths: dict[str, Any] = {}
    for each in EVERYTHING:
        paths.setdefault(each.path, {})[each.method.lower()] = _operation(each)
    return {
        "openapi": "3.1.0",
        "info": {"title": "article3", "version": "1", "description": ABOUT, "license": {"name": "see LICENSE"}},
        "servers": [{"url": settings.PUBLIC_URL}],
        "tags": [{"name": name} for name in dict.fromkeys(each.tag for each in EVERYTHING)],
        "paths": paths,
        "components": {"schemas": _schemas(), "securitySchemes": SECURITY, "headers": {
            name: {"description": says, "schema": {"type": "string"}} for name, says in HEADERS.items()}},
    }  # fmt: skip


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """The description at its stable address, for anybody."""
    answer = JsonResponse(description(), json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The same for people: every operation, every problem; nothing is loaded from elsewhere."""
    tags: dict[str, list[Operation]] = {}
    for each in EVERYTHING:
        tags.setdefault(each.tag, []).append(each)
    known = [(code, status, title, detail) for code, (status, title, detail) in problems.CODES.items()]
    example = json.dumps(_example(), ensure_ascii=False, indent=1)
    return render(request, "api.html", {"tags": tuple(tags.items()), "problems": known, "example": example,
                                        "url": settings.PUBLIC_URL})  # fmt: skip


def _operation(each: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {
        "operationId": each.id, "tags": [each.tag], "summary": each.summary,
        "responses": {str(status): _said(said) for status, said in sorted(each.answers.items())}
        | {str(status): _problem(each, status) for status in sorted(each.problems)},
        "security": [{each.security: []}] if each.security else [],
    }  # fmt: skip
    if each.parameters:
        found["parameters"] = [_parameter(one) for one in each.parameters]
    if each.body_type:
        found["requestBody"] = {"required": True, "content": {each.body_type: {"schema": _schema(each.body)}}}
    return found


def _said(said: Said) -> dict[str, Any]:
    found: dict[str, Any] = {"description": said.says}
    if said.headers:
        found["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in said.headers}
    if said.schema is not None or said.media_type != "application/json":
        found["content"] = {said.media_type: {"schema": _schema(said.schema)} if said.schema is not None else {}}
    return found


def _problem(each: Operation, status: int) -> dict[str, Any]:
    ours = each.path.startswith("/api/v1/")
    titles = [str(title) for known, title, _ in problems.CODES.values() if known == status and ours]
    header = {401: "WWW-Authenticate", 405: "Allow", 429: "Retry-After"}.get(status)
    said = Said(says="; ".join(titles) or "A problem.", schema=problems.Problem if ours else _PLAIN,
                media_type=problems.MEDIA_TYPE)  # fmt: skip
    found = _said(said)
    if header and ours:
        found["headers"] = {header: {"$ref": f"#/components/headers/{header}"}}
    return found


def _parameter(one: Parameter) -> dict[str, Any]:
    return {"name": one.name, "in": one.where, "required": one.required or one.where == "path",
            "description": one.says, "schema": dict(one.schema)}  # fmt: skip


def _schema(schema: Schema) -> Any:
    return {"$ref": REF.format(name=schema.__name__)} if isinstance(schema, type) else schema


def _records(operations: Iterable[Operation]) -> list[type]:
    found = [each.body for each in operations] + [said.schema for each in operations for said in each.answers.values()]
    return [problems.Problem, *dict.fromkeys(each for each in found if isinstance(each, type))]


def _schemas() -> dict[str, Any]:
    """The records of the interface; documents of a communication by the schema of intake, its parts beside it."""
    _, parts = msgspec.json.schema_components(_records(EVERYTHING), ref_template=REF)
    whole = communication_schema()
    under = {f"communication_{name}": part for name, part in whole.pop("$defs").items()}
    del whole["$schema"], whole["$id"]
    parts |= _moved({"Communication": whole} | under)
    return dict(sorted(parts.items()))


def _moved(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: inner.replace("#/$defs/", "#/components/schemas/communication_")
                if name == "$ref" and isinstance(inner, str) else _moved(inner)
                for name, inner in value.items()}  # fmt: skip
    return [_moved(inner) for inner in value] if isinstance(value, list) else value


def _example() -> dict[str, Any]:
    return {"type": f"{settings.PUBLIC_URL}/api/#problem-absent", "code": "absent", "status": 404,
            "title": str(problems.CODES["absent"][1]), "detail": str(problems.CODES["absent"][2])}  # fmt: skip
