"""The declarations of the source (RPD 76, 84, 99): what is declared, by which officer, today."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from article3.sites.bureau.drafts import DraftPage
from article3.sites.page.forms import PaperForm
from article3.sites.page.words import choices


class DeclarationsForm(PaperForm):
    """What is declared and by whom."""

    declared = forms.MultipleChoiceField(label=_("We declare"), choices=choices("declaration"), required=False,
                                         widget=forms.CheckboxSelectMultiple)
    officer = forms.CharField(label=_("Officer who declares"), required=False, max_length=200,
                              widget=forms.TextInput(attrs={"dir": "auto"}))

    def clean(self) -> dict[str, Any]:
        """A declaration has a name under it."""
        super().clean()
        if self.cleaned_data.get("declared") and not self.cleaned_data.get("officer", "").strip():
            self.add_error("officer", _("Write the name of the officer who declares this."))
        return self.cleaned_data


class DeclarationsPage(DraftPage):
    """The page of declarations."""

    key = "declarations"

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """What was declared so far."""
        held = [said for said in self.document.get("declarations", []) if isinstance(said, dict)]
        initial = {"declared": [said.get("what") for said in held],
                   "officer": held[0].get("officer", "") if held else request.sitting.officer_name}
        return self.page("bureau/declarations.html", form=DeclarationsForm(initial=initial), look=self.look())

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Keep the declarations with the day they were made."""
        form = DeclarationsForm(request.POST)
        if not form.is_valid():
            return self.page("bureau/declarations.html", 422, form=form, look=self.look())
        today = timezone.localdate().isoformat()
        said = [{"what": what, "officer": form.cleaned_data["officer"].strip(), "on": today}
                for what in form.cleaned_data["declared"]]
        self.keep({**self.document, "declarations": said})
        return self.go("check")
