"""What the desk's pages say of codes, people and clocks."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from article3.commission.lifecycle.timetable import Clock, Counted
from article3.commission.site.desk.acting import OFFERS
from article3.commission.site.desk.words import MOVED, ground, word

register = template.Library()
register.filter("ccf", word)
register.filter("ccf_ground", ground)


@register.filter
def act_title(act: str) -> Any:
    """What an act is called, as on its own page."""
    return OFFERS[act].title


@register.filter
def moved(step: Counted) -> str:
    """How far one step of a computation moved the day."""
    return str(MOVED[step.move] % {"n": step.count})


@register.filter
def late(clock: Clock) -> bool:
    """The clock is over and nothing was done in time."""
    return clock.late_on(timezone.localdate())


@register.filter
def name_in(officer: Any, names: dict[str, str]) -> str:
    """The name of an officer of the Commission."""
    return names.get(officer, "")
