"""Where a page of a list ends: the sort key of its last row. Pages go by key, never by number, and have no totals."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import UTC, date, datetime

from article3.terms.finding import Refused

_AT_MOST = 400


def write(*key: str | date) -> str:
    """An opaque text for the key; it holds nothing the page did not show."""
    plain = [part.isoformat() if isinstance(part, date) else part for part in key]
    return base64.urlsafe_b64encode(json.dumps(plain).encode()).decode().rstrip("=")


def read(cursor: str) -> tuple[str, str] | None:
    """The key, or None for the first page. Raises Refused for anything we did not write."""
    if not cursor:
        return None
    try:
        found = json.loads(base64.urlsafe_b64decode(cursor[:_AT_MOST] + "=" * (-len(cursor) % 4)))
        first, second = found
        assert isinstance(first, str) and isinstance(second, str) and (first + second).isprintable()
    except (AssertionError, binascii.Error, ValueError, TypeError) as unknown:
        raise Refused("There is no such page.") from unknown
    return first, second


def read_on(cursor: str) -> tuple[date, str] | None:
    """The same for lists ordered by a day."""
    found = read(cursor)
    try:
        return (date.fromisoformat(found[0]), found[1]) if found else None
    except ValueError as unknown:
        raise Refused("There is no such page.") from unknown


def read_at(cursor: str) -> tuple[datetime, str] | None:
    """The same for lists ordered by an instant."""
    found = read(cursor)
    if found is None:
        return None
    try:
        at = datetime.fromisoformat(found[0])
        assert at.tzinfo is not None
        return at.astimezone(UTC), found[1]
    except (AssertionError, OverflowError, ValueError) as unknown:
        raise Refused("There is no such page.") from unknown
