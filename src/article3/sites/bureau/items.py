"""The bureau's own items: what it sent, the clocks that concern it, and the outcomes it can act on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from article3 import wiring
from article3.access.outward import Status
from article3.access.why import Why
from article3.intake.reading import write_communication
from article3.lifecycle.clocks import ClockKind
from article3.register.pages import OwnPage, OwnRow
from article3.register.reader import Reader
from article3.sites.bureau import drafts
from article3.sites.page.absent import absent_is_404
from article3.sites.page.clock import Clock, clock
from article3.sites.page.past import erased_is_said, look
from article3.terms.communication import Channel, Reference
from article3.terms.sitting import MandateRole

OVER = {Status.REFUSED, Status.WITHDRAWN, Status.CANCELLED, Status.EXPIRED, Status.RECALLED}
STEPS: dict[Channel, tuple[str | Promise, ...]] = {
    Channel.NOTICE_REQUEST: (
        _("A reviewer of the task force takes it up and checks it against every rule."),
        _("If something is missing you are asked, with a last day to answer."),
        _("A second reviewer of another nationality decides."),
        _("You are told here: published, or refused with what would have to change.")),
    Channel.DIFFUSION: (
        _("Its recipients have it now, marked as not reviewed."),
        _("A reviewer checks it against every rule; you may be asked."),
        _("It is confirmed, or recalled from every recipient.")),
    Channel.MESSAGE: (_("Its recipients have it now."),),
    Channel.DOCUMENT_ENTRY: (_("Its recipients have it now."),),
}


def own(request: HttpRequest) -> Reader:
    """The bureau's eyes on its own items."""
    return wiring.reader(request.sitting, Why.OWN_ITEM)


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What this bureau sent, the newest first, each with its clock."""
    page = own(request).own_items(request.GET.get("after", ""))
    rows = [(row, row_clock(row)) for row in page.rows]
    asked = [letter for letter in wiring.letters_of_commission(request.sitting) if letter.is_open]
    return render(request, "bureau/desk.html", {
        "page": page, "rows": rows, "letters": asked, "today": timezone.localdate()})


@require_safe
@absent_is_404
@erased_is_said
def item(request: HttpRequest, reference: str) -> HttpResponse:
    """One own item: status, questions, outcome, and what one may do with it; or what the bureau could read of it then.
    """
    seen, asked = look(request), Reference(reference)
    if seen.known_at is not None:
        then = wiring.own_item_known_at(request.sitting, asked, seen.known_at)
        return _item(request, then, {"look": seen, "over": True, "clocks": clocks(then, seen.as_of)})
    found = own(request).own_item(asked)
    return _item(request, found, {
        "look": replace(seen, as_of=timezone.localdate()), "clocks": clocks(found, timezone.localdate()),
        "over": found.row.status in OVER,
        "open_questions": [question for question in found.questions if question.answered_on is None],
        "turned_back": wiring.turned_back(request.sitting, asked),
        "may_send": request.sitting.role is MandateRole.BUREAU_LEAD,
        "deliveries": wiring.deliveries(request.sitting, asked)})


def _item(request: HttpRequest, found: OwnPage, more: dict[str, Any]) -> HttpResponse:
    opened = replace(found, communication=wiring.opened_for(request.sitting, found.communication))
    return render(request, "bureau/item.html", {"item": opened, **more})


@require_safe
@absent_is_404
def sent(request: HttpRequest, reference: str) -> HttpResponse:
    """The receipt: number, place in the process, clock."""
    found = own(request).own_item(Reference(reference))
    return render(request, "bureau/sent.html", {
        "item": found, "steps": STEPS[found.row.channel], "clocks": clocks(found, timezone.localdate())})


@require_POST
@absent_is_404
def correct(request: HttpRequest, reference: str) -> HttpResponse:
    """A draft that begins with the item's own text, to be sent as its correction."""
    found = own(request).own_item(Reference(reference))
    draft = wiring.new_reference()
    drafts.keep(request, draft, dict(write_communication(found.communication)), corrects=reference)
    return redirect("bureau:draft_person" if found.communication.person else "bureau:draft_instrument", draft)


def row_clock(row: OwnRow) -> Clock | None:
    """The next day something falls due for the bureau."""
    if row.clock_at is None:
        return None
    kind = {Status.QUESTIONS: ClockKind.ANSWER, Status.SUSPENDED: ClockKind.SUSPENSION}.get(
        row.status, ClockKind.RETENTION)
    return Clock(name=clock(kind, row.sent_at.date(), row.clock_at, row.clock_at).name, starts=row.sent_at.date(),
                 ends=row.clock_at, today=timezone.localdate())


def clocks(found: OwnPage, today: date) -> list[Clock]:
    """Every clock the bureau may know of, the next one first."""
    kept: list[Clock] = []
    for question in found.questions:
        if question.answered_on is None:
            waits = question.more_time_until is not None and question.more_time_granted is None
            asked = clock(ClockKind.ANSWER, question.asked_on, None if waits else question.deadline, today)
            kept += [] if asked in kept else [asked]
    if found.suspended_until:
        kept.append(clock(ClockKind.SUSPENSION, found.row.sent_at.date(), found.suspended_until, today))
    if found.row.status not in OVER:
        kept.append(clock(ClockKind.RETENTION, found.row.sent_at.date(), found.valid_until, today))
    return kept
