"""The beat: fixed hours at which what a source or a giver is told leaves together: no instant tells a reason."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta


def beat_after(at: datetime, hours: str) -> datetime:
    """The first beat after an instant; `hours` are hours of UTC, as in "6,14,22"."""
    at = at.astimezone(UTC)
    days = (at.date() + timedelta(days=ahead) for ahead in (0, 1))
    beats = (datetime.combine(day, time(int(hour)), UTC) for day in days for hour in hours.split(","))
    return min(beat for beat in beats if beat > at)
