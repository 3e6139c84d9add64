"""Who still owes the removal of a copy, and since when: a list, and one item as a table and a picture."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from article3.line import propagation as line
from article3.sites.page.absent import absent_is_404
from article3.sites.page.heads import heads_page
from article3.sites.page.propagation import ANSWERS, ROW_PX, WIDTH_PX, ordered_x, picture
from article3.terms.communication import Reference


@require_safe
def unsigned(request: HttpRequest) -> HttpResponse:
    """Removals somebody still owes, the oldest first."""
    return render(request, "secretariat/unsigned.html", {"found": line.unsigned_seen(request.sitting)})


@require_safe
@absent_is_404
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One item: every holder, what it answered, and how long it had it."""
    found, now = line.seen(request.sitting, Reference(reference)), timezone.now()
    bars = picture(found, now)
    return render(request, "secretariat/propagation.html", {
        "found": found, "bars": bars, "height": len(bars) * ROW_PX + 8, "width": WIDTH_PX,
        "rows": [(holder, ANSWERS[holder.answer] if holder.answer else "") for holder in found.holders],
        "ordered_x": ordered_x(found, now),
        "hours": round(found.window(now).total_seconds() / 3600)})


@require_safe
def heads(request: HttpRequest) -> HttpResponse:
    """The journal's heads and their witnesses."""
    return heads_page(request, "secretariat/heads.html")
