"""What is known about one processing operation: who did what to which data, and why. None: not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from article3.terms.communication import Level


class OperationKind(StrEnum):
    """What was done with the data."""

    REGISTER = "register"
    READ = "read"
    SEARCH = "search"
    RECORD = "record"
    CHANGE = "change"
    DELETE = "delete"
    EXPORT = "export"
    FORWARD = "forward"
    DISCLOSE = "disclose"
    OPEN_MESSAGE = "open_message"


class ActingFor(StrEnum):
    """For whom the operation was done."""

    BUREAU = "bureau"
    SECRETARIAT = "secretariat"
    COMMISSION = "commission"
    INTERNATIONAL_ENTITY = "international_entity"
    OVERSIGHT = "oversight"


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationFacts:
    """One processing operation."""

    kind: OperationKind | None = None
    acting_for: ActingFor | None = None
    officer: str | None = None
    at: datetime | None = None
    reference: str | None = None
    reason: str | None = None
    journal_kept: bool | None = None
    """Whether the journal holds an entry for it, written with it and never changed since."""
    communication_registered: bool | None = None
    """Whether the communication had its registration before this operation."""
    granted: bool | None = None
    level: Level | None = None
    clearance: Level | None = None
    needed: bool | None = None
    """Whether the officer needs the data for the task at hand."""
    restricted_from_reader: bool | None = None
    observable: bool | None = None
    """Whether anything the reader could see (content, count, order, text, time) showed that the data exist."""
    answered_by_secretariat: bool | None = None
    third_party: bool | None = None
    source_consented: bool | None = None
    police_purpose: bool | None = None
    leaves_the_system: bool | None = None
    between_bureaus: bool | None = None
    owner_authorised: bool | None = None
    open_case: str | None = None
    """The reference of the compliance or security case in which content may be opened; "none" when there is none."""
    handling_conditions_set: bool | None = None
    handling_conditions_sent: bool | None = None
    within_restrictions: bool | None = None
    within_conditions: bool | None = None
