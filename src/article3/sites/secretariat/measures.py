"""Corrective measures and bureaus' records at the desk: proposed, signed, changed; replies read and answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.acts.answer_reply import AnswerReply
from article3.acts.change_measure import ChangeMeasure
from article3.acts.decide_measure import DecideMeasure
from article3.acts.propose_measure import ProposeMeasure
from article3.acts.sign_measure import SignMeasure
from article3.lifecycle.measure import LADDER, ChangeKind, MeasureKind
from article3.sites.page.absent import absent_is_404
from article3.sites.page.counting_words import CHANGES, COUNTED
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.order_view import OrderView
from article3.sites.page.vocabulary import ORGANS
from article3.sites.secretariat.decide import VersionForm
from article3.terms.communication import BureauCode, Reference
from article3.terms.facts_measure import Organ
from article3.terms.sitting import MandateRole

KINDS = [(kind.value, COUNTED[kind.value]) for kind in LADDER]


@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """Every measure, those that wait for a signature on top; records and replies beside them."""
    return render(request, "secretariat/measures.html", {
        "measures": wiring.measures(request.sitting), "today": timezone.localdate(),
        "replies": [reply for reply in wiring.replies(request.sitting) if reply.is_open],
        "bureaus": [code for code in wiring.bureaus() if code != str(request.sitting.nationality)],
        "lead": request.sitting.role is MandateRole.LEAD})


@require_safe
@absent_is_404
def measure(request: HttpRequest, measure: str) -> HttpResponse:
    """One measure with everything that was signed about it."""
    found = wiring.measure(request.sitting, measure)
    today = timezone.localdate()
    return render(request, "secretariat/measure.html", {
        "measure": found, "listed": (found,), "today": today,
        "lead": request.sitting.role is MandateRole.LEAD})


@require_safe
@absent_is_404
def record(request: HttpRequest, bureau: str) -> HttpResponse:
    """The internal record of a bureau; never of the reader's own country."""
    return render(request, "secretariat/record.html", {
        "record": wiring.bureau_record(request.sitting, BureauCode(bureau)), "today": timezone.localdate(),
        "lead": request.sitting.role is MandateRole.LEAD})


class ProposeForm(PaperForm):
    """A measure on one bureau."""

    bureau = forms.ChoiceField(label=_("Bureau"))
    kind = forms.ChoiceField(label=_("Measure"), choices=KINDS, widget=forms.RadioSelect, help_text=_(
        "From mild to strict. Supervision and hold: what the bureau sends is looked at first. Suspension: it sends no "
        "diffusions; requests for notices go on."))
    because = text_field(_("Reason"), rows=3, hint=_("The bureau reads it and may reply."))
    basis = text_field(_("Legal basis, and the decision it rests on"), rows=2)
    decided_by = forms.ChoiceField(label=_("Decided by"), choices=list(ORGANS.items()), help_text=_(
        "The Secretariat's own measure lasts three months at most; suspension of rights is the Executive Committee's "
        "(RPD 131)."))
    starts_on = day_field(_("First day"))
    review_on = day_field(_("To be reviewed on"))
    ends_on = day_field(_("Last day"), hint=_("After this day it binds no more and waits until somebody signs."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bureau"].choices = [(code, code) for code in wiring.bureaus()]


class MeasureView(OrderView):
    """An order on a measure."""

    template_name = "secretariat/measure_act.html"
    title: Any = ""
    button: Any = _("Sign it")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The measure, if there is one yet."""
        measure = self.measure if "measure" in self.kwargs else None
        return super().get_context_data(**{"title": self.title, "button": self.button, "measure": measure, **kwargs})

    @property
    def measure(self) -> Any:
        """The measure named in the address."""
        return wiring.measure(self.request.sitting, self.kwargs["measure"])

    def get_initial(self) -> dict[str, Any]:
        """The version that is read now."""
        return {"version": self.measure.version} if "measure" in self.kwargs else {}

    def next_page(self, event: Any) -> str:
        """The measure."""
        return reverse("secretariat:measure", args=[event.reference])


class Propose(MeasureView):
    """A lead proposes a measure."""

    form_class = ProposeForm
    title, button = _("Propose a corrective measure"), _("Propose")
    told = _("Proposed. It holds when a second officer has signed it.")

    def order(self, form: forms.Form) -> ProposeMeasure:
        """The measure."""
        typed = form.cleaned_data
        return ProposeMeasure(
            measure=wiring.new_reference(), bureau=BureauCode(typed["bureau"]), kind=MeasureKind(typed["kind"]),
            basis=typed["basis"], because=typed["because"], decided_by=Organ(typed["decided_by"]),
            starts_on=typed["starts_on"], review_on=typed["review_on"], ends_on=typed["ends_on"])


class Decide(MeasureView):
    """A second officer signs it into force."""

    form_class = VersionForm
    title, told = _("Sign the measure into force"), _("Signed. It holds from its first day.")

    def order(self, form: forms.Form) -> DecideMeasure:
        """The signature."""
        return DecideMeasure(measure=Reference(self.kwargs["measure"]), version=form.cleaned_data["version"])


class ChangeForm(VersionForm):
    """What is to become of it, and why."""

    kind = forms.ChoiceField(label=_("What is to become of it"), choices=list(CHANGES.items()),
                             widget=forms.RadioSelect)
    because = text_field(_("Reason"), rows=3, hint=_("Oversight reads it with the change."))
    to = forms.ChoiceField(label=_("Softer measure"), required=False, choices=[("", "—"), *KINDS[:-1]],
                           help_text=_("Only where it is softened."))
    review_on = day_field(_("To be reviewed on"), required=False, hint=_("Where it goes on."))
    ends_on = day_field(_("Last day"), required=False, hint=_("Where it goes on."))


class Change(MeasureView):
    """A lead proposes to renew, soften or end it."""

    form_class = ChangeForm
    title, button = _("Renew, soften or end the measure"), _("Propose")
    told = _("Proposed. Nothing changes until a second officer has signed it.")

    def order(self, form: forms.Form) -> ChangeMeasure:
        """The change."""
        typed = form.cleaned_data
        return ChangeMeasure(
            measure=Reference(self.kwargs["measure"]), version=typed["version"], kind=ChangeKind(typed["kind"]),
            because=typed["because"], to=MeasureKind(typed["to"]) if typed["to"] else None,
            review_on=typed["review_on"], ends_on=typed["ends_on"])


class SignChange(MeasureView):
    """A second officer signs the change."""

    form_class = VersionForm
    title, told = _("Sign the change"), _("Signed.")

    def order(self, form: forms.Form) -> SignMeasure:
        """The signature."""
        return SignMeasure(measure=Reference(self.kwargs["measure"]), version=form.cleaned_data["version"])


class AnswerForm(VersionForm):
    """What the Secretariat makes of a reply."""

    text = text_field(_("Answer"), hint=_("The bureau reads it beside its own words."))


class Answer(OrderView):
    """A lead answers what a bureau said about its record."""

    form_class = AnswerForm
    template_name = "secretariat/reply.html"
    told = _("Answered.")

    @property
    def reply(self) -> Any:
        """The reply named in the address."""
        return wiring.reply(self.request.sitting, self.kwargs["reply"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The bureau's words."""
        return super().get_context_data(**{"reply": self.reply, **kwargs})

    def get_initial(self) -> dict[str, Any]:
        """The version that is read now."""
        return {"version": self.reply.version}

    def order(self, form: forms.Form) -> AnswerReply:
        """The answer."""
        return AnswerReply(reply=Reference(self.kwargs["reply"]), version=form.cleaned_data["version"],
                           text=form.cleaned_data["text"])

    def next_page(self, event: Any) -> str:
        """The bureau's record."""
        return reverse("secretariat:record", args=[self.reply.bureau])
