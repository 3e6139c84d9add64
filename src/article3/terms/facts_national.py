"""What is known about a country's use of a notice or diffusion: one use, one location, one copy, one answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.happening import Happening


class Regime(StrEnum):
    """Whose law governs the use, where the index has rules of its own for it."""

    US_JUSTICE = "us_justice"
    US_IMMIGRATION = "us_immigration"
    UK = "uk"
    EU_SCHENGEN = "eu_schengen"
    OTHER = "other"


class Use(StrEnum):
    """What the country does, or wants to do."""

    ARREST = "arrest"
    EXTRADITION = "extradition"
    IMMIGRATION_ACTION = "immigration_action"
    PROCEEDINGS = "proceedings"
    INFORMATION = "information"


class LegalValue(StrEnum):
    """What a country's law gives to one type of notice from one requesting country."""

    PROVISIONAL_ARREST_REQUEST = "provisional_arrest_request"
    LOCATE_ONLY = "locate_only"
    INFORMATION_ONLY = "information_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalUseFacts:
    """One use of a notice or diffusion under one country's law. Penalties in months."""

    regime: Regime | None = None
    use: Use | None = None
    purpose_matches: bool | None = None
    national_law_allows: bool | None = None
    other_purpose: bool | None = None
    source_told_on: Happening | None = None
    source_objected: bool | None = None
    administrative_use: bool | None = None
    output_orders_arrest: bool | None = None
    """Whether what the program showed tells an officer to arrest."""
    legal_value: LegalValue | None = None
    other_basis: bool | None = None
    """Whether something beside the notice or diffusion carries the use."""
    treaty: bool | None = None
    provisional_arrest_asked: bool | None = None
    national_warrant: bool | None = None
    use_on: date | None = None
    verified_active_on: Happening | None = None
    abuse_checked: bool | None = None
    supervisor_approved: bool | None = None
    documents_held: bool | None = None
    bureau_permission: bool | None = None
    certificate: bool | None = None
    territory_specified: bool | None = None
    offence_penalty_months: int | None = None
    seriousness_appropriate: bool | None = None
    arrests_under_certificate: int | None = None
    final_decision_in_area: bool | None = None
    same_acts: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationFacts:
    """A wanted person was located (RPD 87)."""

    located_on: Happening | None = None
    source_told_on: Happening | None = None
    secretariat_told_on: Happening | None = None
    lawful_steps_taken: bool | None = None
    documents_due_on: date | None = None
    """From the treaty or the law of the country of location."""
    source_reacted_on: Happening | None = None
    documents_sent_on: Happening | None = None
    transmission_help_asked: bool | None = None
    transmission_help_logged: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalCopyFacts:
    """What one recipient did with what it received, and with the order to remove it (RPD 80)."""

    received_on: Happening | None = None
    passed_on_nationally_on: Happening | None = None
    results_known: bool | None = None
    results_reported_on: Happening | None = None
    removal_asked_on: Happening | None = None
    removal_due_on: date | None = None
    removal_confirmed_on: Happening | None = None
    chased_on: Happening | None = None


class IncomingAnswer(StrEnum):
    """A bureau's own answer to a foreign request."""

    ACCEPT = "accept"
    RESTRICT = "restrict"
    REFUSE = "refuse"
    REFER = "refer"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingRequestFacts:
    """What bureaus recorded about one request: the requester's own screening and the recipient's answer."""

    screened_by: str | None = None
    screened_on: Happening | None = None
    sent_on: date | None = None
    another_bureau_concerned: bool | None = None
    position_stated_on: Happening | None = None
    position_before_reviewer: bool | None = None
    answer: IncomingAnswer | None = None
    answer_reason: str | None = None
    answer_officer: str | None = None
    review_on: date | None = None
