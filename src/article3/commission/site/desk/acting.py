"""One address for every act on a request: a form becomes one order, the result or the refusal becomes a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from article3.commission import wiring
from article3.commission.lifecycle.request import CommissionRequest
from article3.commission.site.desk import forms, orders
from article3.commission.site.desk.offered import OFFERED
from article3.said import said
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

Build = Callable[[CommissionRequest, dict[str, Any], Sitting], Any]


@dataclass(frozen=True, slots=True)
class Offer:
    """A form, the order it builds, and the page's heading."""

    form: type[forms.DeskForm]
    build: Build
    title: Promise


OFFERS: dict[str, Offer] = {
    "take-up": Offer(forms.EmptyForm, orders.take_up, _("Take the request up")),
    "admissibility": Offer(forms.AdmissibilityForm, orders.admissibility, _("Rule on admissibility")),
    "identify": Offer(forms.IdentifyForm, orders.identify, _("Enter what was found")),
    "ask": Offer(forms.AskForm, orders.ask, _("Ask")),
    "answer": Offer(forms.AnswerForm, orders.answer, _("Enter an answer")),
    "remind": Offer(forms.QuestionForm, orders.remind, _("Remind, and record the silence")),
    "extend": Offer(forms.ExtendForm, orders.extend, _("Give more time")),
    "pause": Offer(forms.PauseForm, orders.pause, _("Stop the clock")),
    "resume": Offer(forms.EmptyForm, orders.resume, _("Let the clock run on")),
    "assign": Offer(forms.AssignForm, orders.assign, _("Assign rapporteur and members")),
    "block": Offer(forms.BlockForm, orders.block, _("Order a provisional block")),
    "lift-block": Offer(forms.LiftForm, orders.lift_block, _("Lift a block")),
    "item": Offer(forms.ItemForm, orders.item, _("Note an item of information")),
    "settle": Offer(forms.SettleForm, orders.settle, _("Settle an item")),
    "propose": Offer(forms.ProposeForm, orders.propose, _("Propose a decision")),
    "vote": Offer(forms.VoteForm, orders.vote, _("Vote")),
    "decide": Offer(forms.EmptyForm, orders.decide, _("Take the decision")),
    "publish": Offer(forms.PublishForm, orders.publish, _("Publish without names")),
    "new-fact": Offer(forms.NewFactForm, orders.new_fact, _("Say what follows from a new fact")),
    "stand-aside": Offer(forms.AsideForm, orders.stand_aside, _("Stand aside")),
}
assert set(OFFERS) == set(OFFERED), "an act offered without a form"


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    """The form of one act, and the act."""
    offer = OFFERS.get(act)
    try:
        found = wiring.request(request.sitting, reference, act)
    except wiring.NotFound as absent:
        raise Http404 from absent
    if offer is None:
        raise Http404
    form = offer.form(request.POST or None, of=found, sitting=request.sitting)
    if request.method == "POST" and (form.is_valid() or not form.fields):
        try:
            wiring.perform(offer.build(found, getattr(form, "cleaned_data", {}), request.sitting),
                           sitting=request.sitting)  # fmt: skip
        except Refused as refused:
            because = said(refused.because, get_language())
            form.add_error(None, f"{because} ({refused.citation})" if refused.citation else because)
        except wiring.NotFound:
            form.add_error(None, _("There is no file with that reference."))
        else:
            messages.success(request, _("Done on %(day)s.") % {"day": timezone.localdate()})
            return redirect("commission:request", reference)
    status = 422 if request.method == "POST" else 200
    return render(request, "commission/act.html", {"file": found, "form": form, "title": offer.title}, status=status)


@require_http_methods(["POST"])
def leave(request: HttpRequest, letter: str) -> HttpResponse:
    """Leave to enter what repeats data that were deleted by order."""
    try:
        wiring.give_leave(request.sitting, letter)
    except wiring.NotFound as absent:
        raise Http404 from absent
    except Refused as refused:
        messages.error(request, said(refused.because, get_language()))
    return redirect("commission:letters")
