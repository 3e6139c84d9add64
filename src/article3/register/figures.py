"""Counts of files, never of countries: what stands in the register, by channel, colour and state."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from article3.register.models import File

FLOOR = 5
"""The public reads no count below this: a small one can be one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How many files of one channel and colour stand in one state; None: fewer than the floor."""

    channel: str
    colour: str
    state: str
    files: int | None


def cells(*, floor: int = 1) -> tuple[Cell, ...]:
    """Every combination there is, in order."""
    counted = File.objects.values("channel", "colour", "state").annotate(files=Count("pk"))
    return tuple(
        Cell(channel=row["channel"], colour=row["colour"], state=row["state"],
             files=row["files"] if row["files"] >= floor else None)
        for row in counted.order_by("channel", "colour", "state")
    )  # fmt: skip
