"""The receipt code between two pages: in a cookie of the applicant's own browser, and nowhere on our side."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from article3.commission.lifecycle.receipt_code import is_whole

COOKIE = "article3-request"
PATH = "/portal/"
View = Callable[..., HttpResponse]


def carried(request: HttpRequest) -> str:
    """The code this browser carries; empty when it carries none."""
    code = request.COOKIES.get(COOKIE, "")
    return code if code.isascii() and code.isdigit() and is_whole(code) else ""


def carry(response: HttpResponse, code: str) -> HttpResponse:
    """Let the browser keep the code until it is closed or told to forget it."""
    response.set_cookie(COOKIE, code, path=PATH, httponly=True, samesite="Lax", secure=settings.HTTPS)
    return response


def forget(response: HttpResponse) -> HttpResponse:
    """Let the browser forget the code."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
    return response


def with_code(view: View) -> View:
    """The page is only for a browser that carries a code; anybody else is asked for it."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        code = carried(request)
        return view(request, code, *args, **kwargs) if code else redirect("portal:back")

    return guarded
