"""The only way to read the Organization's files: (who, why) in, filtered and projected records out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from article3.register.pages import (
    CasePage,
    OwnPage,
    OwnRow,
    Page,
    PersonRow,
    PublishedNotice,
    Query,
    QueueRow,
)
from article3.terms.communication import Reference
from article3.terms.sitting import Sitting

Noter = Callable[..., None]
"""Writes the journal entry of a reading; raises when it cannot, and then the reading is refused."""


class Reader:
    """One sitting's eyes, for one stated reason. Made by `wiring.reader` only."""

    def __init__(self, sitting: Sitting, why: str, at: datetime, note: Noter) -> None:
        self._sitting, self._why, self._at, self._note = sitting, why, at, note

    def queue(self, cursor: str = "", size: int = 50) -> Page[QueueRow]:
        """The desk's waiting files, the most harmful and most urgent first."""
        raise NotImplementedError

    def case(self, reference: Reference) -> CasePage:
        """One file. Raises NotFound for absent and forbidden alike."""
        raise NotImplementedError

    def own_items(self, cursor: str = "", size: int = 50) -> Page[OwnRow]:
        """What this bureau sent, the newest first."""
        raise NotImplementedError

    def own_item(self, reference: Reference) -> OwnPage:
        """One of this bureau's own items. Raises NotFound for absent and forbidden alike."""
        raise NotImplementedError

    def incoming(self, cursor: str = "", size: int = 50) -> Page[PublishedNotice]:
        """What was published to or reached this bureau, the newest first."""
        raise NotImplementedError

    def published(self, reference: Reference) -> PublishedNotice:
        """One notice or diffusion as it reached this bureau. Raises NotFound for absent and forbidden alike."""
        raise NotImplementedError

    def search(self, query: Query, cursor: str = "", size: int = 25) -> Page[PersonRow]:
        """Persons found among what this sitting may read. Refused when the query is empty or too short."""
        raise NotImplementedError
