"""What is known about a bureau or entity as a participant, and how it is supervised. None: not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from article3.terms.happening import Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class BureauFacts:
    """One participant: the bureau of a Member, or an international entity under an agreement."""

    bureaus_of_country: int | None = None
    wanted_person_contact: bool | None = None
    sender_is_bureau: bool | None = None
    recipient_is_bureau: bool | None = None
    """True also for an entity acting under its agreement."""
    international_entity: bool | None = None
    agreement_approved: bool | None = None
    agreement_covers: bool | None = None
    """Whether the agreement's scope covers what the entity does."""
    agreement_until: date | None = None
    security_officer_named: bool | None = None
    security_rules_applied: bool | None = None
    data_protection_officer_named: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionFacts:
    """The checks that were planned and made. Intervals in months; the rules leave them to the plan."""

    plan_exists: bool | None = None
    check_every_months: int | None = None
    secretariat_checked_on: Happening | None = None
    results_recorded: bool | None = None
    use_checked_on: Happening | None = None
    evaluate_every_months: int | None = None
    national_users_evaluated_on: Happening | None = None
    bureau_evaluated_on: Happening | None = None
