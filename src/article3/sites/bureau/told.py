"""Letters of the Commission at the bureau's desk: what members are told, what may no longer be done, questions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from article3 import wiring
from article3.acts.answer_commission import AnswerCommission
from article3.lifecycle.bureau_letter import BureauLetter
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.order_view import OrderView


class AnswerForm(PaperForm):
    """The answer, word for word."""

    text = text_field(_("Your answer"), hint=_("It goes to the Commission and to nobody else."))


class Letter(OrderView):
    """One letter; a question that is open has a form below."""

    form_class = AnswerForm
    template_name = "bureau/told_letter.html"
    told = _("Your answer goes to the Commission with the next round.")

    @property
    def letter(self) -> BureauLetter:
        """The letter, if it is to this bureau."""
        return wiring.letter_of_commission(self.request.sitting, self.kwargs["reference"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page knows the letter."""
        return super().get_context_data(letter=self.letter, today=timezone.localdate(), **kwargs)

    def order(self, form: forms.Form) -> AnswerCommission:
        """The answer to this letter."""
        return AnswerCommission(reference=self.letter.reference, text=form.cleaned_data["text"])

    def next_page(self, event: Any) -> str:
        """Back to the letter, which now holds the answer."""
        return reverse("bureau:told", args=(self.kwargs["reference"],))
