"""What a request asks: values of its query by their description, its body by its record. Raises Trouble."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from django.http import HttpRequest
from django.http.request import RequestDataTooBig, UnreadablePostError

from article3.intake.json_text import parse
from article3.intake.problems import Unreadable
from article3.sites.api.problems import Place, Trouble, in_form
from article3.sites.page.operation import Operation
from article3.terms.sitting import Sitting

LARGEST_BYTES = 2_000_000
LARGEST_PAPER_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request of a program: who sits, what is in the address and the query, the body as it was sent."""

    sitting: Sitting
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: bytes
    read: str  # the ETag of what the caller has read; empty where it is not asked for


def query_of(request: HttpRequest, operation: Operation) -> dict[str, Any]:
    """The values of a query; what is not described or not of its kind is refused."""
    described = {each.name: each for each in operation.parameters if each.where == "query"}
    found: dict[str, Any] = {}
    for name in request.GET:
        if name not in described:
            raise Trouble("query", problems=[_place(f"/{name[:40]}", "unknown", "There is no such parameter.")])
        found[name] = _value(name, request.GET[name], described[name].schema)
    for name, each in described.items():
        if each.required and name not in found:
            raise Trouble("query", problems=[_place(f"/{name}", "missing", "It is needed.")])
    return found


def _value(name: str, text: str, schema: Mapping[str, Any]) -> Any:
    if schema["type"] == "integer":
        if not text.isascii() or not text.isdigit() or len(text) > 15:
            raise Trouble("query", problems=[_place(f"/{name}", "not_whole", "Write a whole number, digits only.")])
        if not schema.get("minimum", 0) <= int(text) <= schema.get("maximum", 10**15):
            raise Trouble("query", problems=[_place(f"/{name}", "out_of_bounds", "This number is out of bounds.")])
        return int(text)
    if "format" in schema:
        return _moment(name, text, str(schema["format"]))
    if "enum" in schema and text not in schema["enum"]:
        raise Trouble("query", problems=[_place(f"/{name}", "not_in_list", "Use one of the words offered.")])
    if len(text) > schema.get("maxLength", 400) or not text.isprintable():
        raise Trouble("query", problems=[_place(f"/{name}", "too_long", "Shorten it.")])
    return text


def _moment(name: str, text: str, form: str) -> date | datetime:
    """A day, or an instant of which a missing zone means UTC."""
    try:
        if form == "date":
            return date.fromisoformat(text)
        at = datetime.fromisoformat(text.replace(" ", "+"))  # a plus sign that nobody escaped
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        mend = "Write a day, such as 2026-05-17." if form == "date" else "Write an instant: 2026-05-17T09:30:00Z."
        raise Trouble("query", problems=[_place(f"/{name}", "no_day", mend)]) from None


def body_of(request: HttpRequest, body_type: str) -> bytes:
    """The bytes of a JSON body, or of a paper."""
    return _json_of(request) if body_type == "application/json" else _paper_of(request)


def _paper_of(request: HttpRequest) -> bytes:
    if request.content_type != "application/octet-stream":
        raise Trouble("not_bytes")
    try:
        body = request.read(LARGEST_PAPER_BYTES + 1)
    except UnreadablePostError:
        raise Trouble("form") from None
    if len(body) > LARGEST_PAPER_BYTES:
        raise Trouble("too_large")
    return bytes(body)


def _json_of(request: HttpRequest) -> bytes:
    if request.content_type != "application/json":
        raise Trouble("not_json")
    try:
        body = request.body
    except RequestDataTooBig:
        raise Trouble("too_large") from None
    except UnreadablePostError:
        raise Trouble("form") from None
    if len(body) > LARGEST_BYTES:
        raise Trouble("too_large")
    return body


def document(body: bytes) -> Any:
    """A body read strictly: no repeated field, nothing nested beyond measure."""
    try:
        return parse(body)
    except Unreadable as unreadable:
        raise in_form(unreadable.problems) from None


def record(body: bytes, kind: type) -> Any:
    """A body as the record it has to be."""
    try:
        return msgspec.convert(document(body), kind)
    except msgspec.ValidationError as wrong:
        said, _, at = str(wrong).partition(" - at ")
        pointer = at.strip("`").removeprefix("$").replace(".", "/").replace("[", "/").replace("]", "")
        raise Trouble("form", problems=[_place(pointer, "not_in_form", said)]) from None


def _place(pointer: str, code: str, mend: str) -> Place:
    return Place(pointer=pointer, code=code, mend=mend)
