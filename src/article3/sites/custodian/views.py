"""The custodian: hands an origin over or refuses, says whether two are one person, reads the sealed log."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from article3.sites.page.absent import absent_is_404
from article3.sites.page.number import whole
from article3.sites.page.under_seal import WordForm, carried_out
from article3.terms.communication import Reference
from article3.terms.sealed import SealedId
from article3.wiring import confidence

ASKS = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@absent_is_404
def desk(request: HttpRequest) -> HttpResponse:
    """Everything that waits, and what was answered."""
    return render(request, "custodian/desk.html", {"desk": confidence.custodian_desk(request.sitting)})


@ASKS
@absent_is_404
def origin(request: HttpRequest, id: str, opening: str) -> HttpResponse:
    """One request to open an origin, which its giver has granted."""
    waiting = [each for each in confidence.custodian_desk(request.sitting).waiting if each.opening.id == opening]
    if not waiting:
        raise Http404
    form = WordForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if carried_out(form, lambda: confidence.hand_over_origin(
                request.sitting, SealedId(id), SealedId(opening), granted=said["granted"] == "yes",
                because=said["because"])):
            messages.success(request, _("Kept with its date. A refusal is kept like a grant."))
            return redirect("custodian:desk")
    return render(request, "custodian/origin.html", {"form": form, "waiting": waiting[0]},
                  status=422 if form.errors else 200)


@ASKS
@absent_is_404
def doubt(request: HttpRequest, reference: str, id: str) -> HttpResponse:
    """A question about a file and a person under seal."""
    found = confidence.doubt(request.sitting, Reference(reference), SealedId(id))
    form = WordForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        if carried_out(form, lambda: confidence.judge(
                request.sitting, Reference(reference), SealedId(id), yes=said["granted"] == "yes",
                because=said["because"])):
            messages.success(request, _("Your word is kept and has taken effect. You are not asked again."))
            return redirect("custodian:desk")
    return render(request, "custodian/doubt.html", {"form": form, "doubt": found},
                  status=422 if form.errors else 200)


@require_safe
@absent_is_404
def log(request: HttpRequest) -> HttpResponse:
    """Who asked what of the sealed files, the newest first."""
    lines = confidence.sealed_log(request.sitting, whole(request.GET.get("after", "")) or 0)
    return render(request, "custodian/log.html", {
        "lines": lines, "faults": confidence.sealed_faults(request.sitting),
        "next": lines[-1].number if len(lines) == 200 and lines[-1].number > 1 else None})
