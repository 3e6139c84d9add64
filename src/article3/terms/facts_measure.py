"""What is known about a corrective measure towards a bureau, a dispute, or an entry of the compliance database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.happening import Happening


class Measure(StrEnum):
    """Corrective measures towards a bureau (RPD 131)."""

    CORRECT_ERRORS = "correct_errors"
    SUPERVISE_PROCESSING = "supervise_processing"
    SUSPEND_USERS = "suspend_users"
    EVALUATION_TEAM = "evaluation_team"
    TRAINING = "training"
    SUSPEND_RIGHT_TO_RECORD = "suspend_right_to_record"
    SUSPEND_RIGHT_TO_CONSULT = "suspend_right_to_consult"
    SUSPEND_ALL_ACCESS = "suspend_all_access"


class Organ(StrEnum):
    """Organs of the Organization that decide measures and disputes."""

    SECRETARIAT = "secretariat"
    EXECUTIVE_COMMITTEE = "executive_committee"
    GENERAL_ASSEMBLY = "general_assembly"


class Routing(StrEnum):
    """What happens to a bureau's outgoing diffusions."""

    DIRECT = "direct"
    PRE_SCREENED = "pre_screened"
    BARRED = "barred"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """One corrective measure towards one bureau."""

    measure: Measure | None = None
    decided_by: Organ | None = None
    proposed_by_secretariat: bool | None = None
    began_on: date | None = None
    ends_on: Happening | None = None
    """The last day; not yet: no end was set."""
    routing: Routing | None = None
    routing_basis: str | None = None
    routing_owner: str | None = None
    membership_touched: bool | None = None
    other_channels_open: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeFacts:
    """One dispute between bureaus (RPD 135)."""

    between_bureaus: bool | None = None
    """False for a request of a person about files: that goes to the Commission."""
    consulted_on: Happening | None = None
    settled: bool | None = None
    committee_asked_on: Happening | None = None
    assembly_asked_on: Happening | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplianceEntryFacts:
    """One entry of the register that keeps non-compliant data from coming back (RPD 125)."""

    found_non_compliant: bool | None = None
    entered: bool | None = None
    decision: str | None = None
    expires_on: date | None = None
    readers_are_reviewers_only: bool | None = None
