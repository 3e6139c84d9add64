"""The last page of a draft: everything set out once more, what a reviewer would find, and the sending."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from article3 import wiring
from article3.access.why import Why
from article3.acts.answer_questions import AnswerQuestions
from article3.acts.convert_to_notice import ConvertToNotice
from article3.acts.discard_draft import DiscardDraft
from article3.acts.report_document import ReportDocument
from article3.acts.request_notice import RequestNotice
from article3.acts.send_diffusion import SendDiffusion
from article3.acts.send_message import SendMessage
from article3.acts.update_notice import UpdateNotice
from article3.intake.reading import read_communication
from article3.register.pages import QuestionShown
from article3.sites.bureau.drafts import DraftPage
from article3.sites.bureau.look import Look, sheet_of
from article3.sites.bureau.sheets import TITLES
from article3.sites.page.forms import PaperForm
from article3.sites.page.problems import told
from article3.sites.page.spoken import spoken
from article3.terms.communication import Channel, Communication, Reference
from article3.terms.finding import Refused
from article3.terms.sitting import MandateRole

WHAT_HAPPENS: dict[str, str | Promise] = {
    "notice_request": _l("The General Secretariat receives the request and reviews it. No other bureau can know of it "
                         "until it is published."),
    "diffusion": _l("The diffusion goes at once to the recipients you named, marked as not reviewed, and is reviewed "
                    "afterwards. If it does not comply, every recipient is told to remove it."),
    "message": _l("The message goes at once to the recipients you named. It is not reviewed."),
    "conversion": _l("The General Secretariat reviews the request like any other. Until it is published, the diffusion "
                     "stays with its recipients as it is."),
    "document_entry": _l("The entry goes at once to the recipients you named."),
}
ORDERS = {Channel.NOTICE_REQUEST: RequestNotice, Channel.DIFFUSION: SendDiffusion, Channel.MESSAGE: SendMessage,
          Channel.DOCUMENT_ENTRY: ReportDocument}


class SendForm(PaperForm):
    """The confirmation; for a correction, which questions it answers."""

    def __init__(self, *args: Any, questions: tuple[QuestionShown, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if questions:
            self.fields["answers"] = forms.MultipleChoiceField(
                label=_("Which questions does the corrected form answer?"), widget=forms.CheckboxSelectMultiple,
                choices=[(question.id, question.text) for question in questions],
                initial=[question.id for question in questions], error_messages={"required": _("Choose at least one.")})
        self.fields["sure"] = forms.BooleanField(
            label=_("I have checked the answers above."),
            error_messages={"required": _("Confirm that you have checked the answers.")})


class CheckPage(DraftPage):
    """The answers, each part with the way back to its sheet; then send."""

    key = "check"

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Everything set out once more."""
        return self.checked(SendForm(questions=self.questions()))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Send it, unless something cannot be read or the rules say no."""
        form = SendForm(request.POST, questions=self.questions())
        if not form.is_valid() or self.look().problems:
            return self.checked(form, 422)
        try:
            reference = self.send(form)
        except Refused as refused:
            form.add_error(None, spoken(refused.because))
            return self.checked(form, 422)
        return redirect("bureau:item" if self.corrects else "bureau:sent", reference)

    def send(self, form: SendForm) -> str:
        """Perform the order this draft is for; the reference it now has."""
        reference = Reference(self.corrects) if self.corrects else wiring.new_reference()
        document = self.document if self.corrects else self.document | {"made_on": timezone.localdate().isoformat()}
        sent = read_communication(document, reference=reference, source=self.request.sitting.bureau)
        done = _("Your request for a notice was sent.") if self.converts else _("The corrected form was sent.")
        wiring.perform(self.order(sent, form), sitting=self.request.sitting)
        if self.corrects:
            wiring.perform(DiscardDraft(draft=self.kwargs["draft"]), sitting=self.request.sitting)
            messages.success(self.request, done)
        return reference

    def order(self, sent: Communication, form: SendForm) -> Any:
        """A new item, a conversion, an answer by a corrected form, or an update."""
        if not self.corrects:
            return ORDERS[sent.channel](communication=sent, draft=self.kwargs["draft"])
        if self.converts:
            return ConvertToNotice(reference=sent.reference, communication=sent)
        answered = form.cleaned_data.get("answers", ())
        if answered:
            return AnswerQuestions(reference=sent.reference, communication=sent,
                                   answers=tuple((question, _("See the corrected form.")) for question in answered))
        return UpdateNotice(reference=sent.reference, communication=sent)

    @property
    def converts(self) -> bool:
        """The draft asks that an own diffusion become a notice."""
        if not self.corrects or self.document["channel"] != Channel.NOTICE_REQUEST:
            return False
        item = wiring.reader(self.request.sitting, Why.OWN_ITEM).own_item(Reference(self.corrects))
        return item.row.channel is Channel.DIFFUSION and item.converting is None

    def questions(self) -> tuple[QuestionShown, ...]:
        """The open questions of the item this draft corrects."""
        if not self.corrects or self.converts:
            return ()
        item = wiring.reader(self.request.sitting, Why.OWN_ITEM).own_item(Reference(self.corrects))
        return tuple(question for question in item.questions if question.answered_on is None)

    def checked(self, form: SendForm, status: int = 200) -> HttpResponse:
        """The page."""
        found = self.look()
        return self.page("bureau/check.html", status, form=form, look=found, problems=self._problems(found),
                         change=reverse("bureau:draft", args=(self.kwargs["draft"],)),
                         may_send=self.request.sitting.role is MandateRole.BUREAU_LEAD,
                         what_happens=WHAT_HAPPENS["conversion" if self.converts else self.document["channel"]])

    def _problems(self, found: Look) -> list[dict[str, object]]:
        return [{"title": TITLES[sheet_of(problem)], "told": told(problem),
                 "url": reverse(f"bureau:draft_{sheet_of(problem)}", args=(self.kwargs["draft"],))}
                for problem in found.problems]
