"""The bureau's register of copies: what it holds, where each copy went, what waits for an answer after a recall."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from article3.line import copies as line
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.spoken import spoken
from article3.terms.finding import Refused

KINDS = {
    line.PlaceKind.SYSTEM: _("A system of ours"), line.PlaceKind.AGENCY: _("An agency at home"),
    line.PlaceKind.FILE: _("A paper or case file"), line.PlaceKind.BUREAU: _("Another bureau, by hand"),
}
PLACES = {**KINDS, line.PlaceKind.USE: _("Done on its strength")}
ANSWERS = {
    line.CopyAnswer.PURGED: _("Purged"), line.CopyAnswer.SUSPENDED: _("Suspended until it can be purged"),
    line.CopyAnswer.NEVER_HAD: _("Never had it"), line.CopyAnswer.ACTED_BEFORE: _("Acted on before"),
}


class GiveForm(PaperForm):
    """Where a copy went."""

    kind = forms.ChoiceField(label=_("Where did it go?"), choices=[(kind.value, word) for kind, word in KINDS.items()])
    place = forms.CharField(label=_("Name of the system, agency, file or bureau"), max_length=line.LONGEST_NAME)


class AnswerForm(PaperForm):
    """What was done with the copy at one place."""

    place = forms.ChoiceField(label=_("Which copy?"))
    answer = forms.ChoiceField(label=_("What was done with it?"),
                               choices=[(answer.value, word) for answer, word in ANSWERS.items()])
    done = text_field(_("If something had been done on it: what, where, when"), required=False)

    def __init__(self, places: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [(place, place) for place in places]  # type: ignore[attr-defined]


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Every copy: what is called back and not signed for stands first."""
    return render(request, "bureau/copies.html", {"copies": line.of(request.sitting)})


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, reference: str) -> HttpResponse:
    """One copy: where it went; a form to say where it goes, or what was done with it after the recall."""
    found = next((one for one in line.of(request.sitting) if one.item == reference), None)
    if found is None:
        raise Http404
    form = _form(found, request.POST if request.method == "POST" else None)
    if form is not None and form.is_bound and form.is_valid():
        try:
            _carry_out(request, found, form)
            return redirect("bureau:copy", reference)
        except Refused as refused:
            form.add_error(None, spoken(refused.because))
    places = [(place, PLACES[place.kind], ANSWERS[place.answer] if place.answer else "") for place in found.places]
    return render(request, "bureau/copy.html", {"copy": found, "form": form, "places": places},
                  status=422 if form is not None and form.errors else 200)


def _form(found: line.CopyShown, data: Any) -> PaperForm | None:
    if found.open:
        return AnswerForm([place.name for place in found.places if _asked_back(place)], data)
    return GiveForm(data) if not found.order and not found.lapsed else None


def _asked_back(place: Any) -> bool:
    return place.answer is None and place.kind not in (line.PlaceKind.BUREAU, line.PlaceKind.USE)


def _carry_out(request: HttpRequest, found: line.CopyShown, form: PaperForm) -> None:
    said = form.cleaned_data
    if found.open:
        answered = line.CopyAnswer(said["answer"])
        signed = line.answer(request.sitting, found.item, said["place"], answered, said["done"])
        messages.success(request, _("Your bureau has signed for the removal.") if signed else _("The answer is kept."))
    else:
        line.give(request.sitting, found.item, line.PlaceKind(said["kind"]), said["place"])
        messages.success(request, _("It is written down where the copy went."))
