"""What reached this bureau: notices with their caveats, papers for download, the search, what it was asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from article3 import wiring
from article3.access.why import Why
from article3.register.pages import Attachment, NotFound, Query
from article3.sites.page.absent import absent_is_404
from article3.sites.page.search import SearchForm
from article3.sites.page.spoken import spoken
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting


@require_safe
def incoming(request: HttpRequest) -> HttpResponse:
    """What reached this bureau, the newest first."""
    eyes, after = wiring.reader(request.sitting, Why.INCOMING), request.GET.get("after", "")
    return render(request, "bureau/incoming.html", {
        "page": eyes.incoming(after), "after": after, "state": eyes.incoming_state(after)})


@require_safe
def still(request: HttpRequest) -> HttpResponse:
    """Asked by an open page: nothing while it still shows what is so; otherwise that it is to be loaded anew."""
    eyes, wanted = wiring.reader(request.sitting, Why.INCOMING), request.GET
    now = eyes.incoming_state(wanted.get("after", ""), only=wanted.get("only", ""))
    holds = now == wanted.get("state", "")
    return HttpResponse(status=204 if holds else 200, headers={} if holds else {"HX-Refresh": "true"})


@require_safe
@absent_is_404
def notice(request: HttpRequest, reference: str) -> HttpResponse:
    """One record as it reached this bureau; its caveats stand above and below it, in the same page."""
    eyes = wiring.reader(request.sitting, Why.INCOMING)
    found = eyes.published(Reference(reference))
    found = replace(found, communication=wiring.opened_for(request.sitting, found.communication))
    return render(request, "bureau/notice.html", {
        "notice": found, "only": reference, "state": eyes.incoming_state(only=reference)})


@require_safe
@absent_is_404
def attachment(request: HttpRequest, reference: str, sha256: str) -> HttpResponse:
    """A paper as opaque bytes, for download only."""
    paper, content = _paper(request.sitting, Reference(reference), sha256)
    named = f"attachment; filename={paper.sha256[:16]}; filename*=UTF-8''{quote(paper.name, safe='')}"
    return HttpResponse(content, content_type="application/octet-stream", headers={"Content-Disposition": named})


def _paper(sitting: Sitting, reference: Reference, sha256: str) -> tuple[Attachment, bytes]:
    """A paper of the record; of a free message one that came sealed with it."""
    eyes = wiring.reader(sitting, Why.INCOMING)
    try:
        return eyes.attachment(reference, sha256)
    except NotFound:
        return wiring.opened_paper(sitting, reference, eyes.published(reference).communication, sha256)


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Persons among what this bureau may read."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    page: Any = None
    if form.is_bound and form.is_valid():
        try:
            query = Query(**form.typed())
            page = wiring.reader(request.sitting, Why.POLICE_CHECK).search(query, request.POST.get("after", ""))
        except Refused as refused:
            form.add_error(None, spoken(refused.because))
    return render(request, "bureau/search.html", {"form": form, "page": page, "searched": form.latin()},
                  status=422 if form.is_bound and form.errors else 200)


@require_safe
def consultations(request: HttpRequest) -> HttpResponse:
    """What this bureau was asked about files it does not see."""
    page = wiring.reader(request.sitting, Why.CONSULTED).consultations(request.GET.get("after", ""))
    return render(request, "bureau/consultations.html", {
        "page": page, "letters": wiring.letters_of_commission(request.sitting), "today": timezone.localdate()})


