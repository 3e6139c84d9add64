"""Disputes at the desk: which wait and until when; and the answer, given by the reviewer of the file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3.acts.answer_dispute import AnswerDispute
from article3.register.pages import NotFound
from article3.sites.page.absent import absent_is_404
from article3.sites.page.disputes import ANSWERS
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.secretariat.examine import FileView
from article3.terms.communication import Reference
from article3.terms.disputes import DisputeAnswer
from article3.wiring.dispute_room import disputes_of, disputes_waiting


@require_safe
@absent_is_404
def disputes(request: HttpRequest) -> HttpResponse:
    """Open disputes, the nearest day first."""
    today = timezone.localdate()
    rows = [(each, each.late(today)) for each in disputes_waiting(request.sitting)]
    return render(request, "secretariat/disputes.html", {"rows": rows})


class AnswerForm(PaperForm):
    """What the bureau reads, and why."""

    answer = forms.ChoiceField(label=_("The bureau reads"), choices=list(ANSWERS.items()), widget=forms.RadioSelect)
    because = text_field(_("Internal reasons"), hint=_("For reviewers and the Commission. Never sent to anybody else."))


class AnswerView(FileView):
    """Answer a dispute of a file one reviews."""

    form_class = AnswerForm
    title = _("Answer the dispute")
    tab = "letters"
    told = _("The bureau is told. What follows for the record is decided by two, as always.")
    template_name = "secretariat/dispute.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The dispute."""
        found = [each for each in disputes_of(self.request.sitting, self.reference)
                 if each.reference == self.kwargs["dispute"]]
        if not found:
            raise NotFound
        return super().get_context_data(dispute=found[0], **kwargs)

    def order(self, form: forms.Form) -> AnswerDispute:
        """The answer."""
        return AnswerDispute(reference=self.reference, dispute=Reference(self.kwargs["dispute"]),
                             answer=DisputeAnswer(form.cleaned_data["answer"]), because=form.cleaned_data["because"])

    def next_page(self, event: Any) -> str:
        """The list."""
        return reverse("secretariat:disputes")
