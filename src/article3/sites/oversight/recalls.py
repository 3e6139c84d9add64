"""Recalls followed to the last copy: what is not signed for, and one item with each of its holders."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from article3.line import propagation as line
from article3.sites.page.absent import absent_is_404
from article3.sites.page.propagation import ANSWERS, ROW_PX, WIDTH_PX, ordered_x, picture
from article3.terms.communication import Reference


@require_safe
def recalls(request: HttpRequest) -> HttpResponse:
    """Removals somebody still owes: those escalated to oversight, then the rest, each the oldest first."""
    found = sorted(line.unsigned_seen(request.sitting), key=lambda one: not one.escalated)
    escalated = sum(one.escalated for one in found)
    return render(request, "oversight/recalls.html", {"found": found, "escalated": escalated})


@require_safe
@absent_is_404
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One item: every holder, what it answered, how long it had it."""
    found, now = line.seen(request.sitting, Reference(reference)), timezone.now()
    bars = picture(found, now)
    return render(request, "oversight/recall.html", {
        "found": found, "bars": bars, "height": len(bars) * ROW_PX + 8, "width": WIDTH_PX,
        "rows": [(holder, ANSWERS[holder.answer] if holder.answer else "") for holder in found.holders],
        "ordered_x": ordered_x(found, now), "hours": round(found.window(now).total_seconds() / 3600)})
