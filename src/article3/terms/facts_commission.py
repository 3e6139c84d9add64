"""What is known about one request to the Commission, with its clocks (Statute 29-41). None: not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.happening import Happening


class RequestKind(StrEnum):
    """What is asked of the Commission; revision has a record of its own."""

    ACCESS = "access"
    CORRECTION = "correction"
    DELETION = "deletion"


class SentBy(StrEnum):
    """Who sent the request."""

    PERSON = "person"
    REPRESENTATIVE = "representative"
    ENTITY = "entity"
    FOR_A_MINOR = "for_a_minor"
    SOMEBODY_ELSE = "somebody_else"


class WorkingLanguage(StrEnum):
    """The languages of requests; anything else is `other`."""

    ARABIC = "ar"
    ENGLISH = "en"
    FRENCH = "fr"
    SPANISH = "es"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionRequestFacts:
    """One request for access, correction or deletion, until it is decided."""

    kind: RequestKind | None = None
    sent_by: SentBy | None = None
    through_portal: bool | None = None
    reached_another_service: bool | None = None
    passed_to_commission_on: Happening | None = None
    written_in_police_files: bool | None = None
    identity_document: bool | None = None
    document_unredacted: bool | None = None
    document_shows_name_birth_photo: bool | None = None
    power_of_attorney: bool | None = None
    proof_of_standing: bool | None = None
    signed: bool | None = None
    language: WorkingLanguage | None = None
    purpose_stated: bool | None = None
    fee_asked: bool | None = None
    received_on: date | None = None
    acknowledged_on: Happening | None = None
    admissibility_answered_on: Happening | None = None
    admissible_on: Happening | None = None
    existence_checked_on: Happening | None = None
    examination_began_on: Happening | None = None
    secretariat_consulted_on: Happening | None = None
    secretariat_notified_on: Happening | None = None
    """When the 45-day notification between Secretariat and Commission was made."""
    secretariat_assessed_on: Happening | None = None
    """When the Secretariat finished its own assessment of compliance."""
    decided_on: Happening | None = None
    extended: bool | None = None
    extension_reason: str | None = None
    applicant_told_of_extension: bool | None = None
    question_asked_on: Happening | None = None
    question_due_on: date | None = None
    question_answered_on: Happening | None = None
    silence_recorded: bool | None = None
    provisional_measure_on: Happening | None = None
    draft_sequence: bool = False
    """The policy flag of the draft sequence (CCF-33-D). Not a fact but a setting; off unless somebody adopts it."""


class UrgencyGround(StrEnum):
    """Why a provisional measure may be needed while the request is decided."""

    IMMINENT_EXTRADITION = "imminent_extradition"
    DETENTION = "detention"
    PROTECTION = "protection"
    OTHER = "other"
    NONE = "none"


class CommissionOutcome(StrEnum):
    """Values of the Commission's published decisions."""

    COMPLIANT = "compliant"
    COMPLIANT_WITH_UPDATE = "compliant_with_update"
    NOT_COMPLIANT = "not_compliant"


class Remedy(StrEnum):
    """What the Commission orders."""

    DELETE = "delete"
    CORRECT = "correct"
    ADD_INFORMATION = "add_information"
    ADDENDUM = "addendum"
    CAVEAT = "caveat"
    INFORM_MEMBERS = "inform_members"
    NO_FURTHER_HELP = "no_further_help"
    LEAVE_ONLY = "leave_only"
    NONE = "none"


class DecidedBy(StrEnum):
    """Who decided on a request about files."""

    REQUESTS_CHAMBER = "requests_chamber"
    ADVISORY_CHAMBER = "advisory_chamber"
    SECRETARIAT = "secretariat"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionDecisionFacts:
    """One decision of the Commission and what became of it."""

    decided_by: DecidedBy | None = None
    written: bool | None = None
    reasons_given: bool | None = None
    outcome: CommissionOutcome | None = None
    remedies: frozenset[Remedy] = frozenset()
    """What was ordered; `none` when nothing was."""
    urgency: UrgencyGround | None = None
    provisional_measure_considered: bool | None = None
    provisional_measure_called_finding: bool | None = None
    """Whether the measure was treated as a finding on the merits."""
    received_by_secretariat_on: Happening | None = None
    clarification_asked: bool | None = None
    clarified_on: Happening | None = None
    implemented_on: Happening | None = None
    secretariat_declined: bool | None = None
    applicant_sent_on: Happening | None = None
    source_sent_on: Happening | None = None
    implementation_told_on: Happening | None = None
    source_deleted_before_decision: bool | None = None
    finding_offered: bool | None = None
    watch_kept: bool | None = None
    reprisal_reported: bool | None = None
    reprisal_recorded: bool | None = None
    reprisal_acted_on: bool | None = None
