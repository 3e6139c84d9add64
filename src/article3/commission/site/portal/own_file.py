"""The applicant's own file after it was sent: where it stands, clocks, letters, messages and papers at one place."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext, override
from django.views.decorators.http import require_POST, require_safe

from article3.commission.letters import printed
from article3.commission.letters.letter import Letter, sheet
from article3.commission.letters.page import as_html
from article3.commission.letters.texts import TEXTS
from article3.commission.lifecycle.answers import to_revise
from article3.commission.lifecycle.application import PaperRole
from article3.commission.lifecycle.file_checks import can_be_kept, file_defects, too_large
from article3.commission.lifecycle.file_checks import paper as recorded
from article3.commission.lifecycle.heard import MessageKind
from article3.commission.lifecycle.receipt_code import in_groups
from article3.commission.register.papers import unsent
from article3.commission.site.portal.carried import carry, with_code
from article3.commission.site.portal.own_words import clock_of, grounds_in_english
from article3.commission.site.portal.telling import TOLD, WISHES, mend
from article3.commission.wiring import new_code
from article3.commission.wiring.applicant import Own, hear, own, own_letters, own_paper
from article3.commission.wiring.applicant import status_letter as issued
from article3.said import said
from article3.terms.finding import Refused

MOST_FILES = 10
View = Callable[..., HttpResponse]


def own_view(view: View) -> View:
    """The page gets the applicant's own file; without one it asks for the code."""

    @wraps(view)
    @with_code
    def guarded(request: HttpRequest, code: str, *args: Any, **kwargs: Any) -> HttpResponse:
        mine = own(code)
        return redirect("portal:back") if mine is None else view(request, mine, *args, code=code, **kwargs)

    return guarded


@require_safe
@own_view
def shown(request: HttpRequest, mine: Own, *, code: str) -> HttpResponse:
    """Where the request stands."""
    return _page(request, mine, code)


@require_POST
@own_view
def write(request: HttpRequest, mine: Own, *, code: str) -> HttpResponse:
    """A message, an answer, or whether a ruling is wished; with files."""
    kind = {each.value: each for each in MessageKind}.get(request.POST.get("kind", ""), MessageKind.MESSAGE)
    told, kept = [], []
    for file in request.FILES.getlist("file")[:MOST_FILES]:
        found = too_large(file.size or 0, PaperRole.ANNEX)
        content = b"" if found else file.read()
        found = found or file_defects(file.name or "", content, PaperRole.ANNEX, mine.papers)
        told += [mend(each) for each in found]
        kept += [(recorded(file.name or "", content, PaperRole.ANNEX), content)] if can_be_kept(found) else []
    try:
        hear(mine, kind, text=request.POST.get("text", ""), about=request.POST.get("about", ""),
             hidden="hidden" in request.POST, papers=[each for each, _content in kept],
             contents=[(each.digest, content) for each, content in kept])
    except Refused as refused:
        told.append(said(refused.because, get_language()))
        return _page(request, mine, code, mends=told, typed=request.POST.get("text", ""))
    now = own(code)
    assert now is not None
    return _page(request, now, code, mends=told, sent=True) if told else redirect("portal:request")


@require_POST
@own_view
def not_updated(request: HttpRequest, mine: Own, *, code: str) -> HttpResponse:
    """A country still acts on data that had to go."""
    try:
        hear(mine, MessageKind.NOT_UPDATED, about=request.POST.get("country", "")[:60],
             text=request.POST.get("text", ""))
    except Refused as refused:
        return _page(request, mine, code, mends=[said(refused.because, get_language())])
    return redirect("portal:request")


@require_safe
@own_view
def paper(request: HttpRequest, mine: Own, digest: str, *, code: str) -> HttpResponse:
    """A paper of one's own, as it was sent: for download only, never shown in the page (A19)."""
    found = own_paper(mine, digest)
    if found is None:
        raise Http404
    name, content = found
    return HttpResponse(content, content_type="application/octet-stream", headers={
        "Content-Disposition": _attachment(name), "Content-Security-Policy": "sandbox; default-src 'none'"})


@require_safe
@own_view
def letter(request: HttpRequest, mine: Own, letter: str, *, code: str) -> HttpResponse:
    """A letter as a page, in the language of the request."""
    return HttpResponse(as_html(sheet(_letter(mine, letter))))


@require_safe
@own_view
def letter_pdf(request: HttpRequest, mine: Own, letter: str, *, code: str) -> HttpResponse:
    """The same letter as a tagged document."""
    found = _letter(mine, letter)
    return HttpResponse(printed.pdf(sheet(found)), content_type="application/pdf",
                        headers={"Content-Disposition": f'attachment; filename="{found.kind.value}.pdf"'})


@require_POST
@own_view
def revise(request: HttpRequest, mine: Own, *, code: str) -> HttpResponse:
    """A new request, for the revision of the answered one, under a fresh code; what was said of the person stands."""
    if mine.file.answered_on is None:
        return _page(request, mine, code, mends=[gettext("Nothing is decided yet that could be revised.")])
    fresh, today = new_code(), timezone.localdate()
    unsent.begin(fresh, today)
    unsent.save(fresh, to_revise(mine.request.application, mine.request.reference[:16], mine.file.learned), today)
    return carry(redirect("portal:code"), fresh)


@require_POST
@own_view
def status_letter(request: HttpRequest, mine: Own, *, code: str) -> HttpResponse:
    """A fresh status letter, as a document to print and carry or as a page."""
    try:
        made = sheet(issued(mine))
    except Refused as refused:
        return _page(request, mine, code, mends=[said(refused.because, get_language())])
    if "pdf" in request.POST:
        return HttpResponse(printed.pdf(made), content_type="application/pdf",
                            headers={"Content-Disposition": 'attachment; filename="status-letter.pdf"'})
    return HttpResponse(as_html(made))


def _letter(mine: Own, wanted: str) -> Letter:
    found = next((each for each in own_letters(mine, grounds_in_english()) if each.id == wanted), None)
    if found is None:
        raise Http404
    return found


def _title(letter: Letter) -> str:
    with override(letter.language):
        return gettext(TEXTS[letter.kind].title)


def _attachment(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name)}"


def _page(request: HttpRequest, mine: Own, code: str, *, mends: list[str] | None = None, typed: str = "",
          sent: bool = False) -> HttpResponse:  # fmt: skip
    today, asked = timezone.localdate(), mine.request.application
    clocks = [clock_of(clock, today) for clock in mine.file.clocks if clock.done_on is None and clock.began_on]
    return render(request, "portal/own_file.html", {
        "mine": mine, "file": mine.file, "told": TOLD[mine.file.told], "wish": WISHES.get(asked.wish or "", ""),
        "reference": mine.request.reference, "code": in_groups(code), "clocks": clocks, "mends": mends or [],
        "typed": typed, "sent": sent,
        "questions": [asked for asked in mine.file.questions if asked.open],
        "letters": [(each, _title(each)) for each in own_letters(mine, grounds_in_english())],
        "done": [(clock_of(clock, today).name, clock.done_on) for clock in mine.file.clocks if clock.done_on]})

