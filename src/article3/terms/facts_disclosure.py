"""What is known about disclosing information in a Commission case, revising a decision, and the Commission itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from article3.terms.happening import Happening


class RestrictionGround(StrEnum):
    """The four grounds on which information may be withheld (Statute 35(3))."""

    SECURITY_OR_PREVENTION = "security_or_prevention"
    SECRECY_OF_INVESTIGATION = "secrecy_of_investigation"
    RIGHTS_OF_OTHERS = "rights_of_others"
    PROPER_WORKING = "proper_working"
    ANOTHER_GROUND = "another_ground"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureFacts:
    """One piece of information in a Commission case and whether the parties may read it."""

    disclosed_on: Happening | None = None
    owner_consulted_on: Happening | None = None
    restricted: bool | None = None
    ground: RestrictionGround | None = None
    reason_given: bool | None = None
    summary_considered: bool | None = None
    marked_by_applicant: bool | None = None
    passed_on: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionFacts:
    """One request to revise a decision (Statute 42)."""

    new_fact: bool | None = None
    known_at_decision: bool | None = None
    could_change_result: bool | None = None
    """Whether the fact could have led to another decision; a person's judgement."""
    discovered_on: date | None = None
    filed_on: Happening | None = None


class Field(StrEnum):
    """The named fields of the Commission's members."""

    DATA_PROTECTION = "data_protection"
    POLICE_COOPERATION = "police_cooperation"
    INTERNATIONAL_CRIMINAL_LAW = "international_criminal_law"
    HUMAN_RIGHTS = "human_rights"
    SENIOR_JUDGE_OR_PROSECUTOR = "senior_judge_or_prosecutor"
    CHAIR = "chair"
    INFORMATION_TECHNOLOGY = "information_technology"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChamberFacts:
    """The Commission as it sits in one case."""

    members: int | None = None
    requests_chamber: frozenset[Field] = frozenset()
    requests_chamber_all_lawyers: bool | None = None
    advisory_chamber: frozenset[Field] = frozenset()
    sitting_nationalities: frozenset[str] = frozenset()
    """Country codes of the members who take part in the case."""
    countries_involved: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionReportFacts:
    """One year's report and one decision's publication (Statute 43-44)."""

    year: int | None = None
    presented_on: Happening | None = None
    counts: frozenset[str] = frozenset()
    """What the report counts by: kind, outcome, delay."""
    published: bool | None = None
    anonymised: bool | None = None
    reason_not_published: str | None = None
