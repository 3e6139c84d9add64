"""A bureau disputes what reached it, and reads the answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.access.why import Why
from article3.acts.dispute_notice import DisputeNotice
from article3.sites.page.absent import absent_is_404
from article3.sites.page.disputes import REASONS
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.order_view import OrderView
from article3.terms.communication import Reference
from article3.terms.disputes import DisputeReason
from article3.wiring.dispute_room import own_disputes


@require_safe
@absent_is_404
def disputes(request: HttpRequest) -> HttpResponse:
    """What this bureau disputes."""
    return render(request, "bureau/disputes.html", {"disputes": own_disputes(request.sitting)})


class DisputeForm(PaperForm):
    """Why, and what is wrong with it."""

    reason = forms.ChoiceField(label=_("Why do you dispute it?"), choices=list(REASONS.items()),
                               widget=forms.RadioSelect)
    text = text_field(_("What is wrong with it"), hint=_("Read by the task force and the Commission only."))


class DisputeView(OrderView):
    """Dispute a record."""

    form_class = DisputeForm
    template_name = "bureau/dispute.html"
    told = _(  # one sentence for the translator
        "The task force answers by the day shown. Until then the record stands as it stood; its source is not told."
    )

    @property
    def reference(self) -> Reference:
        """The record."""
        return Reference(self.kwargs["reference"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The record as it reached us."""
        notice = wiring.reader(self.request.sitting, Why.INCOMING).published(self.reference)
        return super().get_context_data(notice=notice, **kwargs)

    def order(self, form: forms.Form) -> DisputeNotice:
        """The dispute."""
        return DisputeNotice(reference=self.reference, dispute=wiring.new_reference(),
                             reason=DisputeReason(form.cleaned_data["reason"]), text=form.cleaned_data["text"])

    def next_page(self, event: Any) -> str:
        """The list."""
        return reverse("bureau:disputes")
