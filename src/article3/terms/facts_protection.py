"""What is known about a person's protection as a refugee. Kept and read only where the law allows it (REF-12)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from article3.terms.communication import CountryCode
from article3.terms.happening import Happening


class ProtectionStatus(StrEnum):
    """Where the person stands."""

    REFUGEE = "refugee"
    ASYLUM_SEEKER = "asylum_seeker"
    """Confirmed as an asylum seeker by the authority."""
    PENDING_CLAIM = "pending_claim"
    NATURALISED = "naturalised"
    """A former refugee who took the nationality of the protecting country."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXCLUDED = "excluded"
    """Excluded under Article 1F of the 1951 Convention."""
    NONE = "none"


class Confirmer(StrEnum):
    """Who stated the status."""

    NATIONAL_AUTHORITY = "national_authority"
    UNHCR = "unhcr"
    APPLICANT = "applicant"
    """The person's own document starts a check and does not end it."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionFacts:
    """One person, one requesting country."""

    status: ProtectionStatus | None = None
    confirmed_by: Confirmer | None = None
    confirmed_on: Happening | None = None
    requester: CountryCode | None = None
    country_of_fear: CountryCode | None = None
    grant_directed_against_requester: bool | None = None
    """Whether the grant was itself political against the requester; a person's judgement."""
    requester_linked_to_country_of_fear: bool | None = None
    """Whether the request looks like one made for the country of fear."""
    reviewed_as_proxy: bool | None = None
    records_in_files: int | None = None
    """Notices and diffusions from the country of fear about the person that are still in the files."""
    otherwise_compliant: bool | None = None
    shown_to_requester: bool | None = None
    """Whether status, granting country or whereabouts reached the requester in any form."""
    text_same_as_other_grounds: bool | None = None
    situation_changed: bool | None = None
    """For a former refugee: whether what justified protection has substantially changed; a person's judgement."""
    interim_measure_considered_on: Happening | None = None
    new_material: bool | None = None
    reopened: bool | None = None
    reopened_by_reviewer: bool | None = None
    kept_apart: bool | None = None
    readers_named: bool | None = None
    reads_recorded: bool | None = None
    policy_applied: bool | None = None
    """Whether data were deleted or refused under the policy."""
