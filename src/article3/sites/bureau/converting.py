"""A bureau has its diffusion made a notice, or its notice a diffusion: explained first, under the same number."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from article3 import wiring
from article3.access.why import Why
from article3.acts.convert_to_diffusion import ConvertToDiffusion
from article3.intake.reading import write_communication
from article3.sites.bureau import drafts
from article3.sites.bureau.answering import OwnItemView
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.words import choices
from article3.terms.communication import Aim, BureauCode, Channel, Reference

_ONLY_OF_A_DIFFUSION = ("aim", "recipients", "reason_for_diffusion")


class ToNoticeForm(PaperForm):
    """Which notice it is to be."""

    colour = forms.ChoiceField(label=_("Which notice is it to be?"), choices=choices("colour"), initial="red")


@require_http_methods(["GET", "HEAD", "POST"])
@absent_is_404
def to_notice(request: HttpRequest, reference: str) -> HttpResponse:
    """What the conversion means; then a draft of the request that begins with the diffusion's own text."""
    found = wiring.reader(request.sitting, Why.OWN_ITEM).own_item(Reference(reference))
    if found.row.channel is not Channel.DIFFUSION:
        raise Http404
    form = ToNoticeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        document = {name: value for name, value in write_communication(found.communication).items()
                    if name not in _ONLY_OF_A_DIFFUSION}
        draft = wiring.new_reference()
        asked = {"channel": Channel.NOTICE_REQUEST.value, "colour": form.cleaned_data["colour"]}
        drafts.keep(request, draft, document | asked, corrects=reference)
        return redirect("bureau:draft_instrument", draft)
    return render(request, "bureau/act.html", {
        "item": found, "form": form, "title": _("Ask for a notice instead"), "button": _("Prepare the request"),
        "says": _("A notice goes to every member. The request is reviewed like any other before anything is published; "
                  "until then the diffusion stays with its recipients as it is. Once it is published, every copy "
                  "becomes the notice under the same number, with its history and its caveats. If it is refused, the "
                  "diffusion goes on, unless it must be recalled.")}, status=422 if form.errors else 200)


class ToDiffusionForm(PaperForm):
    """Who keeps it, what is asked of them, and why so few."""

    recipients = forms.CharField(label=_("Which bureaus keep it?"), max_length=2000, help_text=_(
        "Two-letter country codes, separated by commas."), widget=forms.TextInput(attrs={"dir": "ltr"}))
    aim = forms.ChoiceField(label=_("What is asked of them?"), choices=choices("aim"))
    reason_for_diffusion = text_field(_("Why a diffusion and not a notice"), rows=2)

    def clean_recipients(self) -> tuple[BureauCode, ...]:
        """The codes, each once."""
        codes = self.cleaned_data["recipients"].replace(",", " ").upper().split()
        return tuple(BureauCode(code) for code in dict.fromkeys(codes))


class ToDiffusion(OwnItemView):
    """Keep the notice to fewer bureaus: all others are told to remove it."""

    form_class = ToDiffusionForm
    template_name = "bureau/act.html"
    told = _("The conversion is on its way. You see here when it has taken effect.")
    extra_context = {"title": _("Make it a diffusion"), "grave": True, "button": _("Make it a diffusion"), "says": _(
        "The bureaus you name keep it, as a diffusion under the same number, with its history and its caveats. Every "
        "other member is told to remove it and signs for that. It cannot be made a notice again: for that, request a "
        "new one.")}

    def order(self, form: forms.Form) -> ConvertToDiffusion:
        """The conversion."""
        typed: dict[str, Any] = form.cleaned_data
        return ConvertToDiffusion(reference=self.reference, recipients=typed["recipients"], aim=Aim(typed["aim"]),
                                  reason_for_diffusion=typed["reason_for_diffusion"])
