"""The bureau says whether the Secretariat may open a message it sent (RPD 22(6))."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from article3.acts.answer_consent import AnswerConsent
from article3.sites.bureau.answering import OwnItemView
from article3.sites.page.forms import PaperForm


class ConsentForm(PaperForm):
    """Yes or no."""

    given = forms.ChoiceField(label=_("May the Secretariat open this message?"), widget=forms.RadioSelect, choices=[
        ("no", _("No: it stays sealed to its recipients")), ("yes", _("Yes, for the reason stated"))])


class Consent(OwnItemView):
    """The answer; a later one takes the place of an earlier."""

    form_class = ConsentForm
    template_name = "bureau/act.html"
    told = _("Your answer is kept.")
    extra_context = {"title": _("Opening of a message"), "button": _("Answer"), "says": _(
        "Without your consent it is opened only in an open compliance case. You can change your answer later.")}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the reason the Secretariat gave."""
        asked = self.item.consents
        return super().get_context_data(quoted=asked[-1].because if asked else "", **kwargs)

    def order(self, form: forms.Form) -> AnswerConsent:
        """The answer."""
        return AnswerConsent(reference=self.reference, given=form.cleaned_data["given"] == "yes")
