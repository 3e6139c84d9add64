"""What is known about one record's level of confidentiality and its change (RPD 112-114). None: not known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from article3.terms.communication import Level


class ChangedBy(StrEnum):
    """Who changed a level."""

    OWNER = "owner"
    SECRETARIAT = "secretariat"
    RECIPIENT = "recipient"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidentialityFacts:
    """One level, its last change, and the protection it gets where it was received."""

    level: Level | None = None
    stated_by_source: bool | None = None
    level_before: Level | None = None
    changed_by: ChangedBy | None = None
    recipient_protection: Level | None = None
    """The level whose demands the recipient's own protection meets."""
