"""Free messages between bureaus: their head only; asking their owner, and opening one by an act with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from article3 import wiring
from article3.acts.ask_consent import AskConsent
from article3.acts.open_message import OpenMessage
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.order_view import OrderView
from article3.sites.page.spoken import refusal
from article3.terms.communication import Reference
from article3.terms.finding import Refused


class WhichForm(PaperForm):
    """Which message: whoever complains of one knows its number."""

    reference = forms.CharField(label=_("Number of the message"), max_length=32, validators=[
        RegexValidator(r"^[0-9a-f]{32}$", _("The number is 32 characters: digits and the letters a to f."))])


class WhyForm(PaperForm):
    """A reason."""

    because = text_field(_("Reason"), rows=3)


@require_http_methods(["GET", "HEAD", "POST"])
def which(request: HttpRequest) -> HttpResponse:
    """A message is found by its number and by nothing else."""
    form = WhichForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return redirect("secretariat:message", form.cleaned_data["reference"])
    return render(request, "secretariat/messages.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@absent_is_404
def message(request: HttpRequest, reference: str) -> HttpResponse:
    """The head of one message, who was asked, who opened it; the forms to ask and to open."""
    found = wiring.message_shown(request.sitting, Reference(reference))
    return render(request, "secretariat/message.html", {"message": found, "form": WhyForm()})


class Ask(OrderView):
    """Its owner is asked."""

    form_class = WhyForm
    template_name = "secretariat/message.html"
    told = _("Its owner is asked and reads your reason.")
    extra_context = {"asks": True}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The message."""
        found = wiring.message_shown(self.request.sitting, Reference(self.kwargs["reference"]))
        return super().get_context_data(message=found, **kwargs)

    def order(self, form: forms.Form) -> Any:
        """The question."""
        return AskConsent(reference=Reference(self.kwargs["reference"]), because=form.cleaned_data["because"])

    def next_page(self, event: Any) -> str:
        """Back to the message."""
        return reverse("secretariat:message", args=(self.kwargs["reference"],))


class Open(Ask):
    """It is opened and shown once: read again, it is opened again."""

    extra_context = {"opens": True}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """The act first, then what it opened; there is no address to come back to."""
        order = OpenMessage(reference=Reference(self.kwargs["reference"]), because=form.cleaned_data["because"])
        try:
            event = wiring.perform(order, sitting=self.request.sitting)
        except Refused as refused:
            form.add_error(None, refusal(refused))
            return self.form_invalid(form)
        opened = wiring.opened_by_act(self.request.sitting, event)
        return self.render_to_response(self.get_context_data(form=self.form_class(), opened=opened))
