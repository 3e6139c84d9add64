"""A way in without an account: for agencies, UN bodies and rights groups. The code is told once and is the only key.

A wrong code gets one answer, whatever is wrong with it; nothing is remembered between two pages, no cookie is set.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from article3.acts.ports import NotFound
from article3.sites.page.forms import PaperForm
from article3.sites.page.spoken import spoken
from article3.sites.page.under_seal import ChangeForm, DropForm, WordForm, carried_out
from article3.terms.finding import Refused
from article3.terms.sealed import GiverKind, SealedId
from article3.wiring import confidence

ASKS = require_http_methods(["GET", "HEAD", "POST"])
NO_SUCH_CODE = _("Nothing is found under this code. Check it sign by sign; letters may be small or capital.")
ACTS = ("read", "change", "withdraw", "answer")


class CodeForm(PaperForm):
    """The code that was told once, and what is to be done."""

    KNOWN = PaperForm.KNOWN | {"act", "opening", "text", "use", "granted", "because"}
    code = forms.CharField(label=_("Your code"), max_length=120, widget=forms.TextInput(attrs={
        "autocomplete": "off", "spellcheck": "false", "dir": "ltr"}))


@ASKS
def drop(request: HttpRequest) -> HttpResponse:
    """The form, then the code."""
    form = DropForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        code = carried_out(form, lambda: confidence.drop_information(
            said["person"], said["text"], said["use"], kind=GiverKind(said["kind"]), says_it_is=said["says_it_is"]))
        if code is not None:
            return render(request, "public/drop_code.html", {"code": " ".join(
                code[start : start + 4] for start in range(0, len(code), 4))})
    return render(request, "public/drop.html", {"form": form}, status=422 if form.errors else 200)


@ASKS
def come_back(request: HttpRequest) -> HttpResponse:
    """With the code: read, change, withdraw, answer a request to open. The code travels in the body, never elsewhere.
    """
    form = CodeForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return render(request, "public/drop_back.html", {"form": form}, status=422 if form.errors else 200)
    code = form.cleaned_data["code"]
    try:
        found = confidence.given_one(None, code=code)
    except NotFound:
        form.add_error("code", NO_SUCH_CODE)
        return render(request, "public/drop_back.html", {"form": form}, status=422)
    return _with(request, code, found)


def _with(request: HttpRequest, code: str, found: Any) -> HttpResponse:
    """Carry out what the page under the code asks for, then show it as it stands."""
    act = request.POST.get("act", "read")
    page = {"code": code, "change": ChangeForm(initial={"text": found.text, "use": found.use.value}),
            "word": WordForm(), "told": ""}
    try:
        if act == "withdraw":
            found, page["told"] = confidence.withdraw_information(None, code=code), _("Taken back.")
        elif act in ("change", "answer"):
            found = _changed(request, code, act, page) or found
    except Refused as refused:
        page["told"] = spoken(refused.because)
    return render(request, "public/drop_piece.html", {"piece": found, **page})


def _changed(request: HttpRequest, code: str, act: str, page: dict[str, Any]) -> Any:
    fields = {"change": ("text", "use"), "answer": ("granted", "because")}[act]
    typed = {name: request.POST.get(name, "") for name in fields}
    form = (ChangeForm if act == "change" else WordForm)(typed)
    if not form.is_valid():
        page["change" if act == "change" else "word"] = form
        return None
    said, page["told"] = form.cleaned_data, _("It is kept.")
    if act == "change":
        return confidence.change_information(None, said["text"], said["use"], code=code)
    return confidence.answer_opening(None, SealedId(request.POST.get("opening", "")), code=code,
                                     granted=said["granted"] == "yes", because=said["because"])
