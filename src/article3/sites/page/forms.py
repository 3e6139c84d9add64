"""What our forms have in common: fields that always name their error place, and a closed list of fields."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class PaperField(BoundField):
    """A bound field that points at its hint and at the place of its error, also before there is one."""

    @property
    def aria_describedby(self) -> str | None:
        """Ids of hint and error; the live check fills the latter."""
        if not self.auto_id or self.is_hidden:
            return None
        hint = f"{self.auto_id}_helptext " if self.help_text else ""
        return f"{hint}{self.auto_id}_error"

    @property
    def focus(self) -> str:
        """The id an error link leads to: the control itself, or the first of a group."""
        return self.id_for_label or f"{self.auto_id}_0"


class PaperRenderer(TemplatesSetting):
    """Forms are drawn by our templates."""

    bound_field_class = PaperField


class PaperForm(forms.Form):
    """A form of ours. A field nobody asked for is refused: it may be an attempt to set what is not the sender's."""

    required_css_class = ""
    nothing_required = False  # True where whole sections may stay empty: then nothing is marked "optional"
    KNOWN = frozenset({"csrfmiddlewaretoken", "go", "version"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("use_required_attribute", False)  # our words, not the browser's, and in the page's language
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Refuse unknown fields; keep what was cleaned."""
        known = {self.add_prefix(name) for name in self.fields} | self.KNOWN
        if not self.prefix and (unknown := set(self.data) - known):
            raise forms.ValidationError(_("This form has no field named %(name)s."), params={"name": min(unknown)})
        return self.cleaned_data


def text_field(label: str | Promise, *, hint: str | Promise = "", required: bool = True, rows: int = 4
               ) -> forms.CharField:
    """Several lines of free text in any script."""
    return forms.CharField(label=label, help_text=hint, required=required, max_length=20_000,
                           widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}))


def day_field(label: str | Promise, *, hint: str | Promise = "", required: bool = True) -> forms.DateField:
    """One exact day; browsers show their own calendar, the form takes 2026-01-31."""
    return forms.DateField(label=label, help_text=hint, required=required, input_formats=["%Y-%m-%d"],
                           widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "short"}))
