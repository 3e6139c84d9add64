"""What is known about a security or processing incident (RPD 118-119). None: not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.happening import Happening


class Informed(StrEnum):
    """Who may have to be told of an incident."""

    OWNER = "owner"
    BUREAUS = "bureaus"
    COMMISSION = "commission"
    EXECUTIVE_COMMITTEE = "executive_committee"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFacts:
    """One incident."""

    found_on: date | None = None
    owner_told_on: Happening | None = None
    to_be_told: frozenset[Informed] = frozenset()
    """Who must be told, by a person's judgement of the gravity; the owner always."""
    told: frozenset[Informed] = frozenset()
    data_lost: bool | None = None
    restored_on: Happening | None = None
    restoration_tested_on: Happening | None = None
