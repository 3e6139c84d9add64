"""The fixed copies of public texts: a search by words in any script; each as text, never as it was written."""

from __future__ import annotations

from datetime import UTC, datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from article3 import wiring
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm
from article3.sites.page.spoken import spoken
from article3.terms.finding import Refused

SHOWN_AT_ONCE = 20_000
"""Characters of one text on one page."""


class WordsForm(PaperForm):
    """Words in any script."""

    words = forms.CharField(
        label=_("Words"),
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("In any language and script; all of them must stand in the text."),
    )
    before = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
@absent_is_404
def texts(request: HttpRequest) -> HttpResponse:
    """Search the fixed copies kept for the cases this reviewer may read; by POST, so that no name is in an address."""
    form = WordsForm(request.POST if request.method == "POST" else None)
    found, after = None, None
    if form.is_bound and form.is_valid():
        try:
            found, after = wiring.find_texts(request.sitting, form.cleaned_data["words"],
                                             _instant(form.cleaned_data["before"]))  # fmt: skip
        except Refused as refused:
            form.add_error(None, spoken(refused.because))
    return render(
        request,
        "secretariat/texts.html",
        {"form": form, "found": found, "after": after},
        status=422 if form.is_bound and form.errors else 200,
    )


@require_safe
@absent_is_404
def fixed_copy(request: HttpRequest, sha256: str) -> HttpResponse:
    """One copy: what it is, and its texts page by page, as text and never as what they were written in."""
    kept = wiring.fixed_copy(request.sitting, sha256)
    place, part = _number(request.GET.get("text")), _number(request.GET.get("part"))
    shown = kept.texts[min(place, len(kept.texts) - 1)] if kept.texts else None
    text = shown.text if shown else ""
    parts = max(1, -(-len(text) // SHOWN_AT_ONCE))
    part = min(part, parts - 1)
    return render(request, "secretariat/fixed_copy.html", {
        "kept": kept, "shown": shown, "place": place, "part": part, "text": text[part * SHOWN_AT_ONCE:][:SHOWN_AT_ONCE],
        "next_part": part + 1 if part + 1 < parts else None, "listed": list(enumerate(kept.texts))[:200]})  # fmt: skip


@require_safe
@absent_is_404
def fixed_copy_bytes(request: HttpRequest, sha256: str) -> HttpResponse:
    """The bytes as they came, for download only: nothing in them is shown or run here."""
    content = wiring.fixed_copy_bytes(request.sitting, sha256)
    return HttpResponse(content, content_type="application/octet-stream", headers={
        "Content-Disposition": f'attachment; filename="{sha256[:16]}.bin"',
        "Content-Security-Policy": "sandbox; default-src 'none'"})  # fmt: skip


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if timezone.is_aware(found) else None
    except (ValueError, OverflowError):
        return None


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 0
