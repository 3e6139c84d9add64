"""The query and its answer: what may be done, then who it may be; and the judgement whether it is the person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from article3.intake.mrz import MrzUnreadable, read_mrz
from article3.lifecycle.frontline import Traveller
from article3.sites.front_line.words import COMPARED, KEEP_FROM_SOURCE, MAY
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm
from article3.sites.page.order_view import OrderAtHome
from article3.sites.page.spoken import spoken
from article3.terms.communication import CountryCode
from article3.terms.finding import Refused
from article3.wiring import front_room, letter_room

LETTER_DAYS = 90


class QueryForm(PaperForm):
    """A machine readable zone, or what is known of the person."""

    nothing_required = True
    zone = forms.CharField(label=_("Machine-readable zone"), required=False, max_length=400, widget=forms.Textarea(
        attrs={"rows": 3, "dir": "ltr", "spellcheck": "false", "autocomplete": "off"}),
        help_text=_("The lines at the foot of the passport or card, as they stand."))
    name = forms.CharField(label=_("Name"), required=False, max_length=200,
                           widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}))
    birth_date = forms.CharField(label=_("Date of birth"), required=False, max_length=30)
    nationality = forms.CharField(label=_("Nationality"), required=False, max_length=2)
    document = forms.CharField(label=_("Document number"), required=False, max_length=60)

    def traveller(self) -> Traveller:
        """The person before the officer. Raises Refused with every fault of a zone that does not hold together."""
        said = {name: text.strip() for name, text in self.cleaned_data.items()}
        if said["zone"]:
            try:
                return front_room.traveller_of(read_mrz(said["zone"]))
            except MrzUnreadable as unread:
                raise Refused(str(unread)) from unread
        if not (said["name"] or said["document"]):
            raise Refused(str(_("Give the zone, a name or the number of a document.")))
        return Traveller(names=_some(said["name"]), birth_dates=_some(said["birth_date"]),
                         documents=_some(said["document"]),
                         nationalities=tuple(CountryCode(code.upper()) for code in _some(said["nationality"])))


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


@require_http_methods(["GET", "HEAD", "POST"])
def query(request: HttpRequest) -> HttpResponse:
    """One question; the answer stands above the form. By POST, so that no name stands in an address."""
    form = QueryForm(request.POST if request.method == "POST" else None)
    answer = None
    if form.is_bound and form.is_valid():
        try:
            answer = front_room.ask(request.sitting, form.traveller())
        except Refused as refused:
            form.add_error(None, spoken(refused.because))
    return render(request, "front_line/query.html", {
        "form": form, "answer": answer, "found": [shown(one) for one in answer.candidates] if answer else [],
    }, status=422 if form.is_bound and form.errors else 200)


def shown(one: front_room.Candidate) -> dict[str, Any]:
    """A record as the officer reads it: what may be done first, in the words of the country's own bureau."""
    effect = one.may.effect
    return {"one": one, "may": MAY[one.may.value], "law": effect.law if effect and one.may.reviewed else "",
            "text": effect.said(get_language() or "en") if effect and one.may.reviewed else ""}


@require_safe
@absent_is_404
def result(request: HttpRequest, reference: str) -> HttpResponse:
    """One result: the record as it stands now, what was judged, what may be done next."""
    found = front_room.result_of(request.sitting, reference)
    now = front_room.candidate_of(request.sitting, found)
    return render(request, "front_line/result.html", {
        "result": found, "now": shown(now) if now else None, "checks": front_room.checks_of(request.sitting, found),
        "compared": [COMPARED.get(name, name) for name in found.compared]})


class JudgeForm(PaperForm):
    """Is it the person, comparing what; is the source told."""

    same = forms.ChoiceField(label=_("Is it the person of the record?"), widget=forms.RadioSelect,
                             choices=[("yes", _("Yes, the person")), ("no", _("No, somebody else"))])
    compared = forms.MultipleChoiceField(label=_("What was compared?"), widget=forms.CheckboxSelectMultiple,
                                         choices=list(COMPARED.items()))
    keep = forms.ChoiceField(label=_("May the source not be told?"), required=False,
                             choices=list(KEEP_FROM_SOURCE.items()))


class ResultForm(OrderAtHome):
    """A form about one result, carried out at home."""

    template_name = "front_line/act.html"
    title: Any = ""
    lede: Any = ""
    button: Any = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Title, words and button of the page."""
        found = front_room.result_of(self.request.sitting, self.kwargs["reference"])
        return super().get_context_data(**kwargs) | {
            "title": self.title, "lede": self.lede, "button": self.button, "result": found}

    def found(self) -> Any:
        """The result this page is about."""
        return front_room.result_of(self.request.sitting, self.kwargs["reference"])

    def next_page(self, event: Any) -> str:
        """Back to the result."""
        return f"/front_line/results/{self.kwargs['reference']}/"


class Judge(ResultForm):
    """A candidate becomes the person, or somebody else."""

    form_class = JudgeForm
    title, button = _("Is it the person?"), _("Put it on file")
    lede = _("A result is a candidate until you have compared. “Somebody else” is remembered with the document, so "
             "that this traveller is not stopped again.")
    told = _("It is on file.")

    def order(self, form: forms.Form) -> dict[str, Any]:
        """The judgement."""
        said = form.cleaned_data
        return {"same": said["same"] == "yes", "compared": tuple(said["compared"]), "keep_from_source": said["keep"]}

    def carry_out(self, order: dict[str, Any]) -> Any:
        """At home; the source is told in the same moment, or not."""
        return front_room.judge_result(self.request.sitting, self.found(), **order)


@require_safe
@absent_is_404
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    """The signed letter for a traveller who was judged to be somebody else, to be printed or saved."""
    found = front_room.result_of(request.sitting, reference)
    until = timezone.localdate() + timedelta(days=LETTER_DAYS)
    try:
        text = letter_room.clearance_letter(request.sitting, found, until)
    except Refused as refused:
        told = {"refused": spoken(refused.because), "result": found}
        return render(request, "front_line/letter.html", told, status=422)
    return render(request, "front_line/letter.html", {"letter": text, "until": until, "result": found})


