"""How long each holder had an item, as a picture: the same on the task force's and on the oversight pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from article3.line import propagation as line
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


def ordered_x(found: line.Propagation, now: datetime) -> int | None:
    """Where the order stands on the scale; None when nothing was ordered."""
    return _x(found.ordered_at, found, now) if found.ordered_at else None
