"""The library of decisions: searched by words and tags, read by anybody."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3.commission.register.papers import library
from article3.commission.site.portal.telling import GROUNDS, OUTCOMES


class Search(forms.Form):
    """Words and tags."""

    nothing_required = True
    words = forms.CharField(label=_("Words"), required=False, widget=forms.TextInput(attrs={"dir": "auto"}))
    ground = forms.ChoiceField(label=_("Ground"), required=False, choices=[("", _("Any")), *GROUNDS.items()])
    outcome = forms.ChoiceField(label=_("Outcome"), required=False, choices=[("", _("Any")), *OUTCOMES.items()])


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """What fits, a page at a time; a search that cannot be read finds nothing."""
    asked = {name: request.GET.get(name, "").replace("\x00", "") for name in ("words", "ground", "outcome")}
    page = int(given) if (given := request.GET.get("page", "1")[:9]).isascii() and given.isdigit() else 1
    rows, more = library.found(**asked, page=page)
    return render(request, "portal/decisions.html", {
        "form": Search(initial=asked, use_required_attribute=False), "page": page, "more": more,
        "rows": [(row, [GROUNDS.get(tag, tag) for tag in row.grounds], OUTCOMES[row.outcome]) for row in rows]})


@require_safe
def one(request: HttpRequest, number: str) -> HttpResponse:
    """One decision."""
    found = library.one(number)
    if found is None:
        raise Http404
    return render(request, "portal/decision.html", {
        "decision": found, "grounds": [GROUNDS.get(tag, tag) for tag in found.grounds],
        "outcome": OUTCOMES[found.outcome]})
