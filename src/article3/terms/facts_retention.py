"""What is known about how long one record may stay in the files (RPD 49-53). None: not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.happening import Happening


class RetentionAnswer(StrEnum):
    """What the source answered when asked whether the data are still needed (RPD 50)."""

    KEEP = "keep"
    DELETE = "delete"


class FurtherKeeping(StrEnum):
    """The cases in which something may stay after the purpose is met (RPD 52-53, titles unchecked)."""

    NONE = "none"
    """No case is relied on."""
    CRIMINAL_RECORD = "criminal_record"
    POINTER_ONLY = "pointer_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionFacts:
    """One record's retention period, its review, and its end."""

    recorded_on: date | None = None
    nominal: bool | None = None
    expires_on: date | None = None
    """The last day of the period set at recording."""
    extended_until: Happening | None = None
    """The last day of an extension; not yet: not extended."""
    extension_reason: str | None = None
    source_asked_on: Happening | None = None
    source_answered_on: Happening | None = None
    source_answer: RetentionAnswer | None = None
    purpose_met_on: Happening | None = None
    basis_gone_on: Happening | None = None
    deleted_on: Happening | None = None
    deleted_by_secretariat: bool | None = None
    deletion_evidence: str | None = None
    source_consulted_on: Happening | None = None
    kept_as: FurtherKeeping | None = None
