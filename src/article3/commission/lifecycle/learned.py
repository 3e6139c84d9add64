"""A fact the register learned of a file after the request about it was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.law.parameters import parameter
from article3.terms.clocks import months_after
from article3.terms.communication import Reference


def revision_until(discovered_on: date) -> date:
    """The last day on which a revision can be asked for, given the day the fact was discovered (Statute 42)."""
    return months_after(discovered_on, parameter("commission.revision_months", discovered_on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Which fact of which file, since when it is known, and what the Commission made of it. `words`: what the applicant
    was told, or why it was set aside."""

    file: Reference
    fact: str
    learned_on: date
    told_on: date | None = None
    set_aside_on: date | None = None
    words: str = ""

    @property
    def key(self) -> str:
        """By what it is known on the request."""
        return f"{self.file}/{self.fact}/{self.learned_on.isoformat()}"

    @property
    def open(self) -> bool:
        """Nobody has said what follows."""
        return self.told_on is None and self.set_aside_on is None

    @property
    def until(self) -> date:
        """The last day for a revision on it."""
        return revision_until(self.learned_on)

    @property
    def applicant_until(self) -> date | None:
        """The last day for the applicant, who learned of it when told."""
        return revision_until(self.told_on) if self.told_on else None
