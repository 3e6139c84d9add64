"""Puts `request.sitting`: who sits where, read from the tables anew at each request."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from article3.officers import demo_entry, roll
from article3.terms.sitting import OfficerId

SEAT_CHOSEN = "mandate"
"""Where the session keeps the number of the mandate chosen."""
OPEN_WITHOUT_SECOND_FACTOR = ("/account/", "/static/", "/public/", "/language/")
"""An officer without a second factor reaches nothing else."""


class SittingMiddleware:
    """`request.sitting` is a Sitting, or None for somebody not signed in or not seated."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.sitting = None
        if request.user.is_authenticated:
            if not request.user.is_active:
                logout(request)
            elif not _second_factor(request):
                if not request.path.startswith(OPEN_WITHOUT_SECOND_FACTOR):
                    return redirect("mfa_index")
            else:
                request.sitting = _sitting(request)
        return self.get_response(request)


def _second_factor(request: HttpRequest) -> bool:
    return demo_entry.entered(request) or is_mfa_enabled(request.user)


def _sitting(request: HttpRequest):
    now = timezone.now()
    chosen = request.session.get(SEAT_CHOSEN)
    if chosen is None:
        held = roll.chairs(OfficerId(request.user.opaque_id), now)
        if len(held) != 1:
            return None
        chosen = request.session[SEAT_CHOSEN] = held[0].mandate
    return roll.sitting(request.user.pk, chosen, now)
