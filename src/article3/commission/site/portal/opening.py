"""The first page, the receipt code, coming back with it, and leaving nothing on the device."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from article3.commission.lifecycle.receipt_code import as_typed, in_groups, lookup_of
from article3.commission.register.papers import unsent
from article3.commission.site.portal.carried import carried, carry, forget, with_code
from article3.commission.site.portal.telling import WISHES
from article3.commission.wiring import code_known, new_code
from article3.law.parameters import parameter


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """What can be asked, what it costs, what will not happen because of asking, how long it takes."""
    today = timezone.localdate()
    months = {name: parameter(f"commission.{name}_months", today) for name in ("admissibility", "access", "deletion")}
    return render(request, "portal/landing.html", {"wishes": WISHES.items(), "months": months,
                                                   "carries": bool(carried(request))})


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """A fresh code and an empty request under it."""
    fresh = new_code()
    unsent.forget(timezone.localdate())
    unsent.begin(fresh, timezone.localdate())
    return carry(redirect("portal:code"), fresh)


@require_safe
@with_code
def code(request: HttpRequest, code: str) -> HttpResponse:
    """The code to write down."""
    return render(request, "portal/code.html", {"groups": in_groups(code).split()})


@require_http_methods(["GET", "HEAD", "POST"])
def back(request: HttpRequest) -> HttpResponse:
    """Come back with a code. One answer for every code that opens nothing, after the same look-ups (A18)."""
    if request.method != "POST":
        return render(request, "portal/back.html", {"wrong": False})
    typed = as_typed(request.POST.get("code", ""))
    writing, sent = unsent.exists(lookup_of(typed)), code_known(typed)
    if not (writing or sent):
        return render(request, "portal/back.html", {"wrong": True})
    return carry(redirect("portal:request" if sent else "portal:next"), typed)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forget the code on this device."""
    return forget(redirect("portal:landing"))
