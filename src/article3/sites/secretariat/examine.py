"""The reviewer's work on a file: take it up, stand aside, record facts and searches, answer questions, weigh."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from article3 import wiring
from article3.access.why import Why
from article3.acts.answer_finding import AnswerFinding, RuleAnswer
from article3.acts.declare_conflict import DeclareConflict
from article3.acts.fill_worksheet import FillWorksheet
from article3.acts.log_research import LogResearch
from article3.acts.open_review import OpenReview
from article3.acts.record_fact import RecordFact
from article3.acts.withdraw_fact import WithdrawFact
from article3.lifecycle.case_file import CaseFile
from article3.lifecycle.examination import Confidence, Factor, FactorFinding
from article3.register.pages import CasePage, NotFound
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.order_view import OrderView
from article3.sites.secretariat import case, examine_forms
from article3.terms.communication import Reference
from article3.terms.finding import Asked, Outcome
from article3.terms.knowledge import KnownFact


class FileView(OrderView):
    """An order on one file; the page is the file's."""

    why = Why.EXAMINATION
    template_name = "secretariat/act.html"
    title: Any = ""
    tab = "case"

    @property
    def reference(self) -> Reference:
        """The file."""
        return Reference(self.kwargs["reference"])

    @property
    def page(self) -> CasePage:
        """The file as this reviewer reads it; read once a request."""
        if not hasattr(self, "_page"):
            self._page = case.page_of(self.request.sitting, self.reference, self.why)
        return self._page

    @property
    def file(self) -> CaseFile:
        """The file itself."""
        return self.page.file

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The head of the file, its clocks, and the form."""
        shown = case.around(self.request.sitting, self.page, timezone.localdate())
        return super().get_context_data(**{**shown, "tab": self.tab, "title": self.title, **kwargs})

    def next_page(self, event: Any) -> str:
        """Back to the page the form was opened from."""
        return reverse(f"secretariat:{self.tab}", args=(self.reference,))


class Take(OrderView):
    """Take a file up. It needs no page of its own: until then nobody may read it."""

    form_class = PaperForm
    template_name = "secretariat/take.html"
    told = _("The file is with you. It was linked to other files that may be about the same person.")

    def order(self, form: forms.Form) -> OpenReview:
        """The taking up."""
        return OpenReview(reference=Reference(self.kwargs["reference"]))

    def next_page(self, event: Any) -> str:
        """The case page."""
        return reverse("secretariat:case", args=(self.kwargs["reference"],))


class StandAsideForm(PaperForm):
    """The tie, in words."""

    because = text_field(_("Which tie do you have to this case?"), hint=_("Read by the lead and the Commission."))


class StandAside(OrderView):
    """Stand aside from a file for good."""

    form_class = StandAsideForm
    template_name = "secretariat/stand_aside.html"
    told = _("You stand aside from this file. It goes back to the queue.")

    def order(self, form: forms.Form) -> DeclareConflict:
        """The recusal."""
        return DeclareConflict(reference=Reference(self.kwargs["reference"]), **form.cleaned_data)

    def next_page(self, event: Any) -> str:
        """The queue: the file is out of sight now."""
        return reverse("secretariat:queue")


class Fact(FileView):
    """Record a fact with its source."""

    form_class = examine_forms.FactForm
    title = _("Record a fact")
    told = _("The fact is recorded; the rules were applied anew.")
    extra_context = {"button": _("Record the fact"), "says": _(
        "An earlier value of the same fact is withdrawn, never erased.")}

    def get_form_kwargs(self) -> dict[str, Any]:
        """The searches a fact may rest on; the fact on record that is to be taken in."""
        known = self.known(self.request.GET.get("known", ""))
        initial = {"fact": self.request.GET.get("fact", "")} if known is None else {
            "fact": known.kind, "value": _typed(known.value), "source": known.source or _("Under seal"),
            "holds_from": known.holds_from, "holds_to": known.holds_to, "known": known.id}
        return {**super().get_form_kwargs(), "research": self.file.research, "initial": initial}

    def known(self, fact: str) -> KnownFact | None:
        """A fact on record about this file or its person; raises NotFound for any other."""
        if not fact:
            return None
        for known in wiring.facts_on_record(self.request.sitting, self.page):
            if known.id == fact:
                return known
        raise NotFound

    def order(self, form: forms.Form) -> RecordFact:
        """The fact; what is taken from the record keeps its level, its uses and where it was published."""
        known, typed = self.known(form.cleaned_data["known"]), form.cleaned_data
        if known is not None:
            typed = {**typed, "level": known.level, "uses": known.uses, "published": known.published,
                     "value": known.value, "fact": known.kind}
        return RecordFact(reference=self.reference, **typed)


def _typed(value: Any) -> str:
    """A value as the form takes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


class FactBack(FileView):
    """Take a recorded fact back; it stays in the file with the day it fell."""

    form_class = examine_forms.FactBackForm
    title = _("Take a fact back")
    told = _("The fact is taken back; the rules were applied anew.")
    extra_context = {"button": _("Take the fact back"), "grave": True}

    def get_form_kwargs(self) -> dict[str, Any]:
        """The facts that hold."""
        held = [known for known in self.file.established if known.withdrawn_on is None]
        return {**super().get_form_kwargs(), "held": held}

    def order(self, form: forms.Form) -> WithdrawFact:
        """The fact that falls."""
        return WithdrawFact(reference=self.reference, **form.cleaned_data)


class Research(FileView):
    """Write down a search of a public source."""

    form_class = examine_forms.ResearchForm
    title = _("Log a search")
    told = _("The search is in the log.")
    extra_context = {"button": _("Log the search"), "files": True, "says": _(
        "Also a search that found nothing: it shows what was findable today.")}

    def get_form_kwargs(self) -> dict[str, Any]:
        """What a search can bear on: a factor, or a rule that is still a question."""
        asked = [found for found in (self.file.assessed.findings if self.file.assessed else ())
                 if found.outcome is Outcome.QUESTION]
        return {**super().get_form_kwargs(), "asked": asked, "initial": {
            "read_on": timezone.localdate(), "bears_on": self.request.GET.get("bears_on", "")}}

    def order(self, form: forms.Form) -> LogResearch:
        """The search, with the hash of its fixed copy."""
        typed = dict(form.cleaned_data)
        copy = typed.pop("copy", None)
        typed["sha256"] = hashlib.sha256(copy.read()).hexdigest() if copy else typed["sha256"]
        typed["found"] = typed["found"] == "yes"
        return LogResearch(reference=self.reference, entry=wiring.new_reference(), **typed)


class Answers(FileView):
    """Answer questions of the rules, by name and with reasons."""

    form_class = examine_forms.AnswersForm
    template_name = "secretariat/answers.html"
    title = _("Answer questions")
    told = _("Your answers are in the file; the rules were applied anew.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The open questions that are a reviewer's, or the one that was picked."""
        picked = self.request.GET.get("rule", "")
        asked = [found for found in (self.file.assessed.findings if self.file.assessed else ())
                 if found.outcome is Outcome.QUESTION and found.asked is not Asked.REQUESTER]
        return {**super().get_form_kwargs(), "asked": [found for found in asked if found.rule == picked] or asked}

    def order(self, form: forms.Form) -> AnswerFinding:
        """Every question that was answered."""
        answers = tuple(RuleAnswer(rule=rule, outcome=Outcome(outcome), because=because)
                        for rule, outcome, because in form.answered())
        return AnswerFinding(reference=self.reference, answers=answers)


class Worksheet(FileView):
    """Weigh the seven factors of RPD 34(3)."""

    form_class = examine_forms.WorksheetForm
    template_name = "secretariat/worksheet.html"
    title = _("Worksheet")
    told = _("The worksheet is kept; the rules were applied anew.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The factors as they were filled in, and the searches they may rest on."""
        return {**super().get_form_kwargs(), "file": self.file}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each factor with the lines the file shows for it."""
        context = super().get_context_data(**kwargs)
        today = timezone.localdate()
        shown = case.factors(self.file, case.facts_of(self.file, today), today)
        return {**context, "factors": [(key, sheet, context["form"].of(key)) for key, sheet, _found in shown]}

    def order(self, form: forms.Form) -> FillWorksheet:
        """The factors that have a finding, and what predominates."""
        factors = tuple(FactorFinding(factor=Factor(key), finding=finding, confidence=Confidence(confidence),
                                      evidence=evidence, no_indication=nothing)
                        for key, finding, confidence, evidence, nothing in form.filled())
        return FillWorksheet(reference=self.reference, factors=factors,
                             predominance=form.cleaned_data["predominance"])
