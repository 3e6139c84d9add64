"""Retrospective reviews: progress as a picture, items by risk, the sample drawn by lot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.acts.close_retrospective_item import CloseRetrospectiveItem
from article3.acts.draw_sample import DrawSample
from article3.acts.start_retrospective import StartRetrospective
from article3.lifecycle.retrospective import SAMPLE_AT_MOST, Progress
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.order_view import OrderView
from article3.sites.secretariat.examine import FileView
from article3.terms.communication import Reference
from article3.terms.sitting import MandateRole

WIDTH_PX, ROUNDS_AT_START = 720, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One stretch of the picture; told apart by its shade and by its word, never by colour alone."""

    word: str | Promise
    count: int
    shade: str
    dress: str
    x: int
    width: int


@require_safe
@absent_is_404
def every(request: HttpRequest) -> HttpResponse:
    """All of them, the newest first."""
    return render(request, "secretariat/retrospectives.html", {
        "rows": wiring.retrospectives(request.sitting), "lead": _leads(request)})


@require_safe
@absent_is_404
def one(request: HttpRequest, retrospective: str) -> HttpResponse:
    """Progress, pace, and the items to look at or the sample."""
    review, progress = wiring.retrospective(request.sitting, Reference(retrospective))
    sample = request.GET.get("sample") == "1"
    page = wiring.item_page(request.sitting, review, sample=sample, after=request.GET.get("after", ""))
    return render(request, "secretariat/retrospective.html", {
        "review": review, "progress": progress, "parts": picture(progress), "width": WIDTH_PX, "frame": WIDTH_PX - 1,
        "sample": sample, "page": page, "lead": _leads(request)})


def picture(progress: Progress) -> list[Part]:
    """A stretch for each outcome on one line; what is left is the empty rest."""
    counts = ((_("stands"), progress.stands, "0.85", "stands"), (_("reopened"), progress.reopened, "0.45", "reopened"),
              (_("ended meanwhile"), progress.ended, "0.2", "ended"), (_("left"), progress.left, "0.04", "left"))
    parts, x = [], 0.0
    for word, count, shade, dress in counts:
        width = count * WIDTH_PX / progress.enrolled if progress.enrolled else 0
        parts.append(Part(word=word, count=count, shade=shade, dress=dress, x=round(x), width=round(width)))
        x += width
    return parts


def _leads(request: HttpRequest) -> bool:
    return request.sitting.role is MandateRole.LEAD


class StartForm(PaperForm):
    """The standard, its first day, and why."""

    standard = forms.CharField(label=_("Standard or edition"), max_length=200)
    since = day_field(_("It holds from"), hint=_("Decisions taken before this day are looked at again."))
    because = text_field(_("Why the stock is looked at"), rows=3)


class Start(OrderView):
    """A lead starts a retrospective review."""

    form_class = StartForm
    template_name = "secretariat/learn.html"
    told = _("Started. The stock is being enrolled; what the new text changes is reopened at once.")
    extra_context = {"title": _("Start a retrospective review"), "button": _("Start it"), "says": _(
        "The whole stock decided before the standard is listed by risk, whatever its age. Nothing is changed by this.")}

    def order(self, form: forms.Form) -> StartRetrospective:
        """The review."""
        return StartRetrospective(retrospective=wiring.new_reference(), **form.cleaned_data)

    def next_page(self, event: Any) -> str:
        """The review, with the first items already in it."""
        wiring.enrol_some(rounds=ROUNDS_AT_START)
        return reverse("secretariat:retrospective", args=(event.reference,))


class SampleForm(PaperForm):
    """How many, and by which seed."""

    size = forms.IntegerField(label=_("How many"), min_value=1, max_value=SAMPLE_AT_MOST)
    seed = forms.CharField(label=_("Seed"), max_length=200, help_text=_(
        "Any text fixed beforehand, such as the published result of a lottery. It is kept, so that anybody can draw "
        "the same again."))


class Sample(OrderView):
    """A lead draws a sample of items found in order."""

    form_class = SampleForm
    template_name = "secretariat/learn.html"
    told = _("The sample is drawn. Another reviewer looks at each item.")
    extra_context = {"title": _("Draw a sample"), "button": _("Draw"), "says": _(
        "From everything found in order and not drawn yet. Nobody chooses: the lot of an item is computed from the "
        "seed.")}

    def order(self, form: forms.Form) -> DrawSample:
        """The draw."""
        return DrawSample(retrospective=Reference(self.kwargs["retrospective"]), **form.cleaned_data)

    def next_page(self, event: Any) -> str:
        """The sample."""
        return reverse("secretariat:retrospective", args=(self.kwargs["retrospective"],)) + "?sample=1"


class CloseForm(PaperForm):
    """Whether it stands, and why."""

    stands = forms.ChoiceField(label=_("Under the standard"), widget=forms.RadioSelect, choices=[
        ("yes", _("the decision stands")), ("no", _("the decision is to be taken anew"))])
    because = text_field(_("Reason"), rows=3)


class CloseItem(FileView):
    """A reviewer who has read the file closes its item."""

    form_class = CloseForm
    title = _("Close an item of a retrospective review")
    told = _("The item is closed.")
    extra_context = {"button": _("Close it"), "says": _(
        "If it stands, your review of the file ends with this. If not, it stays with you: propose, and a second "
        "reviewer decides.")}

    def order(self, form: forms.Form) -> CloseRetrospectiveItem:
        """The closing."""
        return CloseRetrospectiveItem(reference=self.reference, retrospective=Reference(self.kwargs["retrospective"]),
                                      stands=form.cleaned_data["stands"] == "yes",
                                      because=form.cleaned_data["because"])

    def next_page(self, event: Any) -> str:
        """Back to the review."""
        return reverse("secretariat:retrospective", args=(self.kwargs["retrospective"],))
