"""Letters of the Commission: questions to answer, orders and how far they are, and the way to ask for leave.

Nothing here says who applied, or whether anybody did: the Commission asks the same when it checks of its own accord.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from article3.sites.page.absent import absent_is_404
from article3.sites.page.forms import PaperForm, text_field
from article3.sites.page.spoken import spoken
from article3.terms.communication import Reference
from article3.terms.finding import Refused
from article3.wiring import letter_box


class AnswerForm(PaperForm):
    """The answer, word for word."""

    text = text_field(_("Answer"), hint=_("The Commission reads it word for word. Your own assessment belongs here."))


class LeaveForm(PaperForm):
    """Why what repeats a deleted record should be entered all the same."""

    text = text_field(_("Why it should be entered all the same"))


@require_safe
@absent_is_404
def letters(request: HttpRequest) -> HttpResponse:
    """Open questions, and orders with the day they are due."""
    questions, orders = letter_box.tray(request.sitting)
    return render(request, "secretariat/commission.html", {"questions": questions, "orders": orders,
                                                           "today": timezone.localdate()})


@require_http_methods(["GET", "HEAD", "POST"])
@absent_is_404
def answer(request: HttpRequest, letter: str) -> HttpResponse:
    """Answer one question."""
    questions, _orders = letter_box.tray(request.sitting)
    found = next((each for each in questions if each.id == letter), None)
    form = AnswerForm(request.POST or None)
    if found is None:
        raise letter_box.NotFound
    if request.method == "POST" and form.is_valid():
        letter_box.answer_letter(request.sitting, letter, form.cleaned_data["text"])
        messages.success(request, _("Your answer is in the letter-box."))
        return redirect("secretariat:commission_letters")
    return _form_page(request, form, _("Answer the Commission"), str(found.body.get("text", "")))


@require_http_methods(["GET", "HEAD", "POST"])
@absent_is_404
def leave(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask whether a file may be entered that repeats one deleted by order."""
    letter_box.tray(request.sitting)
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            letter_box.ask_leave(request.sitting, Reference(reference), form.cleaned_data["text"])
        except Refused as refused:
            form.add_error(None, spoken(refused.because))
        else:
            messages.success(request, _("The Commission was asked."))
            return redirect("secretariat:commission_letters")
    return _form_page(request, form, _("Ask the Commission for leave"), "")


def _form_page(request: HttpRequest, form: PaperForm, title: object, says: str) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, "secretariat/commission_form.html", {"form": form, "title": title, "says": says},
                  status=status)
