"""What the reviewer of a file may know of what is under seal about it: protection as yes or no, and what was given."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from article3.acts.facts_of_file import recordable
from article3.register.pages import NotFound
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.under_seal import FEEDBACKS, OPENS, carried_out
from article3.sites.secretariat.case import around, page_of
from article3.terms.communication import Reference
from article3.terms.sealed import Feedback, Opens, SealedId
from article3.wiring import confidence

ASKS = require_http_methods(["GET", "HEAD", "POST"])


class OpenForm(PaperForm):
    """What is to be opened, and why."""

    opens = forms.ChoiceField(label=_("What is to be opened?"), choices=list(OPENS.items()), widget=forms.RadioSelect)
    because = text_field(_("Why?"), rows=3, hint=_("Its giver reads this. Say nothing of the file."))


class TellForm(PaperForm):
    """What became of it."""

    feedback = forms.ChoiceField(label=_("What became of it?"), choices=list(FEEDBACKS.items()),
                                 widget=forms.RadioSelect)


class ReleaseForm(PaperForm):
    """A fact drawn from the content: yes or no, without a word that was given."""

    fact = forms.ChoiceField(label=_("Fact"))
    value = forms.ChoiceField(label=_("Value"), choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fact"].choices = [(name, name.replace("_", " ")) for name, kind in recordable().items()
                                       if kind is bool]


@require_safe
@absent_is_404
def under_seal(request: HttpRequest, reference: str) -> HttpResponse:
    """The page."""
    page = page_of(request.sitting, reference)
    return render(request, "secretariat/under_seal.html", {
        **around(request.sitting, page, timezone.localdate()), "tab": "case",
        "seal": confidence.under_seal(request.sitting, Reference(reference))})


@ASKS
@absent_is_404
def open_it(request: HttpRequest, reference: str, id: str) -> HttpResponse:
    """Ask its giver, and for an origin the custodian too."""
    form = OpenForm(request.POST if request.method == "POST" else None)
    return _act(request, reference, id, form, _("Ask to open it"), _("Asked. The answer appears here."), lambda said:
                confidence.ask_to_open(request.sitting, Reference(reference), SealedId(id), Opens(said["opens"]),
                                       said["because"]))


@ASKS
@absent_is_404
def tell(request: HttpRequest, reference: str, id: str) -> HttpResponse:
    """Feedback."""
    form = TellForm(request.POST if request.method == "POST" else None)
    return _act(request, reference, id, form, _("Tell its giver what became of it"),
                _("Kept. Its giver reads it at a later hour that dates nothing."), lambda said:
                confidence.tell_giver(request.sitting, Reference(reference), SealedId(id), Feedback(said["feedback"])))


@ASKS
@absent_is_404
def release(request: HttpRequest, reference: str, id: str) -> HttpResponse:
    """Draw a fact from it into the file."""
    form = ReleaseForm(request.POST if request.method == "POST" else None)
    return _act(request, reference, id, form, _("Draw a fact from it"),
                _("The fact is in the file, its origin hidden, to be used as its giver said."), lambda said:
                confidence.release_fact(request.sitting, Reference(reference), SealedId(id), said["fact"],
                                        said["value"] == "yes"))


def _act(request: HttpRequest, reference: str, id: str, form: forms.Form, title: Any, told: Any, act: Any
         ) -> HttpResponse:
    page = page_of(request.sitting, reference)
    if all(piece.id != id for piece in confidence.under_seal(request.sitting, Reference(reference)).pieces):
        raise NotFound
    if form.is_bound and form.is_valid() and carried_out(form, lambda: act(form.cleaned_data)):
        messages.success(request, told)
        return redirect("secretariat:under_seal", reference)
    return render(request, "secretariat/under_seal_act.html", {
        **around(request.sitting, page, timezone.localdate()), "tab": "case", "form": form, "title": title},
        status=422 if form.errors else 200)
