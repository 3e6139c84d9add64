"""Counts of files, never of countries: what stands in the register, by channel, colour and state.

A count over more than one may read would tell that there is more: the desk and oversight count everything, a bureau
what it may read, the public its extracts of the day.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from article3.access.words import Role
from article3.register import untold
from article3.register.extracts import shown
from article3.register.models import File
from article3.register.shown import status
from article3.register.sight import Sight
from article3.terms.clocks import day_of
from article3.terms.sitting import Sitting

FLOOR = 5
"""The public reads no count below this: a small one can be one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How many files of one channel and colour stand in one state; None: fewer than the floor."""

    channel: str
    colour: str
    state: str
    files: int | None


def cells(sitting: Sitting, at: datetime) -> tuple[Cell, ...]:
    """For the desk and oversight every state there is; for a bureau the outward status of what it may read, its own
    as far as it was told."""
    sight = Sight(sitting, day_of(at))
    a_bureau = sight.role is Role.BUREAU
    rows = File.objects.filter(sight.content()) if a_bureau else File.objects.all()
    counted = Counter[tuple[str, str, str]]()
    if a_bureau:
        later = rows.filter(pk__in=untold.of(sitting.bureau, at).values("file_id"))
        counted.update((row.channel, row.colour, status(row.state).value)
                       for row in untold.as_told(later, sitting.bureau, at))
        rows = rows.exclude(pk__in=later.values("pk"))
    for row in rows.values("channel", "colour", "state").annotate(files=Count("pk")):
        state = status(row["state"]).value if a_bureau else row["state"]
        counted[row["channel"], row["colour"], state] += row["files"]
    return tuple(
        Cell(channel=channel, colour=colour, state=state, files=count)
        for (channel, colour, state), count in sorted(counted.items())
    )


def public_cells(at: datetime) -> tuple[Cell, ...]:
    """The public extracts of the day by colour, none below the floor."""
    counted = dict(shown(day_of(at)).values_list("colour").annotate(files=Count("pk")))
    return tuple(
        Cell(channel="notice_request", colour=colour, state="published", files=count if count >= FLOOR else None)
        for colour, count in sorted(counted.items())
    )
