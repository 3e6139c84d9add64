"""The front door and the choice of a seat. Everything else about signing in is allauth's."""

from __future__ import annotations

from allauth.account import views as account
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods

from article3.officers import demo_entry, roll
from article3.officers.middleware import SEAT_CHOSEN
from article3.terms.sitting import OfficerId

FRONT_PAGES = {
    "secretariat": "/secretariat/", "bureau": "/bureau/", "oversight": "/oversight/", "public": "/public/",
    "desk": "/protective/", "front": "/front_line/", "protection": "/protection/", "custodian": "/custodian/",
    "commission": "/commission/",
}  # fmt: skip
"""First page of each kind of seat."""


@require_GET
def front_door(request: HttpRequest) -> HttpResponse:
    """To the seat one sits in, to the choice of a seat, or to sign in; in a demo to its tour."""
    if request.sitting is not None:
        return redirect(FRONT_PAGES[request.sitting.seat.partition(":")[0]])
    if settings.DEMO and not request.user.is_authenticated:
        return redirect("tour:walks")
    return redirect("seats" if request.user.is_authenticated else "account_login")


@require_http_methods(["GET", "POST"])
def seats(request: HttpRequest) -> HttpResponse:
    """Choose a seat among one's mandates; with one mandate only there is nothing to choose."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    held = roll.chairs(OfficerId(request.user.opaque_id), timezone.now())
    if request.method == "POST":
        chosen = [chair.mandate for chair in held if str(chair.mandate) == request.POST.get("mandate")]
        if not chosen:
            raise Http404
        request.session[SEAT_CHOSEN] = chosen[0]
        return redirect("front_door")
    if len(held) == 1 and request.sitting is not None:
        return redirect("front_door")
    return render(request, "officers/seats.html", {"chairs": held})


def password(request: HttpRequest) -> HttpResponse:
    """Change one's password; who came in without one, by a demo's link, has none to change."""
    if request.user.is_authenticated and not request.user.has_usable_password():
        raise Http404
    return account.password_change(request)


@require_GET
def enter_demo(request: HttpRequest, token: str) -> HttpResponse:
    """A demo's link; anywhere else the page does not exist. `next` names the page to open, here and nowhere else."""
    if not demo_entry.enter(request, token):
        raise Http404
    wanted = request.GET.get("next", "")
    here = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return redirect(wanted if wanted.startswith("/") and here else "front_door")
