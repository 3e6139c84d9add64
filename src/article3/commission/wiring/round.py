"""A round of the wing: letters both ways, and once a day a look at what the register learned."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from article3.commission.wiring.letters import SEAT, NoLine, carry
from article3.commission.wiring.news import watch
from article3.exchange import keys


def go_round() -> dict[str, str]:
    """A line of what was done. Nothing where the Commission sits elsewhere."""
    if settings.SEAT != SEAT and keys.seat_of(keys.own_public(SEAT), timezone.now()) != SEAT:
        return {}
    watch()
    try:
        moved = carry() + carry()  # what was just brought may be answered at once
    except NoLine as broken:
        return {SEAT: f"No line for the Commission: {broken}"}
    return {SEAT: f"Commission: {moved} letters"}
