"""The filters of the queue as conditions on rows."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q

from article3.register.columns import HELD_FIRST
from article3.terms.finding import Refused
from article3.terms.sitting import Sitting

SOON_DAYS = 5


def queue_part(only: str, sitting: Sitting) -> Q:
    """One part of the queue. Raises Refused for a part it does not have."""
    parts = {"": Q(), "mine": Q(reviewer=sitting.officer), "free": Q(reviewer=""), "second": ~Q(awaits=""),
             "held": Q(order_key__startswith=HELD_FIRST)}  # fmt: skip
    if only not in parts:
        raise Refused("The queue has no such part.")
    return parts[only] if only != "second" else parts[only] & Q(tie_assigned_to_me=True) & ~Q(reviewer=sitting.officer)


def queue_clock(clock: str, on: date) -> Q:
    """The rows whose clock stands so. Raises Refused for a word it does not know."""
    soon = on + timedelta(days=SOON_DAYS)
    parts = {"": Q(), "late": Q(clock_at__lt=on), "soon": Q(clock_at__gte=on, clock_at__lte=soon),
             "fine": Q(clock_at__gt=soon) | Q(clock_at=None)}  # fmt: skip
    if clock not in parts:
        raise Refused("The queue has no such part.")
    return parts[clock]


def stated(**columns: str) -> dict[str, str]:
    """The columns a filter names; an empty one is no filter."""
    return {name: value for name, value in columns.items() if value}
