"""The desk's pages to read: lists, one request, its clocks, files, papers and log. Every look at a request is noted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from functools import wraps
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3.commission import wiring
from article3.commission.lifecycle.chamber import is_simple
from article3.commission.lifecycle.facts import admissibility, procedure
from article3.commission.lifecycle.timetable import clocks
from article3.commission.site.desk.offered import offered
from article3.commission.wiring.news import note_news
from article3.said import said
from article3.terms.communication import Reference
from article3.terms.finding import Refused

View = Callable[..., HttpResponse]


def absent_is_404(view: View) -> View:
    """Absent and forbidden are the same page."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except wiring.NotFound as absent:
            raise Http404 from absent

    return require_safe(shown)


@absent_is_404
def desk(request: HttpRequest) -> HttpResponse:
    """Everything that waits, urgent ones first."""
    return render(request, "commission/desk.html", _lines(wiring.desk(request.sitting)))


@absent_is_404
def mine(request: HttpRequest) -> HttpResponse:
    """The requests this member reports on."""
    return render(request, "commission/desk.html", _lines(wiring.desk(request.sitting, mine=True)))


@absent_is_404
def simple(request: HttpRequest) -> HttpResponse:
    """The lane of simple cases: requests for access, which the rapporteur may decide alone."""
    return render(request, "commission/desk.html", {"lane": True, **_lines(wiring.desk(request.sitting, simple=True))})


@absent_is_404
def session(request: HttpRequest) -> HttpResponse:
    """The list of the next session, in order."""
    found = wiring.planned(request.sitting)
    return render(request, "commission/session.html", {
        "planned": found, "today": timezone.localdate(), "names": wiring.names()})  # fmt: skip


@absent_is_404
def letters(request: HttpRequest) -> HttpResponse:
    """What the Secretariat asks: whether something may be entered again."""
    wiring.desk(request.sitting)
    return render(request, "commission/letters.html", {"asked": wiring.leave_asked()})


@absent_is_404
def request_page(request: HttpRequest, reference: str) -> HttpResponse:
    """One request whole: what was written, what was done, what the rules say, what may be done next."""
    found, today = wiring.request(request.sitting, reference), timezone.localdate()
    found = note_news(request.sitting, wiring.keep_watch(request.sitting, found))
    return render(request, "commission/request.html", {
        "file": found, "said": found.application, "clocks": clocks(found), "today": today, "names": wiring.names(),
        "admissibility": admissibility(found, today), "procedure": procedure(found, today),
        "simple": is_simple(found),
        "earlier": wiring.revised(request.sitting, found), "acts": offered(found, request.sitting)})  # fmt: skip


@absent_is_404
def clocks_page(request: HttpRequest, reference: str) -> HttpResponse:
    """How every date was computed, step by step."""
    found = wiring.request(request.sitting, reference, "clocks")
    return render(request, "commission/clocks.html", {"file": found, "clocks": clocks(found)})


@absent_is_404
def log(request: HttpRequest, reference: str) -> HttpResponse:
    """Who looked at or did something on this request."""
    rows = wiring.looks(request.sitting, reference)
    return render(request, "commission/log.html", {"reference": reference, "rows": rows, "names": wiring.names()})


@absent_is_404
def like(request: HttpRequest, reference: str) -> HttpResponse:
    """Earlier rulings on like grounds."""
    found = wiring.request(request.sitting, reference, "like rulings")
    return render(request, "commission/like.html", {"file": found, "found": wiring.like(request.sitting, found)})


class SearchForm(forms.Form):
    """Whom to look for in the Organization's files."""

    name = forms.CharField(label=_("Name"), required=False, max_length=200)
    birth_date = forms.CharField(label=_("Date of birth"), required=False, max_length=20)
    document = forms.CharField(label=_("Number of a paper"), required=False, max_length=60)


@absent_is_404
def search(request: HttpRequest, reference: str) -> HttpResponse:
    """Files that may be about the person, to be entered as identified; none is a result too."""
    found = wiring.request(request.sitting, reference, "identification")
    person = found.application.person
    first = {"name": f"{person.given_names} {person.family_name}".strip(), "document": person.document_number,
             "birth_date": person.born_on.isoformat() if person.born_on else ""}  # fmt: skip
    form = SearchForm(request.GET if "name" in request.GET else first)
    rows, trouble = (), ""
    try:
        rows = wiring.search(request.sitting, **form.cleaned_data) if form.is_valid() else ()
    except Refused as refused:
        trouble = said(refused.because, get_language())
    return render(request, "commission/search.html", {"file": found, "form": form, "rows": rows, "trouble": trouble})


@absent_is_404
def file(request: HttpRequest, reference: str, file: str) -> HttpResponse:
    """A file of the Organization: as it is known now, and as the task force knew it on a day."""
    found = wiring.request(request.sitting, reference, "file")
    day = _day(request.GET.get("known", ""))
    instant = timezone.make_aware(datetime.combine(day, time.max)) if day else None
    seen = wiring.seen(request.sitting, reference, Reference(file), instant)
    return render(request, "commission/file.html", {"file": found, "seen": seen, "day": day})


@absent_is_404
def paper(request: HttpRequest, reference: str, digest: str) -> HttpResponse:
    """A paper, for download only: nothing here opens it."""
    _name, content = wiring.paper(request.sitting, reference, digest)
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{digest[:16]}.bin"'
    return response


def _lines(lines: tuple[wiring.Line, ...]) -> dict[str, Any]:
    return {"lines": lines, "today": timezone.localdate(), "names": wiring.names()}


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
