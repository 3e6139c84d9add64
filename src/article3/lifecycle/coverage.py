"""What a protective desk tells the Organization of its days: how much was screened, nothing of what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.lifecycle.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageReported(Event):
    """A desk told the Organization how much of what reached it on a day was screened; nothing of what was found."""

    day: date
    received: int
    screened: int
    root: str
