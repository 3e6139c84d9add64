"""What is known about one officer's right of access (RPD 17, 54-57, 107-111). None: not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.terms.happening import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsFacts:
    """One right of one officer."""

    personal: bool | None = None
    """Granted to one named officer and not to a desk or a group."""
    granted_on: Happening | None = None
    need: str | None = None
    registered: bool | None = None
    reviewed_on: Happening | None = None
    left_post_on: Happening | None = None
    removed_on: Happening | None = None
    trained_on: Happening | None = None
    supervised: bool | None = None
    files_granted: frozenset[str] = frozenset()
    files_needed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentFacts:
    """One officer of the Secretariat taking one file (Constitution 30)."""

    officer_nationalities: frozenset[str] = frozenset()
    countries_concerned: frozenset[str] = frozenset()
    """Country codes: the requester and the person's nationalities."""
    under_instructions: bool | None = None
    """Whether a government gave the officer instructions about the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisFileFacts:
    """One analysis file (RPD 68)."""

    separate: bool | None = None
    approved_on: Happening | None = None
    opened_on: Happening | None = None
    ends_on: date | None = None
    closed_on: Happening | None = None
