"""A spot check (RPD 127): an approval drawn by lot is looked at once more, by somebody who had no hand in it.

Complaints come from those who know, can and dare. What was drawn by lot says how the others would have fared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from article3.lifecycle.events import Event
from article3.lifecycle.possible import worded
from article3.terms.communication import BureauCode, Reference
from article3.terms.finding import Refused
from article3.terms.reasons import Ground
from article3.terms.sitting import OfficerId, Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotCheck:
    """One file drawn by lot: whose hands were in it, whether the approval stands."""

    reference: Reference
    file: Reference
    source: BureauCode
    hands: tuple[OfficerId, ...]  # who stood behind the approval
    drawn_at: datetime
    due_on: date
    stands: bool | None = None
    because: str = ""
    grounds: tuple[Ground, ...] = ()
    checked_by: OfficerId | None = None
    checked_at: datetime | None = None
    version: int = 1

    @property
    def about(self) -> str:
        """The file."""
        return self.file

    @property
    def is_open(self) -> bool:
        """Until somebody said whether it stands."""
        return self.stands is None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditDrawn(Event):
    """A file was drawn by lot for a second look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPassed(Event):
    """The approval would be given again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFoundWrong(Event):
    """The approval would not be given again; a review of the file is opened by people, as for any new information."""

    grounds: tuple[Ground, ...]


def checked(check: SpotCheck, *, stands: bool, because: str, grounds: tuple[Ground, ...], at: datetime,
            sitting: Sitting) -> tuple[AuditPassed | AuditFoundWrong, SpotCheck]:  # fmt: skip
    """Somebody else than those who approved, and not of the source's country, says whether it stands."""
    if not check.is_open:
        raise Refused("The spot check is done.", "RPD 127")
    if sitting.officer in check.hands or str(sitting.nationality) == check.source:
        raise Refused("Somebody looks who had no hand in the approval and is not of the source's country.", "RPD 127")
    because = worded(because, "The reason", "RPD 127")
    if stands == bool(grounds):
        raise Refused("An approval that stands has no ground against it; one that does not has.", "RPD 127")
    head = {"reference": check.file, "at": at, "by": sitting.officer, "seat": sitting.seat}
    event = AuditPassed(**head) if stands else AuditFoundWrong(**head, grounds=grounds)  # type: ignore[arg-type]
    return event, replace(check, stands=stands, because=because, grounds=grounds, checked_by=sitting.officer,
                          checked_at=at, version=check.version + 1)
