"""The form of a search for a person, the same on every desk."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from article3.intake.transliteration import latin_form
from article3.sites.page.forms import PaperForm


class SearchForm(PaperForm):
    """By any of four; sent by POST, so that no name stands in an address."""

    nothing_required = True
    KNOWN = PaperForm.KNOWN | {"after"}
    name = forms.CharField(label=_("Name"), required=False, max_length=200,
                           widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}))
    birth_date = forms.CharField(label=_("Date of birth"), required=False, max_length=30)
    nationality = forms.CharField(label=_("Nationality"), required=False, max_length=2)
    document = forms.CharField(label=_("Document number"), required=False, max_length=60)

    def latin(self) -> str:
        """The Latin form of the name that was searched for, to be compared word by word; empty without one."""
        typed = str(self["name"].value() or "") if self.is_bound else ""
        return latin_form(typed) if typed else ""

    def typed(self) -> dict[str, str]:
        """What was typed, without margins."""
        return {name: text.strip() for name, text in self.cleaned_data.items()}
