"""Facts and rulings put on record, facts that fall, and the decisions they brought back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.acts.learn_fact import LearnFact
from article3.acts.learn_ruling import LearnRuling
from article3.acts.withdraw_learned_fact import WithdrawLearnedFact
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.knowledge_words import USES
from article3.sites.page.order_view import OrderView
from article3.sites.secretariat.examine_forms import facts_to_choose, typed_value
from article3.terms.communication import BureauCode, Reference
from article3.terms.knowledge import PersonKey, Publication, Use, name_key, paper_key


@require_safe
@absent_is_404
def reopened(request: HttpRequest) -> HttpResponse:
    """Decisions that news brought back, the most harmful first."""
    page = wiring.reopened(request.sitting, request.GET.get("after", ""))
    return render(request, "secretariat/reopened.html", {"page": page})


class PublishedForm(PaperForm):
    """Since when, where and in which language anybody could have found it."""

    published_on = day_field(_("Published on"), required=False, hint=_("Empty when it is not public."))
    published_language = forms.RegexField("^[a-z]{2}$", label=_("Language of the publication"), required=False,
                                          help_text=_("Two letters, such as ru."))
    published_where = forms.CharField(label=_("Where it was published"), required=False, max_length=300,
                                      widget=forms.TextInput(attrs={"dir": "auto"}))

    def clean(self) -> dict[str, Any]:
        """A publication has a day and a place."""
        super().clean()
        typed = self.cleaned_data
        if typed.get("published_where") and not typed.get("published_on"):
            self.add_error("published_on", _("Say when it was published."))
        if typed.get("published_on") and not typed.get("published_where"):
            self.add_error("published_where", _("Say where it was published."))
        return typed

    @property
    def publication(self) -> Publication | None:
        """The publication, if there was one."""
        typed = self.cleaned_data
        if not typed["published_on"]:
            return None
        return Publication(on=typed["published_on"], language=typed["published_language"],
                           where=typed["published_where"].strip())


class LearnForm(PublishedForm):
    """A fact with its two clocks, and whom or what it is about."""

    about = forms.ChoiceField(label=_("It is about"), widget=forms.RadioSelect, choices=[
        ("file", _("one file")), ("paper", _("whoever has an identity paper with this number")),
        ("name", _("whoever has this name and birth date"))])
    file = forms.RegexField("^[0-9a-f]{32}$", label=_("Reference of the file"), required=False)
    paper = forms.CharField(label=_("Number of the paper"), required=False, max_length=60)
    name = forms.CharField(label=_("Name in Latin letters"), required=False, max_length=200)
    born = day_field(_("Birth date"), required=False)
    kind = forms.ChoiceField(label=_("Fact"))
    value = forms.CharField(label=_("Value"), max_length=2000, widget=forms.TextInput(attrs={"dir": "auto"}),
                            help_text=_("yes or no; a number; a day such as 2026-05-17; a word; or several, separated "
                                        "by commas."))
    source = text_field(_("Source"), rows=2, required=False, hint=_("Empty when its origin is hidden."))
    holds_from = day_field(_("Holds from"), required=False)
    holds_to = day_field(_("Holds until before"), required=False)
    uses = forms.MultipleChoiceField(label=_("What its giver allows"), required=False, choices=list(USES.items()),
                                     widget=forms.CheckboxSelectMultiple)
    field_order = ("about", "file", "paper", "name", "born", "kind", "value", "source", "holds_from", "holds_to",
                   "uses")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("choose a fact")), *facts_to_choose()]

    def clean(self) -> dict[str, Any]:
        """What it is about is filled in; the value has the kind of its fact."""
        super().clean()
        typed = self.cleaned_data
        needed = {"file": ("file",), "paper": ("paper",), "name": ("name", "born")}.get(typed.get("about", ""), ())
        for field in needed:
            if not typed.get(field) and field not in self.errors:
                self.add_error(field, _("Fill this in."))
        if typed.get("kind") and "value" in typed:
            typed["value"] = typed_value(typed["kind"], typed["value"])
        return typed

    @property
    def subject(self) -> dict[str, Any]:
        """The file, or the person's key."""
        typed = self.cleaned_data
        if typed["about"] == "file":
            return {"reference": Reference(typed["file"])}
        by_paper = typed["about"] == "paper"
        key: PersonKey = paper_key(typed["paper"]) if by_paper else name_key(typed["name"], typed["born"])
        return {"person": key}


class RecordView(OrderView):
    """An order on what is on record; the list of reopened decisions comes next."""

    template_name = "secretariat/learn.html"

    def next_page(self, event: Any) -> str:
        """What was brought back."""
        return reverse("secretariat:reopened")


class Learn(RecordView):
    """Put a fact on record."""

    form_class = LearnForm
    told = _("The fact is on record. The decisions it could change are reopened.")
    extra_context = {"title": _("Put a fact on record"), "button": _("Put it on record"), "says": _(
        "Whatever you learn, whoever works on the case. A fact about a person enters a file only when its reviewer "
        "finds that it is this person.")}

    def get_initial(self) -> dict[str, Any]:
        """The file it was opened from."""
        file = self.request.GET.get("file", "")
        return {"file": file, "about": "file" if file else "paper"}

    def order(self, form: forms.Form) -> LearnFact:
        """The fact."""
        assert isinstance(form, LearnForm)
        typed = form.cleaned_data
        return LearnFact(fact=wiring.new_reference(), kind=typed["kind"], value=typed["value"], source=typed["source"],
                         holds_from=typed["holds_from"], holds_to=typed["holds_to"], published=form.publication,
                         uses=frozenset(map(Use, typed["uses"])), **form.subject)


class BecauseForm(PaperForm):
    """A reason."""

    because = text_field(_("Reason"), rows=3)


class Withdraw(RecordView):
    """A fact on record does not hold."""

    form_class = BecauseForm
    told = _("The fact is withdrawn. It stays on record with the instant it fell.")
    extra_context = {"title": _("Withdraw a fact"), "button": _("Withdraw it"), "says": _(
        "Every file that took it in loses it; the decisions that rested on it are reopened.")}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The fact itself."""
        fact = wiring.known_facts(self.request.sitting, self.kwargs["fact"])
        return super().get_context_data(**{"fact": fact, **kwargs})

    def order(self, form: forms.Form) -> WithdrawLearnedFact:
        """The withdrawal."""
        return WithdrawLearnedFact(fact=self.kwargs["fact"], because=form.cleaned_data["because"])


class RulingForm(PublishedForm):
    """What was ruled, on which rules, for items of whom."""

    title = forms.CharField(label=_("Name of the ruling"), max_length=200, help_text=_("Session and number."))
    holding = text_field(_("What it holds"), rows=3)
    rules = forms.CharField(label=_("Rules it rules on"), max_length=500, help_text=_(
        "Their ids, separated by commas, such as CON-3."))
    sources = forms.CharField(label=_("Items of which bureaus"), required=False, max_length=500, help_text=_(
        "Codes separated by commas. Empty: of every bureau."))
    field_order = ("title", "holding", "rules", "sources")


class Ruling(RecordView):
    """Put a ruling of the Commission on record."""

    form_class = RulingForm
    told = _("The ruling is on record. The decisions that rest on another answer are reopened.")
    extra_context = {"title": _("Put a ruling on record"), "button": _("Put it on record"), "says": _(
        "A precedent changes no computed finding: it brings back what a person answered otherwise.")}

    def order(self, form: forms.Form) -> LearnRuling:
        """The ruling."""
        assert isinstance(form, RulingForm)
        typed = form.cleaned_data
        return LearnRuling(ruling=wiring.new_reference(), title=typed["title"], holding=typed["holding"],
                           rules=_codes(typed["rules"]), published=form.publication,
                           sources=tuple(BureauCode(code.upper()) for code in _codes(typed["sources"])))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("،", ",").split(",") if part.strip())
