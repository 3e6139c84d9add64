"""What a record may be used for, and the form for a use that was against law or policy: at the front and its bureau."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from article3.lifecycle.frontline import AGAINST, Reliance
from article3.sites.page.forms import PaperForm, text_field
from article3.terms.communication import BureauCode, Reference
from article3.terms.facts_national import Use
from article3.terms.sitting import Sitting

USES: Mapping[Use, str | Promise] = {
    Use.ARREST: _("Arrest or hold"),
    Use.EXTRADITION: _("Extradition"),
    Use.IMMIGRATION_ACTION: _("Refuse entry, a visa or a stay"),
    Use.PROCEEDINGS: _("Use before a court or authority"),
    Use.INFORMATION: _("Information, nothing else"),
}
AGAINST_SENTENCES = (
    _("Nobody made the check before acting."),
    _("The action rested on the record alone."),
    _("National law does not allow this use."),
    _("The record is not confirmed as valid."),
    _("Signs of misuse were passed over."),
    _("The person was not told how to contest the record."),
)
"""What an incident may have been against, word for word as `AGAINST` says it: so the pages can say it otherwise."""


def _said() -> list[tuple[str, str]]:
    return [(word, gettext(sentence)) for word, sentence in AGAINST.items()]


class DoneForm(PaperForm):
    """What was done on the strength of a record, in which file."""

    use = forms.ChoiceField(label=_("What was done?"), choices=list(USES.items()))
    done = text_field(_("Say it in a sentence"), rows=3)
    agency = forms.CharField(label=_("Agency"), max_length=200)
    file = forms.CharField(label=_("Number of the file"), max_length=200)


class IncidentForm(DoneForm):
    """The same, and against what."""

    against = forms.MultipleChoiceField(
        label=_("What was it against?"), widget=forms.CheckboxSelectMultiple, choices=_said
    )

    def reliance(self, sitting: Sitting, *, item: str, result: str = "", **fresh: Any) -> Reliance:
        """The entry in the register of what was done, without a check before it."""
        said = self.cleaned_data
        assert sitting.bureau is not None
        return Reliance(
            bureau=BureauCode(sitting.bureau), item=Reference(item), result=Reference(result), check=None,
            use=Use(said["use"]), done=said["done"], file=said["file"], agency=said["agency"], by=sitting.officer,
            **fresh)  # fmt: skip
