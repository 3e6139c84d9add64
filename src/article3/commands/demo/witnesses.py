"""The witnesses of the journal in the invented world, and the first head they saw."""

from __future__ import annotations

from datetime import datetime

from article3 import wiring

SEATED = ("commission", "bureau-xa", "bureau-xb")


def play(now: datetime) -> None:
    """Three witnesses are seated here, each with a key and a memory of its own; the head of the hour is made."""
    for name in SEATED:
        wiring.seat_witness(name, now)
    wiring.beat(now)
