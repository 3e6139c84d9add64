"""Answers of the bureau: to questions of the task force, to consultations, and the wish for more time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from article3 import wiring
from article3.access.why import Why
from article3.acts.answer_questions import AnswerQuestions
from article3.acts.ask_more_time import AskMoreTime
from article3.acts.reply_to_consultation import ReplyToConsultation
from article3.register.pages import ConsultationShown, OwnPage, QuestionShown
from article3.sites.page.forms import PaperForm, day_field, text_field
from article3.sites.page.order_view import OrderView
from article3.terms.communication import Reference


class OwnItemView(OrderView):
    """An order on one of the bureau's own items."""

    @property
    def reference(self) -> Reference:
        """The item."""
        return Reference(self.kwargs["reference"])

    @property
    def item(self) -> OwnPage:
        """The item as the bureau may see it."""
        return wiring.reader(self.request.sitting, Why.OWN_ITEM).own_item(self.reference)

    @property
    def open_questions(self) -> tuple[QuestionShown, ...]:
        """What still has to be answered."""
        return tuple(question for question in self.item.questions if question.answered_on is None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page knows the item."""
        return super().get_context_data(item=self.item, **kwargs)

    def next_page(self, event: Any) -> str:
        """Back to the item."""
        return reverse("bureau:item", args=(self.reference,))


class AnswerForm(PaperForm):
    """One field a question; what is left empty stays open."""

    nothing_required = True

    def __init__(self, *args: Any, questions: tuple[QuestionShown, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            self.fields[question.id] = text_field(question.text, required=False)

    def clean(self) -> dict[str, Any]:
        """At least one answer."""
        super().clean()
        if not any(str(text).strip() for text in self.cleaned_data.values()):
            self.add_error(None, _("Answer at least one question."))
        return self.cleaned_data


class Answer(OwnItemView):
    """Answer questions in words; the form itself is corrected through a draft."""

    form_class = AnswerForm
    template_name = "bureau/answer.html"
    told = _("Your answers were sent.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """One field for each open question."""
        return {**super().get_form_kwargs(), "questions": self.open_questions}

    def order(self, form: forms.Form) -> AnswerQuestions:
        """The answers that were given."""
        answers = tuple((question, text.strip()) for question, text in form.cleaned_data.items() if text.strip())
        return AnswerQuestions(reference=self.reference, answers=answers)


class MoreTimeForm(PaperForm):
    """Until when and why."""

    until = day_field(_("Until which day?"))
    because = text_field(_("Why do you need more time?"))


class MoreTime(OwnItemView):
    """Ask for a later last day; the clock stands still until a reviewer answers."""

    form_class = MoreTimeForm
    template_name = "bureau/more_time.html"
    told = _("You asked for more time. The clock stands still until a reviewer answers.")

    def order(self, form: forms.Form) -> AskMoreTime:
        """For every question that is open and for which no time was asked before."""
        asked = tuple(question.id for question in self.open_questions if question.more_time_until is None)
        return AskMoreTime(reference=self.reference, questions=asked, **form.cleaned_data)


class ReplyForm(PaperForm):
    """The reply of a consulted bureau."""

    reply = text_field(_("Your reply"), hint=_("Read by reviewers and the Commission only, never by another bureau."))


class Reply(OrderView):
    """Reply to a consultation."""

    form_class = ReplyForm
    template_name = "bureau/consultation.html"
    told = _("Your reply was sent.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The question and nothing of the file."""
        return super().get_context_data(asked=self.asked, **kwargs)

    @property
    def asked(self) -> ConsultationShown:
        """What this bureau was asked."""
        eyes = wiring.reader(self.request.sitting, Why.CONSULTED)
        return eyes.consultation(Reference(self.kwargs["reference"]), self.kwargs["consultation"])

    def order(self, form: forms.Form) -> ReplyToConsultation:
        """The reply."""
        return ReplyToConsultation(reference=Reference(self.kwargs["reference"]),
                                   consultation=self.kwargs["consultation"], reply=form.cleaned_data["reply"])

    def next_page(self, event: Any) -> str:
        """The list of what was asked."""
        return reverse("bureau:consultations")
