"""Absent and forbidden are the same page, whatever the view."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from article3.register.pages import NotFound

View = Callable[..., HttpResponse]


def absent_is_404(view: View) -> View:
    """What the Reader does not find is a page that is not there."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotFound as absent:
            raise Http404 from absent

    return guarded
