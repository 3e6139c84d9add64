"""The task force's queue, ordered by harm and clock; each row says why it stands where it stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from article3 import wiring
from article3.access.why import Why
from article3.register.pages import QueueRow
from article3.sites.page import clock, vocabulary
from article3.sites.page.absent import absent_is_404
from article3.terms.communication import Channel, Colour

PARTS: dict[str, str | Promise] = {
    "": _("Everything that waits"), "mine": _("My files"), "free": _("Not taken up"),
    "second": _("Waiting for my word"), "held": _("Held at the gateway"),
}
CLOCKS = {state: word for state, word in clock.STATES.items() if state in ("late", "soon", "fine")}


@require_safe
@absent_is_404
def queue(request: HttpRequest) -> HttpResponse:
    """One page of the queue, filtered by part, channel, colour and state of the clock."""
    chosen = _chosen(request)
    page = wiring.reader(request.sitting, Why.CHOOSING_WORK).queue(request.GET.get("after", ""), **chosen)
    return render(request, "secretariat/queue.html", {
        "page": page, "rows": [(row, row_clock(row)) for row in page.rows], "chosen": chosen, "parts": PARTS.items(),
        "channels": vocabulary.CHANNELS.items(),
        "colours": vocabulary.COLOURS.items(), "clocks": CLOCKS.items(), "filtered": any(chosen.values()),
        "carried": "".join(f"{name}={value}&" for name, value in chosen.items() if value)})


def row_clock(row: QueueRow) -> clock.Clock | None:
    """The next day something falls due on the file."""
    if row.clock_at is None:
        return None
    return clock.Clock(name=_("Next deadline"), starts=row.received_at.date(), ends=row.clock_at,
                       today=timezone.localdate())


def _chosen(request: HttpRequest) -> dict[str, str]:
    """The filters, each from its closed list; anything else is no filter."""
    allowed = {"only": set(PARTS), "channel": set(Channel), "colour": set(Colour), "clock": set(CLOCKS)}
    return {name: value if (value := request.GET.get(name, "")) in words else "" for name, words in allowed.items()}
