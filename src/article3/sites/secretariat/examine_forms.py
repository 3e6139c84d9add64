"""Forms of the reviewer's work on a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from article3.acts.facts_of_file import recordable
from article3.law.dictionary import in_words
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Established, Factor, ResearchEntry
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.number import whole
from article3.sites.page.spoken import spoken
from article3.sites.page.vocabulary import FACTORS
from article3.sites.page.words import choices
from article3.terms.finding import Finding
from article3.terms.knowledge import Value


class FactForm(PaperForm):
    """A fact, its value as the fact holds it, and where it comes from."""

    fact = forms.ChoiceField(label=_("Fact"))
    value = forms.CharField(label=_("Value"), max_length=2000, widget=forms.TextInput(attrs={"dir": "auto"}),
                            help_text=_("yes or no; a number; a day such as 2026-05-17; a word; or several, separated "
                                        "by commas."))
    source = text_field(_("Source"), hint=_("The paper, letter or page that shows it."), rows=2)
    research = forms.ChoiceField(label=_("Search that shows it"), required=False)
    holds_from = day_field(_("Holds from"), required=False)
    holds_to = day_field(_("Holds until before"), required=False)
    known = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)

    def __init__(self, *args: Any, research: Sequence[ResearchEntry] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fact"].choices = [("", _("choose a fact")), *facts_to_choose()]
        self.fields["research"].choices = [("", _("none")), *((entry.id, entry.query) for entry in research)]

    def clean(self) -> dict[str, Any]:
        """The value in the kind the fact has: yes or no, number, list or text."""
        super().clean()
        if "fact" in self.cleaned_data and "value" in self.cleaned_data:
            self.cleaned_data["value"] = typed_value(self.cleaned_data["fact"], self.cleaned_data["value"])
        return self.cleaned_data


def typed_value(fact: str, text: str) -> Value:
    """The value in the fact's kind; what does not fit stays text, and the act refuses it with a reason."""
    kind, text = recordable()[fact], text.strip()
    if kind is bool:
        return {"yes": True, "no": False}.get(text.casefold(), text)
    if kind is int:
        return text if (number := whole(text)) is None or not text.isascii() else number
    if getattr(kind, "__origin__", None) in (tuple, frozenset):
        return tuple(part.strip() for part in text.replace("،", ",").split(",") if part.strip())
    return text


def facts_to_choose() -> list[tuple[str, str]]:
    """Every fact that can be recorded, in words."""
    return sorted(((fact, spoken(in_words(fact))) for fact in recordable()), key=lambda choice: choice[1])


class FactBackForm(PaperForm):
    """Which fact falls."""

    fact = forms.ChoiceField(label=_("Fact"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, held: Sequence[Established] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fact"].choices = [(known.fact, spoken(in_words(known.fact))) for known in held]


class ResearchForm(PaperForm):
    """Query, source, day, fixed copy, what it bears on, what was found."""

    query = forms.CharField(label=_("What was searched for"), max_length=500,
                            widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}))
    source = forms.CharField(label=_("Source"), max_length=500, widget=forms.TextInput(attrs={"dir": "auto"}),
                             help_text=_("Newspaper, court register, report: with its address or shelf mark."))
    language = forms.RegexField("^[a-z]{2}$", label=_("Language searched in"), required=False, help_text=_(
        "Two letters, such as ru: it shows later whether an article in that language could have been found."))
    read_on = day_field(_("Read on"))
    bears_on = forms.ChoiceField(label=_("Bears on"))
    found = forms.ChoiceField(label=_("Result"), widget=forms.RadioSelect,
                              choices=[("yes", _("Something was found")), ("no", _("Nothing was found"))])
    note = text_field(_("What was found, or not found"))
    copy = forms.FileField(label=_("Fixed copy"), required=False, help_text=_(
        "The page as it stood. Its SHA-256 is computed and kept; the copy itself stays with you."))
    sha256 = forms.CharField(label=_("Or the SHA-256 of the copy"), required=False, max_length=64,
                             widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}))

    def __init__(self, *args: Any, asked: Sequence[Finding] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        factors = [(f"RPD-34-3-{key}", f"({key}) {name}") for key, name in FACTORS.items()]
        rules = [(found.rule, str(found.citation)) for found in asked if not found.rule.startswith("RPD-34-3-")]
        self.fields["bears_on"].choices = [(_("Factors of the worksheet"), factors), (_("Open questions"), rules)]

    def clean(self) -> dict[str, Any]:
        """What was found needs a fixed copy; nobody reads in the future."""
        super().clean()
        typed = self.cleaned_data
        if typed.get("found") == "yes" and not typed.get("copy") and not typed.get("sha256"):
            self.add_error("copy", _("What was found needs a fixed copy, or its SHA-256."))
        if typed.get("read_on") and typed["read_on"] > timezone.localdate():
            self.add_error("read_on", _("This day has not come yet."))
        return typed


class AnswersForm(PaperForm):
    """Two fields for each question: met or not met, and why."""

    nothing_required = True

    def __init__(self, *args: Any, asked: Sequence[Finding] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = tuple(asked)
        outcomes = [("met", _("Met")), ("not_met", _("Not met"))]
        for found in self.asked:
            self.fields[f"{found.rule}-outcome"] = forms.ChoiceField(
                label=_("Your answer"), choices=outcomes, required=False, widget=forms.RadioSelect)
            self.fields[f"{found.rule}-because"] = text_field(_("Why"), required=False, rows=2)

    def rows(self) -> Iterator[tuple[Finding, BoundField, BoundField]]:
        """Each question with its two fields."""
        return ((found, self[f"{found.rule}-outcome"], self[f"{found.rule}-because"]) for found in self.asked)

    def answered(self) -> list[tuple[str, str, str]]:
        """Rule, outcome and reason of every question that was answered."""
        typed = self.cleaned_data
        return [(found.rule, outcome, typed[f"{found.rule}-because"].strip()) for found in self.asked
                if (outcome := typed[f"{found.rule}-outcome"])]

    def clean(self) -> dict[str, Any]:
        """An answer has a reason, a reason belongs to an answer, and there is at least one."""
        super().clean()
        typed = self.cleaned_data
        for found in self.asked:
            outcome, because = typed.get(f"{found.rule}-outcome"), typed.get(f"{found.rule}-because", "").strip()
            if outcome and not because:
                self.add_error(f"{found.rule}-because", _("Say why."))
            if because and not outcome:
                self.add_error(f"{found.rule}-outcome", _("Choose met or not met."))
        if not any(typed.get(f"{found.rule}-outcome") for found in self.asked):
            self.add_error(None, _("Answer at least one question."))
        return typed


class WorksheetForm(PaperForm):
    """Four fields for each of the seven factors, and what predominates."""

    nothing_required = True
    PARTS = ("nothing", "finding", "confidence", "evidence")
    predominance = text_field(_("Which element predominates, and why?"), required=False, rows=3, hint=_(
        "In words. The software never weighs the factors and has no score."))

    def __init__(self, *args: Any, file: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = {entry.factor: entry for entry in file.review.worksheet.factors} if file.review else {}
        self.fields["predominance"].initial = file.review.worksheet.predominance if file.review else ""
        searches = [(entry.id, entry.query) for entry in file.research]
        for factor in Factor:
            self._add(factor, found.get(factor), searches)

    def _add(self, factor: Factor, filled: Any, searches: list[tuple[str, str]]) -> None:
        key = factor.value
        self.fields[f"{key}-nothing"] = forms.BooleanField(
            label=_("No indication found"), required=False, initial=bool(filled and filled.no_indication))
        self.fields[f"{key}-finding"] = text_field(_("Finding"), required=False, rows=3)
        self.fields[f"{key}-finding"].initial = filled.finding if filled else ""
        self.fields[f"{key}-confidence"] = forms.ChoiceField(
            label=_("How sure are you?"), choices=choices("confidence", empty=_("not stated")), required=False,
            initial=filled.confidence if filled else "")
        if searches:
            self.fields[f"{key}-evidence"] = forms.MultipleChoiceField(
                label=_("Rests on"), choices=searches, required=False, widget=forms.CheckboxSelectMultiple,
                initial=list(filled.evidence) if filled else [])

    def of(self, key: str) -> list[BoundField]:
        """The fields of one factor."""
        return [self[f"{key}-{part}"] for part in self.PARTS if f"{key}-{part}" in self.fields]

    def filled(self) -> list[tuple[str, str, str, tuple[str, ...], bool]]:
        """Every factor with a finding."""
        typed = self.cleaned_data
        return [(key, typed[f"{key}-finding"].strip(), typed[f"{key}-confidence"],
                 tuple(typed.get(f"{key}-evidence", ())), typed[f"{key}-nothing"])
                for key in (factor.value for factor in Factor) if typed[f"{key}-finding"].strip()]

    def clean(self) -> dict[str, Any]:
        """A finding says how sure it is; "no indication found" is said in words too, with the searches behind it."""
        super().clean()
        typed = self.cleaned_data
        for key in (factor.value for factor in Factor):
            said = typed.get(f"{key}-finding", "").strip()
            if said and not typed.get(f"{key}-confidence"):
                self.add_error(f"{key}-confidence", _("Say how sure you are."))
            if typed.get(f"{key}-nothing") and not said:
                self.add_error(f"{key}-finding", _("Say in words what was looked at without finding an indication."))
        return typed
