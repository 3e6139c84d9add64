"""The proof that nothing slipped past a protective desk on one day: what was received is what was screened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCovered:
    """One day as it was signed. `root` is over the ids received, each with whether it was screened."""

    day: date
    received: int
    screened: int
    root: str
    signature: str

    @property
    def id(self) -> str:
        """A day is signed for once."""
        return self.day.isoformat()

    @property
    def whole(self) -> bool:
        """Nothing that was received is left unscreened."""
        return self.received == self.screened
