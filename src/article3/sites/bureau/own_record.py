"""A bureau reads its own record and replies to it; and it votes on drafts of rules."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.acts.cast_vote import CastVote
from article3.acts.reply_to_record import ReplyToRecord
from article3.lifecycle.rule_draft import Say
from article3.sites.page.absent import absent_is_404
from article3.sites.page.counting_words import SAYS
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.order_view import OrderView
from article3.terms.communication import Reference


@require_safe
@absent_is_404
def record(request: HttpRequest) -> HttpResponse:
    """Our line in each year's figures, the measures on us, what we replied and what was answered."""
    return render(request, "bureau/record.html", {
        "record": wiring.bureau_record(request.sitting, request.sitting.bureau), "today": timezone.localdate()})


class ReplyForm(PaperForm):
    """What we say about it."""

    to = forms.ChoiceField(label=_("About"))
    text = text_field(_("Our reply"), hint=_(
        "Kept word for word beside the record and read with it, also by oversight."))

    def __init__(self, *args: Any, about: list[tuple[str, Any]] = (), **kwargs: Any) -> None:  # type: ignore[assignment]
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = about


class Reply(OrderView):
    """The lead of the bureau replies to its record."""

    form_class = ReplyForm
    template_name = "bureau/record_reply.html"
    told = _("Your reply stands beside the record.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """What there is to reply to."""
        found = wiring.bureau_record(self.request.sitting, self.request.sitting.bureau)
        about = [(f"{told.figure.id} {told.period.year}", f"{told.period.year}") for told in found.years]
        about += [(measure.reference, _("Measure of %(day)s") % {"day": measure.starts_on})
                  for measure in found.measures if measure.decided]
        return super().get_form_kwargs() | {"about": about}

    def order(self, form: forms.Form) -> ReplyToRecord:
        """The reply."""
        return ReplyToRecord(reply=wiring.new_reference(), to=form.cleaned_data["to"], text=form.cleaned_data["text"])

    def next_page(self, event: Any) -> str:
        """The record."""
        return reverse("bureau:record")


@require_safe
def votes(request: HttpRequest) -> HttpResponse:
    """Drafts of rules that were put to the members."""
    return render(request, "bureau/votes.html", {"drafts": wiring.rule_drafts(request.sitting),
                                                 "today": timezone.localdate()})


class SayForm(PaperForm):
    """Our word."""

    say = forms.ChoiceField(label=_("Our vote"), choices=list(SAYS.items()), widget=forms.RadioSelect)


class Vote(OrderView):
    """The lead of the bureau votes."""

    form_class = SayForm
    template_name = "bureau/vote.html"
    told = _("Your vote is cast. You may vote again until the last day.")

    @property
    def draft(self) -> Any:
        """The draft named in the address."""
        return wiring.rule_draft(self.request.sitting, self.kwargs["draft"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The draft, its numbers, and our vote so far."""
        draft = self.draft
        own = next((vote for vote in draft.votes if vote.bureau == self.request.sitting.bureau), None)
        return super().get_context_data(**{"draft": draft, "own": own, "today": timezone.localdate(), **kwargs})

    def order(self, form: forms.Form) -> CastVote:
        """The vote."""
        return CastVote(draft=Reference(self.kwargs["draft"]), say=Say(form.cleaned_data["say"]))

    def next_page(self, event: Any) -> str:
        """The list."""
        return reverse("bureau:votes")
