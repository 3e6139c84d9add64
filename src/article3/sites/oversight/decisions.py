"""One decision as it stood: the file as it was known then, without names, and what the journal says of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.sites.page.absent import absent_is_404
from article3.sites.page.timeline import timeline


@require_safe
@absent_is_404
def decision(request: HttpRequest, entry: int) -> HttpResponse:
    """The record that two reviewers signed, the findings they had before them, and what came after."""
    try:
        found = wiring.decision_as_it_stood(request.sitting, entry)
    except wiring.Erased:
        return render(request, "oversight/erased.html", {"entry": entry}, status=410)
    file = found.page.file
    given = {answer.rule: answer.outcome for answer in file.answers}
    findings = file.assessed.findings if file.assessed else ()
    open_first = sorted(findings, key=lambda finding: finding.outcome == "met")
    return render(request, "oversight/decision.html", {
        "found": found, "file": file, "review": file.review, "steps": timeline(file, request.sitting.officer),
        "rows": [(finding, given.get(finding.rule, "")) for finding in open_first]})
