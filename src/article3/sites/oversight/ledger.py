"""Measures, records and drafts as oversight reads them: everything, and nothing to change."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.sites.page.absent import absent_is_404
from article3.terms.communication import BureauCode


@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """Every corrective measure with who signed what and why; those that wait for a signature on top."""
    return render(request, "oversight/measures.html", {
        "measures": wiring.measures(request.sitting), "today": timezone.localdate(), "bureaus": wiring.bureaus(),
        "questions": wiring.desk_questions(request.sitting)})


@require_safe
@absent_is_404
def record(request: HttpRequest, bureau: str) -> HttpResponse:
    """The internal record of a bureau, with its replies."""
    return render(request, "oversight/record.html", {
        "record": wiring.bureau_record(request.sitting, BureauCode(bureau)), "today": timezone.localdate()})


@require_safe
def drafts(request: HttpRequest) -> HttpResponse:
    """Drafts of rules: what each would have changed, and how the vote stands."""
    return render(request, "oversight/drafts.html", {"drafts": wiring.rule_drafts(request.sitting)})
