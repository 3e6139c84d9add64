"""How many requests a key may make: evenly so many a minute, with some in a burst; one key never uses up another's.

The generic cell rate algorithm (ITU-T I.371): one number a key, one statement a request.
"""

from __future__ import annotations

from django.db.models import F, Value
from django.db.models.functions import Greatest

from article3.programs.models import Pace

BURST_S = 10.0
"""A key may run ahead by what it may ask in so many seconds."""


def take(key: str, now_s: float, per_minute: int) -> float:
    """Let one request pass and return 0.0, or return how many seconds the key has to wait."""
    step = 60.0 / per_minute
    run = Pace.objects.filter(pk=key, due_s__lte=now_s + BURST_S - step)
    if run.update(due_s=Greatest(F("due_s"), Value(now_s)) + step):
        return 0.0
    row, made = Pace.objects.get_or_create(pk=key, defaults={"due_s": now_s + step})
    return 0.0 if made else max(row.due_s - BURST_S + step - now_s, step)


def forget(keys: list[str]) -> None:
    """Keys that ended need no pace."""
    Pace.objects.filter(pk__in=keys).delete()
