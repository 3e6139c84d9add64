"""Checking the signed code of a status letter: from the code alone, without a look into any file."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from article3.intake.status_letter import Misread, NotSigned, read


class Check(forms.Form):
    """The code and the document the traveller shows."""

    nothing_required = True
    code = forms.CharField(label=_("Code of the letter"), required=False, widget=forms.Textarea(
        attrs={"rows": 8, "dir": "ltr", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("Scan it, or type eight rows of three groups. Small and capital letters are the same."))
    document = forms.CharField(label=_("Number of the travel document"), required=False, help_text=_(
        "As it stands in the document the traveller shows you."),
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}))


@require_http_methods(["GET", "HEAD", "POST"])
def checked(request: HttpRequest) -> HttpResponse:
    """What the code says about the holder of that document today. Nothing is kept."""
    typed = {name: request.POST.get(name, "")[:600] for name in ("code", "document")}
    shown = {"form": Check(initial=typed, use_required_attribute=False), "result": "", "rows": ""}
    if request.method == "POST":
        shown |= _result(typed["code"], typed["document"])
    return render(request, "portal/checked.html", shown)


def _result(code: str, document: str) -> dict[str, object]:
    try:
        letter = read(code, settings.STATUS_LETTER_KEY())
    except Misread as misread:
        return {"result": "misread", "rows": ", ".join(map(str, misread.rows))}
    except NotSigned:
        return {"result": "not_signed"}
    if not letter.belongs_to(document):
        return {"result": "other_document"}
    return {"result": "holds" if letter.holds(timezone.localdate()) else "over", "letter": letter}
