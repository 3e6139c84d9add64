"""Who still owes the removal of a copy, and since when: a list, and one item as a table and a picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3.line import propagation as line
from article3.sites.page.absent import absent_is_404
from article3.terms.communication import Reference
from article3.terms.delivery import CopyAnswer

ROW_PX, WIDTH_PX, LEFT_PX = 22, 720, 60
ANSWERS = {
    CopyAnswer.PURGED: _("Purged"), CopyAnswer.SUSPENDED: _("Suspended"), CopyAnswer.NEVER_HAD: _("Never had it"),
    CopyAnswer.ACTED_BEFORE: _("Acted on before"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One holder in the picture: from delivery to its signature, or to now while it owes."""

    bureau: str
    y: int
    x: int
    width: int
    state: str  # owes, signed, holds


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
        "ordered_x": _x(found.recalled_at, found, now) if found.recalled_at else None,
        "hours": round(found.window(now).total_seconds() / 3600)})


def picture(found: line.Propagation, now: datetime) -> list[Bar]:
    """A bar for each holder on one scale of time, from the first delivery to now."""
    bars = []
    for number, holder in enumerate(found.holders):
        start, end = _x(holder.since, found, now), _x(holder.settled_at or now, found, now)
        state = "owes" if holder.owes else "signed" if holder.settled_at else "holds"
        bars.append(Bar(bureau=holder.bureau, y=number * ROW_PX + 4, x=start,
                        width=max(end - start, 2), state=state))
    return bars


def _x(at: datetime, found: line.Propagation, now: datetime) -> int:
    whole = max((now - found.first_at).total_seconds(), 1)
    return round(LEFT_PX + (WIDTH_PX - LEFT_PX) * (at - found.first_at).total_seconds() / whole)
