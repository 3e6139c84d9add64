"""What a bureau gives in confidence: its pieces, requests to open them, change and withdrawal, what came of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from article3.sites.page.absent import absent_is_404
from article3.sites.page.spoken import refusal
from article3.sites.page.under_seal import ChangeForm, GiveForm, WordForm, carried_out
from article3.terms.finding import Refused
from article3.terms.sealed import SealedId
from article3.wiring import confidence

ASKS = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@absent_is_404
def given(request: HttpRequest) -> HttpResponse:
    """What this bureau gave, the latest first."""
    return render(request, "bureau/confidence.html", {"pieces": confidence.given(request.sitting)})


@ASKS
@absent_is_404
def give(request: HttpRequest) -> HttpResponse:
    """The form."""
    form = GiveForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        id = carried_out(form, lambda: confidence.give_information(
            request.sitting, said["person"], said["text"], said["use"]))
        if id is not None:
            messages.success(request, _("It is under seal. You find it here whenever you come back."))
            return redirect("bureau:confidence_piece", id)
    return render(request, "bureau/confidence_give.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@absent_is_404
def piece(request: HttpRequest, id: str) -> HttpResponse:
    """One piece: what it says, who asked to open it, what became of it."""
    found = confidence.given_one(request.sitting, id=SealedId(id))
    return render(request, "bureau/confidence_piece.html", {"piece": found})


@ASKS
@absent_is_404
def change(request: HttpRequest, id: str) -> HttpResponse:
    """Say it otherwise, or allow another use."""
    found = confidence.given_one(request.sitting, id=SealedId(id))
    form = ChangeForm(request.POST if request.method == "POST" else None,
                      initial={"text": found.text, "use": found.use.value})
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if carried_out(form, lambda: confidence.change_information(request.sitting, said["text"], said["use"],
                                                                   id=found.id)):
            messages.success(request, _("Changed. What it said before is kept and no longer used."))
            return redirect("bureau:confidence_piece", id)
    return render(request, "bureau/confidence_act.html", {"form": form, "piece": found, "title": _("Change it"),
                                                          "button": _("Change it")}, status=422 if form.errors else 200)


@require_POST
@absent_is_404
def withdraw(request: HttpRequest, id: str) -> HttpResponse:
    """Take it back."""
    try:
        confidence.withdraw_information(request.sitting, id=SealedId(id))
    except Refused as refused:  # it was taken back before, in another window
        messages.error(request, refusal(refused))
    else:
        messages.success(request, _("Taken back. Nobody reads it from now on."))
    return redirect("bureau:confidence_piece", id)


@ASKS
@absent_is_404
def answer(request: HttpRequest, id: str, opening: str) -> HttpResponse:
    """Grant or refuse a request to open."""
    found = confidence.given_one(request.sitting, id=SealedId(id))
    form = WordForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if carried_out(form, lambda: confidence.answer_opening(
                request.sitting, SealedId(opening), granted=said["granted"] == "yes", because=said["because"],
                id=found.id)):
            messages.success(request, _("Your answer is kept with its date."))
            return redirect("bureau:confidence_piece", id)
    asked = [each for each in found.openings if each.id == opening]
    return render(request, "bureau/confidence_act.html", {
        "form": form, "piece": found, "asked": asked, "title": _("Answer the request"), "button": _("Answer")},
        status=422 if form.errors else 200)
