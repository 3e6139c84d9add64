"""The pages of a refugee authority: a form of three minutes, a file for many, a second officer, what was done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from article3.intake.attestations import COLUMNS, LARGEST_BYTES, REQUIRED, STATUSES, BadRows, RowError
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.spoken import spoken
from article3.sites.page.under_seal import AttestForm, StandingForm, carried_out
from article3.terms.communication import CountryCode
from article3.terms.finding import Refused
from article3.terms.sealed import ProtectionUse, SealedId
from article3.wiring import protection

ASKS = require_http_methods(["GET", "HEAD", "POST"])


class BatchForm(PaperForm):
    """One CSV file."""

    file = forms.FileField(label=_("File"), help_text=_("CSV in UTF-8, one person a row. All rows are taken in, or "
                                                        "none."))


class BackForm(PaperForm):
    """Why it is not confirmed."""

    because = text_field(_("Reason"), rows=3)


@require_safe
@absent_is_404
def attestations(request: HttpRequest) -> HttpResponse:
    """Our own attestations, those that wait for a second officer first."""
    own = protection.attestations(request.sitting)
    own.sort(key=lambda each: each.attestation.waiting is None)
    return render(request, "protection/attestations.html", {"own": own})


@require_safe
@absent_is_404
def attestation(request: HttpRequest, id: str) -> HttpResponse:
    """One of them: whom, since when, towards which countries, and what was done."""
    found = protection.attestation(request.sitting, SealedId(id))
    waiting = found.attestation.waiting
    mine = waiting is not None and waiting.entered_by == request.sitting.officer
    return render(request, "protection/attestation.html", {"found": found, "known": found.attestation, "mine": mine})


@ASKS
@absent_is_404
def attest(request: HttpRequest) -> HttpResponse:
    """The form."""
    form = AttestForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        entered = carried_out(form, lambda: protection.attest(request.sitting, _entry(form.cleaned_data)))
        if entered:
            messages.success(request, _("Entered. It holds as soon as a second officer confirms it."))
            return redirect("protection:attestation", entered[0])
    return render(request, "protection/attest.html", {"form": form}, status=422 if form.errors else 200)


@ASKS
@absent_is_404
def batch(request: HttpRequest) -> HttpResponse:
    """A file; every error of every row at once."""
    form = BatchForm(request.POST or None, request.FILES or None)
    errors: tuple[RowError, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            entered = carried_out(form, lambda: protection.attest_batch(
                request.sitting, form.cleaned_data["file"].read(LARGEST_BYTES + 1)))
            if entered:
                messages.success(request, _("Every row is entered. Each holds once a second officer confirms it."))
                return redirect("protection:attestations")
        except BadRows as bad:
            errors = bad.errors
    return render(request, "protection/batch.html", {
        "form": form, "errors": errors, "columns": COLUMNS, "required": sorted(REQUIRED), "statuses": list(STATUSES)},
        status=422 if form.errors or errors else 200)


@require_POST
@absent_is_404
def confirm(request: HttpRequest, id: str) -> HttpResponse:
    """The second officer."""
    try:
        protection.confirm_attestation(request.sitting, SealedId(id))
        messages.success(request, _("Confirmed. It holds from now on."))
    except Refused as refused:
        messages.error(request, spoken(refused.because))
    return redirect("protection:attestation", id)


@ASKS
@absent_is_404
def send_back(request: HttpRequest, id: str) -> HttpResponse:
    """Not confirmed, with a reason."""
    form = BackForm(request.POST if request.method == "POST" else None)
    return _act(request, id, form, _("Send it back"), _("Sent back. It has no effect."), lambda said:
                protection.send_back_attestation(request.sitting, SealedId(id), said["because"]))


@ASKS
@absent_is_404
def change(request: HttpRequest, id: str) -> HttpResponse:
    """The status changed."""
    form = StandingForm(request.POST if request.method == "POST" else None)
    return _act(request, id, form, _("The status changed"),
                _("Entered. The change holds as soon as a second officer confirms it."), lambda said:
                protection.change_attestation(request.sitting, SealedId(id), STATUSES[said["status"]], said["since"],
                                              said["evidence"]))


def _act(request: HttpRequest, id: str, form: forms.Form, title: Any, told: Any, act: Any) -> HttpResponse:
    found = protection.attestation(request.sitting, SealedId(id))
    if form.is_bound and form.is_valid() and carried_out(form, lambda: act(form.cleaned_data)):
        messages.success(request, told)
        return redirect("protection:attestation", id)
    return render(request, "protection/act.html", {"form": form, "known": found.attestation, "title": title},
                  status=422 if form.errors else 200)


def _entry(said: dict[str, Any]) -> protection.Entry:
    return protection.Entry(
        person=said["person"], status=STATUSES[said["status"]], against=tuple(map(CountryCode, said["against"])),
        uses=frozenset(map(ProtectionUse, said["uses"])), directed=said["directed"] == "yes",
        evidence=said["evidence"], since=said["since"], until=said["until"])
