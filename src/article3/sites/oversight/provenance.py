"""Where a decision comes from, for other programs, as oversight may read it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.access.why import Why
from article3.sites.page.absent import absent_is_404
from article3.sites.page.provenance import as_prov


@require_safe
@absent_is_404
def provenance(request: HttpRequest, entry: int) -> HttpResponse:
    """The decisions on the file as they were known at that entry of the journal."""
    try:
        told = wiring.decision_as_it_stood(request.sitting, entry).entry
        found = wiring.provenance_of(request.sitting, Why.OVERSIGHT, told.reference, told.at)
    except wiring.Erased:
        return render(request, "oversight/erased.html", {"entry": entry}, status=410)
    return as_prov(found, told.reference)
