"""What the Commission orders and decides: measures, drafts, votes, decisions (Statute 37 to 41)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.communication import CountryCode, Reference
from article3.terms.facts_commission import CommissionOutcome, Remedy, UrgencyGround
from article3.terms.reasons import Ground
from article3.terms.redress import Correctable, CountryReport, Measured, ReportState
from article3.terms.sitting import OfficerId

__all__ = ["Ballot", "Carried", "CountryReport", "Decision", "Draft", "Measure", "Measured", "ReportState", "Vote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One order to the Secretariat about one file, and what became of it. Its id is all that is told beside it."""

    id: str
    file: Reference
    measure: Measured
    ordered_on: date
    due_on: date
    by: OfficerId
    text: str = ""
    part: Correctable | None = None
    urgency: UrgencyGround | None = None
    because: str = ""
    carried: Carried | None = None
    lifted_on: date | None = None

    @property
    def blocks(self) -> bool:
        """It is a block that stands."""
        return self.measure is Measured.BLOCK and self.lifted_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What the Secretariat reported on an order."""

    state: ReportState
    on: date
    because: str = ""
    countries: tuple[CountryReport, ...] = ()
    received_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the rapporteur proposes."""

    outcome: CommissionOutcome
    remedies: frozenset[Remedy]
    grounds: tuple[Ground, ...]
    reasons: str
    text: str
    """The caveat, addendum or information in its words; empty where none is ordered."""
    by: OfficerId
    on: date
    part: Correctable | None = None
    reads_as: str = ""
    """For a correction: which part, and what it reads as from then on."""
    data_may_be_told: bool = False
    """Whether the applicant may learn that there are data, and what (Statute 35)."""


class Ballot(StrEnum):
    """How a member votes."""

    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One member's vote on the draft as it stands, with its own or joined reasons."""

    officer: OfficerId
    nationality: CountryCode
    ballot: Ballot
    reasons: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The decision: written, reasoned, binding on the Organization."""

    outcome: CommissionOutcome
    remedies: frozenset[Remedy]
    grounds: tuple[Ground, ...]
    reasons: str
    on: date
    alone: bool
    """Taken by the rapporteur in the lane of simple cases."""
    votes_for: int
    votes_against: int
    data_may_be_told: bool
    told_on: date | None = None
