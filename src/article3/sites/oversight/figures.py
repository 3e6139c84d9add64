"""Figures of a year: charts and tables, each number with the entries behind it; the report to take away."""

from __future__ import annotations

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.oversight.printed import as_html, as_typst
from article3.oversight.report import as_data
from article3.sites.page.absent import absent_is_404
from article3.sites.page.number import whole

MOST_ENTRIES = 200
"""Entries shown behind one number; the command prints all of them."""
KINDS = {"html": "text/html; charset=utf-8", "pdf": "application/pdf", "json": "application/json"}


@require_safe
@absent_is_404
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Every figure of a year."""
    found = wiring.report(request.sitting, year)
    return render(request, "oversight/year.html", {"found": found, "years": wiring.years()})


@require_safe
@absent_is_404
def calibration(request: HttpRequest, year: int) -> HttpResponse:
    """How well the gate was set in a year, with intervals."""
    return render(request, "oversight/calibration.html", {
        "year": year, "tables": wiring.calibration(request.sitting, year).items(), "years": wiring.years()})


@require_safe
@absent_is_404
def document(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """The report as a file: a page, a printed document, or data."""
    if kind not in KINDS:
        raise Http404
    found = wiring.report(request.sitting, year)
    if kind == "pdf":
        content = wiring.pdf(*as_typst(found))
    elif kind == "html":
        content = as_html(found).encode()
    else:
        content = (json.dumps(as_data(found), indent=2, ensure_ascii=False) + "\n").encode()
    answer = HttpResponse(content, content_type=KINDS[kind])
    answer["Content-Disposition"] = f'attachment; filename="report-{year}.{kind}"'
    return answer


@require_safe
@absent_is_404
def entries(request: HttpRequest, year: int, figure: str) -> HttpResponse:
    """The entries one number was counted from, officers as opaque ids."""
    row, column = request.GET.get("row", ""), request.GET.get("column", "")
    lines = wiring.entries_behind(request.sitting, year, figure, row,
                                  -1 if (number := whole(column)) is None else number)
    return render(request, "oversight/entries.html", {
        "lines": lines[:MOST_ENTRIES], "all": len(lines), "year": year, "figure": figure, "row": row})
