"""The one door of the interface: key, pace, method, headers, body; then the view, and what stood in its way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from msgspec import json

from article3 import wiring
from article3.register.pages import NotFound
from article3.sites.api import asked, problems
from article3.sites.api.asked import Call
from article3.sites.api.problems import Trouble
from article3.sites.page.operation import Operation
from article3.terms.finding import Refused

LONGEST_TOKEN = 200
_encode = json.Encoder(order="sorted").encode


def door(operations: Mapping[str, Operation]) -> Callable[..., HttpResponse]:
    """The view of one address: an operation for each method."""
    allowed = ", ".join(sorted({*operations, "OPTIONS", *(["HEAD"] if "GET" in operations else [])}))

    @csrf_exempt  # nothing here goes by a cookie: the sender is the key
    def opened(request: HttpRequest, **path: str) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": allowed})
        operation = operations.get("GET" if request.method == "HEAD" else str(request.method))
        try:
            if operation is None:
                raise Trouble("method", headers={"Allow": allowed})
            return _served(request, operation, path)
        except NotFound:
            return problems.answer(Trouble("absent"))
        except wiring.Erased:
            return problems.answer(Trouble("erased"))
        except Refused as refused:
            return problems.answer(problems.refused(refused))
        except Trouble as trouble:
            return problems.answer(trouble)

    return opened


@csrf_exempt
def nothing(request: HttpRequest) -> HttpResponse:
    """No such address."""
    return problems.answer(Trouble("absent"))


def etag(record: Any) -> str:
    """The mark of what was shown, and of nothing that was not."""
    return f'"{hashlib.sha256(_encode(record)).hexdigest()[:32]}"'


def _served(request: HttpRequest, operation: Operation, path: Mapping[str, str]) -> HttpResponse:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    sitting = wiring.program_sitting(key.strip()) if scheme.lower() in ("bearer", "apikey") else None
    if sitting is None:
        raise Trouble("key", headers={"WWW-Authenticate": 'Bearer realm="article3"'})
    if wait_s := wiring.wait_s(key.strip()):
        raise problems.too_many(wait_s)
    query = asked.query_of(request, operation)
    if request.method in ("GET", "HEAD"):
        return _read(request, operation, Call(sitting=sitting, path=path, query=query, body=b"", read=""))
    token, read = _token(request, operation), request.headers.get("If-Match", "").strip()
    if operation.if_match and read in ("", "*"):  # anything at all is nothing read
        raise Trouble("unread")
    call = Call(sitting=sitting, path=path, query=query, body=asked.body_of(request, operation.body_type), read=read)
    return _changed(request, operation, call, token)


def _read(request: HttpRequest, operation: Operation, call: Call) -> HttpResponse:
    assert operation.view is not None
    shown = operation.view(call)
    mark, media_type = etag(shown), operation.answers[200].media_type
    if request.headers.get("If-None-Match", "") == mark:
        return HttpResponse(status=304, headers={"ETag": mark})
    if isinstance(shown, bytes):
        return HttpResponse(shown, content_type=f"{media_type}; charset=utf-8", headers={"ETag": mark})
    return HttpResponse(_encode(shown), content_type=media_type, headers={"ETag": mark})


def _changed(request: HttpRequest, operation: Operation, call: Call, token: str) -> HttpResponse:
    """Make the change once; an answer given again says so."""
    view = operation.view
    assert view is not None
    if not token:
        made = view(call)
    else:
        what = b"\n".join((str(request.method).encode(), request.path.encode(), call.read.encode(), call.body))
        try:
            made = wiring.change_once(call.sitting, token, what, lambda: view(call))
        except wiring.OtherQuestion:
            raise Trouble("other_request") from None
    headers = {"Location": made.location} if made.location else {}
    headers |= {"Idempotent-Replayed": "true"} if made.again else {}
    return HttpResponse(made.body.encode(), status=made.status, content_type="application/json", headers=headers)


def _token(request: HttpRequest, operation: Operation) -> str:
    token = request.headers.get("Idempotency-Key", "").strip()
    if operation.once and not (0 < len(token) <= LONGEST_TOKEN and token.isprintable()):
        raise Trouble("idempotency_key")
    return token
