"""Search for a person among the files this reviewer may read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from article3 import wiring
from article3.access.why import Why
from article3.register.pages import Query
from article3.sites.page.search import SearchForm
from article3.sites.page.spoken import spoken
from article3.terms.finding import Refused


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """By name, birth date, nationality or document; by POST, so that no name stands in an address."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    page: Any = None
    if form.is_bound and form.is_valid():
        try:
            query = Query(**form.typed())
            page = wiring.reader(request.sitting, Why.EXAMINATION).search(query, request.POST.get("after", ""))
        except Refused as refused:
            form.add_error(None, spoken(refused.because))
    return render(request, "secretariat/search.html", {"form": form, "page": page, "searched": form.latin()},
                  status=422 if form.is_bound and form.errors else 200)
