"""The oversight seat: what can be checked today. Figures and single files without names follow with the reports."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from article3 import wiring
from article3.law import accounting


@require_http_methods(["GET", "HEAD", "POST"])
def landing(request: HttpRequest) -> HttpResponse:
    """The journal's head, computed when it is asked for, and how the rules are applied."""
    head = wiring.journal_head() if request.method == "POST" else None
    return render(request, "oversight/landing.html", {"head": head, "standings": accounting.totals().items()})
