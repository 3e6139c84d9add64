"""The oversight seat: figures without countries, the journal with officers as opaque ids, and its head."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from article3 import wiring
from article3.law import accounting
from article3.sites.page.heads import heads_page
from article3.sites.page.number import whole

LINES = 100


@require_safe
def heads(request: HttpRequest) -> HttpResponse:
    """The journal's heads and their witnesses."""
    return heads_page(request, "oversight/heads.html")


@require_http_methods(["GET", "HEAD", "POST"])
def landing(request: HttpRequest) -> HttpResponse:
    """What stands in the register by kind and state; the journal's head when it is asked for; the rules applied."""
    head = wiring.journal_head() if request.method == "POST" else None
    cells = wiring.figures(request.sitting)
    most = max((cell.files or 0 for cell in cells), default=0) or 1
    return render(request, "oversight/landing.html", {
        "head": head, "years": wiring.years(), "standings": accounting.totals().items(),
        "cells": [(cell, round(100 * (cell.files or 0) / most)) for cell in cells]})


@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """Entries in order, a page at a time."""
    after = request.GET.get("after", "")
    lines = wiring.journal_lines(request.sitting, after=-1 if (number := whole(after)) is None else number, most=LINES)
    return render(request, "oversight/journal.html", {
        "lines": lines, "next": lines[-1].sequence if len(lines) == LINES else None})
