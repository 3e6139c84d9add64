"""What is known about one positive query result, from candidate to outcome (RPD 63, 104-106). None: not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from article3.terms.happening import Moment


class HitOutcome(StrEnum):
    """How a positive query result ended."""

    NOT_THE_PERSON = "not_the_person"
    NO_ACTION = "no_action"
    OBSERVED = "observed"
    REFUSED_ENTRY = "refused_entry"
    RESTRICTED = "restricted"
    DETAINED = "detained"


class Warning(StrEnum):
    """What stands beside the data and must be read with it."""

    STATE = "state"
    CAVEAT = "caveat"
    ADDENDUM = "addendum"
    NE_BIS_IN_IDEM = "ne_bis_in_idem"
    REFUSED_EXTRADITION = "refused_extradition"


@dataclass(frozen=True, slots=True, kw_only=True)
class HitFacts:
    """One positive query result at one bureau."""

    found_at: datetime | None = None
    treated_as_the_person: bool | None = None
    identity_confirmed: bool | None = None
    confirmed_by: str | None = None
    fields_compared: tuple[str, ...] = ()
    verified_at: Moment | None = None
    """When source or Secretariat confirmed that the data are still accurate and relevant."""
    coercive_use_at: Moment | None = None
    source_may_be_told: bool | None = None
    """False where a restriction of the querying side forbids telling the source."""
    source_told_at: Moment | None = None
    source_contacted_at: Moment | None = None
    result_used_at: Moment | None = None
    registered: bool | None = None
    outcome: HitOutcome | None = None
    closed: bool | None = None
    warnings_on_file: frozenset[Warning] = frozenset()
    """What stands on the file; `state` always does."""
    warnings_shown: frozenset[Warning] = frozenset()
