"""What the calendar brings at home: days signed for at protective desks, files opened by what was called back."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.utils import timezone

from article3.register.arrivals import book
from article3.wiring import desk_room, front_room


def do_at_home(at: datetime | None = None) -> dict[str, int]:
    """How often each happened; doing it twice on one day does nothing the second time."""
    at, done = at or timezone.now(), Counter[str]()
    for bureau in book.desks():
        done["CoverageSigned"] += desk_room.sign_days(bureau, at)
    done["RelianceReopened"] += front_room.find_all_reliances(at)
    return {kind: count for kind, count in done.items() if count}
