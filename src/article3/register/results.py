"""A positive query result as content that travels to the source of the record, and as a message in its installation."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from article3.lifecycle.frontline import ResultTold

RESULT = "result"
"""The word by which such a letter is known on the line."""


def item_of(told: ResultTold) -> str:
    """The item under which it travels: always the same, and no file's own reference."""
    return blake2b(f"{told.result}/{told.source}".encode(), digest_size=16, person=b"article3.result").hexdigest()


def content_of(told: ResultTold) -> dict[str, Any]:
    """Which record found somebody, and when its source was told; nothing of the person, the officer or the query."""
    return {"letter": RESULT, "record": told.reference, "told_at_s": int(told.at.timestamp())}


def told_at(content: dict[str, Any]) -> datetime:
    """When the Secretariat passed it on."""
    return datetime.fromtimestamp(content["told_at_s"], UTC)
