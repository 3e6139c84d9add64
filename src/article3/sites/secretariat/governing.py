"""Drafts of rules at the desk: written, simulated, put to the vote; and the questions and spot checks of the office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from article3 import wiring
from article3.acts.answer_audit import AnswerAudit
from article3.acts.answer_desk_question import AnswerDeskQuestion
from article3.acts.draft_rules import DraftRules
from article3.acts.open_vote import OpenVote
from article3.ground_words import GROUNDS
from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.number import whole
from article3.sites.page.order_view import OrderView
from article3.sites.page.spoken import spoken
from article3.sites.secretariat.decide import VersionForm
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.terms.reasons import Ground
from article3.terms.sitting import MandateRole

SHOWN = 200
"""Files listed on a page; the command prints all of them."""
EXAMPLE = """title = "Three years instead of two"
since = 2027-07-01

[figures]
"red_notice.penalty_min_months" = 36
"""


@require_safe
def drafts(request: HttpRequest) -> HttpResponse:
    """Every draft of rules."""
    return render(request, "secretariat/drafts.html", {
        "drafts": wiring.rule_drafts(request.sitting), "lead": request.sitting.role is MandateRole.LEAD})


@require_safe
@absent_is_404
def draft(request: HttpRequest, draft: str) -> HttpResponse:
    """One draft: its text, what it would have changed, file by file, and the vote."""
    found = wiring.rule_draft(request.sitting, draft)
    flips, trouble = [], ""
    if found.simulated and "files" in request.GET:
        try:
            flips = wiring.flips_seen(request.sitting, found)
        except Refused as refused:
            trouble = spoken(refused.because)
    return render(request, "secretariat/draft.html", {
        "draft": found, "flips": flips[:SHOWN], "all": len(flips), "trouble": trouble,
        "listed": "files" in request.GET, "lead": request.sitting.role is MandateRole.LEAD,
        "today": timezone.localdate()})


@require_POST
@absent_is_404
def simulate(request: HttpRequest, draft: str) -> HttpResponse:
    """Simulate it now, where there are few enough files to wait for."""
    found = wiring.rule_draft(request.sitting, draft)
    try:
        wiring.simulate_draft(found, request.sitting)
    except Refused as refused:
        return render(request, "secretariat/draft.html", {
            "draft": found, "trouble": spoken(refused.because), "flips": [], "lead": True}, status=422)
    return redirect(f"{reverse('secretariat:rule_draft', args=[draft])}?files")


class DraftForm(PaperForm):
    """The draft as TOML."""

    text = text_field(_("The draft"), rows=14, hint=_(
        "TOML: a title, the day it takes effect, figures with their new values, provisions that end or stand again."))


class Draft(OrderView):
    """A lead lays a draft before the Secretariat."""

    form_class = DraftForm
    template_name = "secretariat/draft_new.html"
    told = _("The draft lies before the Secretariat. Simulate it before it is put to the vote.")
    initial = {"text": EXAMPLE}

    def order(self, form: forms.Form) -> DraftRules:
        """The draft."""
        return DraftRules(draft=wiring.new_reference(), text=form.cleaned_data["text"])

    def next_page(self, event: Any) -> str:
        """The draft."""
        return reverse("secretariat:rule_draft", args=[event.reference])


class VoteForm(VersionForm):
    """By when the members vote."""

    until = day_field(_("Last day of the vote"))


class PutToVote(OrderView):
    """A lead puts a simulated draft to the members."""

    form_class = VoteForm
    template_name = "secretariat/draft_vote.html"
    told = _("The draft is before the members.")

    @property
    def draft(self) -> Any:
        """The draft named in the address."""
        return wiring.rule_draft(self.request.sitting, self.kwargs["draft"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The draft."""
        return super().get_context_data(**{"draft": self.draft, **kwargs})

    def get_initial(self) -> dict[str, Any]:
        """The version that is read now."""
        return {"version": self.draft.version}

    def order(self, form: forms.Form) -> OpenVote:
        """The vote."""
        return OpenVote(draft=Reference(self.kwargs["draft"]), version=form.cleaned_data["version"],
                        until=form.cleaned_data["until"])

    def next_page(self, event: Any) -> str:
        """The draft."""
        return reverse("secretariat:rule_draft", args=[event.reference])


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """What signals ask, and the approvals drawn by lot for a second look."""
    return render(request, "secretariat/questions.html", {
        "questions": wiring.desk_questions(request.sitting), "checks": wiring.spot_checks(request.sitting),
        "lead": request.sitting.role is MandateRole.LEAD})


@require_safe
@absent_is_404
def workload(request: HttpRequest) -> HttpResponse:
    """What waits, the weeks ahead with so many reviewers, and the order in which least is lost."""
    asked = request.GET.get("staff", "")
    staff = found if (found := whole(asked)) and found <= 1_000 else None
    return render(request, "secretariat/workload.html", {
        "found": wiring.workload(request.sitting, staff), "wrong": bool(asked) and staff is None})


class DeskAnswerForm(VersionForm):
    """What somebody makes of a question."""

    text = text_field(_("Answer"), rows=3)


class AnswerQuestion(OrderView):
    """A lead answers a question that a signal put."""

    form_class = DeskAnswerForm
    template_name = "secretariat/question.html"
    told = _("Answered.")

    @property
    def found(self) -> Any:
        """The question named in the address."""
        for each in wiring.desk_questions(self.request.sitting):
            if each.reference == self.kwargs["question"]:
                return each
        raise wiring.NotFound

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is asked."""
        return super().get_context_data(**{"asked": self.found, **kwargs})

    def get_initial(self) -> dict[str, Any]:
        """The version that is read now."""
        return {"version": self.found.version}

    def order(self, form: forms.Form) -> AnswerDeskQuestion:
        """The answer."""
        return AnswerDeskQuestion(question=Reference(self.kwargs["question"]), text=form.cleaned_data["text"],
                                  version=form.cleaned_data["version"])

    def next_page(self, event: Any) -> str:
        """The list."""
        return reverse("secretariat:desk_questions")


class CheckForm(VersionForm):
    """Whether an approval stands."""

    stands = forms.ChoiceField(label=_("Would it be approved again?"), widget=forms.RadioSelect,
                               choices=[("yes", _("Yes, it stands")), ("no", _("No, it was wrong"))])
    because = text_field(_("Reason"), rows=3)
    grounds = forms.MultipleChoiceField(label=_("Grounds against it"), required=False, choices=list(GROUNDS.items()),
                                        widget=forms.CheckboxSelectMultiple)


class AnswerCheck(OrderView):
    """A reviewer without a hand in it says whether an approval stands."""

    form_class = CheckForm
    template_name = "secretariat/check.html"
    told = _("Kept. Where it was wrong, open a review of the file: nothing follows by itself.")

    @property
    def check(self) -> Any:
        """The spot check named in the address."""
        for each in wiring.spot_checks(self.request.sitting):
            if each.reference == self.kwargs["check"]:
                return each
        raise wiring.NotFound

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The spot check."""
        return super().get_context_data(**{"check": self.check, **kwargs})

    def get_initial(self) -> dict[str, Any]:
        """The version that is read now."""
        return {"version": self.check.version}

    def order(self, form: forms.Form) -> AnswerAudit:
        """The answer."""
        typed = form.cleaned_data
        return AnswerAudit(check=Reference(self.kwargs["check"]), version=typed["version"],
                           stands=typed["stands"] == "yes", because=typed["because"],
                           grounds=tuple(Ground(each) for each in typed["grounds"]))

    def next_page(self, event: Any) -> str:
        """The list."""
        return reverse("secretariat:desk_questions")
