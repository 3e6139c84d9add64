"""What an act of the Commission may ask for; `register.shelf` and `wiring.letters` stand behind these."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Protocol

from article3.commission.lifecycle.request import CommissionRequest
from article3.terms.facts_commission import CommissionOutcome
from article3.terms.reasons import Ground
from article3.terms.sitting import OfficerId


class Shelf(Protocol):
    """The Commission's requests."""

    def add(self, request: CommissionRequest, code: str) -> None:
        """Keep a new request under its receipt code."""

    def request(self, reference: str) -> CommissionRequest:
        """One request, locked for this transaction."""

    def keep(self, request: CommissionRequest) -> CommissionRequest:
        """Keep a request one version on."""

    def keep_paper(self, digest: str, content: bytes) -> None:
        """Keep the bytes of a paper under their digest."""

    def publish(self, title: str, text: str, *, language: str, outcome: CommissionOutcome,
                grounds: Iterable[Ground], on: date) -> str:  # fmt: skip
        """Put a decision without names into the public library; its number."""

    def note(self, what: str, *, officer: OfficerId, reference: str = "", why: str = "", at: datetime,
             of: Any = None) -> None:  # fmt: skip
        """Write an act or a look into the wing's own log."""


class Post(Protocol):
    """Letters to the Secretariat; the transaction that keeps the request keeps the letter."""

    def send(self, kind: str, body: dict[str, Any], *, id: str, about: str, at: datetime) -> None:
        """Put one letter into the post. `about` is the request, known to the Commission only."""
